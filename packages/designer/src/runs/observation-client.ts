import {
  contextPath,
  forgetAdministrator,
  signInByItself,
  useAdministrator,
} from '../files/administrator-session.ts';
import type { Failure } from '../files/journey-files.ts';
import { realmSegments } from '../login/login-request.ts';

/** What came of a question for what journeys have done. */
export type Observed<Body> = { readonly status: 'read'; readonly body: Body } | Failure;

/** Asks the service what journeys have done; `rest` is the address below the realm, such as `traces?user=demo`. */
export async function observe<Body>(realm: string, rest: string, isRenewed = false): Promise<Observed<Body>> {
  const { session } = useAdministrator.getState();
  if (session.status !== 'signed-in') return { status: 'signed-out' };
  try {
    const response = await fetch(`${contextPath()}/json/${realmSegments(realm)}/${rest}`, {
      credentials: 'omit',
      headers: { Accept: 'application/json', [session.header]: session.token },
    });
    if (response.status === 401) {
      if (!isRenewed && (await signInByItself()) === 'signed-in') return observe(realm, rest, true);
      forgetAdministrator();
      return { status: 'signed-out' };
    }
    const body: unknown = await response.json();
    if (response.ok) return { status: 'read', body: body as Body };
    if (response.status >= 500) return { status: 'unreachable' };
    const { message = '' } = body as { readonly message?: string };
    return { status: 'refused', message };
  } catch {
    return { status: 'unreachable' };
  }
}
