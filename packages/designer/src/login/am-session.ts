import { realmSegments } from './login-request.ts';

/** Where AM's REST is, and how to call it. */
export interface AmServer {
  /** Prefix such as `/am`, without a slash at the end. */
  readonly contextPath: string;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
}

/** Who the browser's session belongs to, or why that is not known. */
export type Visitor =
  | { readonly status: 'signed-in'; readonly user: string; readonly realm: string }
  | { readonly status: 'anonymous' }
  | { readonly status: 'refused'; readonly code: number; readonly message: string }
  | { readonly status: 'unreachable' };

async function act(server: AmServer, path: string, resourceVersion: string): Promise<Response | undefined> {
  try {
    return await server.fetch(`${server.contextPath}/json/${path}`, {
      method: 'POST',
      credentials: 'include',
      headers: {
        Accept: 'application/json',
        'Accept-API-Version': `protocol=1.0,resource=${resourceVersion}`,
        'Content-Type': 'application/json',
        'X-Requested-With': 'journeyman',
      },
      body: '{}',
    });
  } catch {
    return undefined;
  }
}

async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? { ...body } : {};
  } catch {
    return {};
  }
}

/** Asks whose session the browser has (`users?_action=idFromSession`). Never throws. */
export async function whoIsSignedIn(server: AmServer, realm: string): Promise<Visitor> {
  const response = await act(server, `${realmSegments(realm)}/users?_action=idFromSession`, '2.0');
  if (response === undefined || response.status >= 500) return { status: 'unreachable' };
  const { id, realm: sessionRealm, message } = await bodyOf(response);
  if (response.ok) {
    if (typeof id !== 'string') return { status: 'unreachable' };
    return { status: 'signed-in', user: id, realm: typeof sessionRealm === 'string' ? sessionRealm : realm };
  }
  if (response.status === 404) {
    return {
      status: 'refused',
      code: 404,
      message: typeof message === 'string' ? message : 'The server does not know this realm.',
    };
  }
  return { status: 'anonymous' };
}

/** Ends the browser's session (`sessions?_action=logout`). True when the server did so, or there was none. */
export async function signOut(server: AmServer, realm: string): Promise<boolean> {
  const response = await act(server, `${realmSegments(realm)}/sessions/?_action=logout`, '2.0');
  return response !== undefined && (response.ok || response.status === 401);
}
