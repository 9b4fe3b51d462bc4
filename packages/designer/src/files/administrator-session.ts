import { create } from 'zustand';
import { contextPathFrom } from '../login/login-request.ts';

/** Whether the designer may read and write the server's journeys. The token is kept by this page alone, never in a cookie. */
export type AdministratorSession =
  | { readonly status: 'unknown' }
  | { readonly status: 'signed-out' }
  | { readonly status: 'signed-in'; readonly token: string; readonly header: string };

/** Reads the designer's session. */
export const useAdministrator = create<{ readonly session: AdministratorSession }>()(() => ({
  session: { status: 'unknown' },
}));

/** What came of signing in. */
export type SignedIn = 'signed-in' | 'denied' | 'unreachable';

const usualHeader = 'iPlanetDirectoryPro';

/** The prefix of AM's REST, such as `/am`. */
export function contextPath(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="journeyman-context-path"]');
  return contextPathFrom(meta?.content);
}

/** Signs in where the server does so by itself: the demo, on this computer. */
export async function signInByItself(): Promise<SignedIn> {
  const answer = await post('/designer/session', {});
  return settle(answer, (body) => ({
    token: textIn(body.token),
    header: textIn(body.header) ?? usualHeader,
  }));
}

/** Signs an administrator in by name and password. */
export async function signIn(username: string, password: string): Promise<SignedIn> {
  const query = 'authIndexType=service&authIndexValue=ldapService';
  const answer = await post(`${contextPath()}/json/realms/root/authenticate?${query}`, {
    'X-OpenAM-Username': encodedWord(username),
    'X-OpenAM-Password': encodedWord(password),
    'Accept-API-Version': 'protocol=1.0,resource=2.1',
    'Content-Type': 'application/json',
  });
  const header = await sessionHeader();
  return settle(answer, (body) => ({ token: textIn(body.tokenId), header }));
}

/** Forgets the session, when the server does not know it any more. */
export function forgetAdministrator(): void {
  useAdministrator.setState({ session: { status: 'signed-out' } });
}

interface Answer {
  readonly isGood: boolean;
  readonly body: Record<string, unknown>;
}

function settle(
  answer: Answer | undefined,
  read: (body: Record<string, unknown>) => { readonly token: string | undefined; readonly header: string },
): SignedIn {
  const { token, header } = answer?.isGood ? read(answer.body) : { token: undefined, header: usualHeader };
  useAdministrator.setState({
    session: token === undefined ? { status: 'signed-out' } : { status: 'signed-in', token, header },
  });
  if (token !== undefined) return 'signed-in';
  return answer === undefined ? 'unreachable' : 'denied';
}

async function post(address: string, headers: Readonly<Record<string, string>>): Promise<Answer | undefined> {
  try {
    const response = await fetch(address, { method: 'POST', credentials: 'omit', headers });
    const body: unknown = await response.json().catch(() => null);
    if (response.status >= 500) return undefined;
    return { isGood: response.ok, body: typeof body === 'object' && body !== null ? { ...body } : {} };
  } catch {
    return undefined;
  }
}

/** The header is named like the server's cookie, which its administrator may have named otherwise. */
async function sessionHeader(): Promise<string> {
  try {
    const response = await fetch(`${contextPath()}/json/serverinfo/*`, { credentials: 'omit' });
    const body: { cookieName?: unknown } = await response.json();
    return textIn(body.cookieName) ?? usualHeader;
  } catch {
    return usualHeader;
  }
}

/** A header holds Latin letters alone; AM reads all others from an encoded word (RFC 2047). */
function encodedWord(text: string): string {
  if (/^[\x21-\x7e]*$/.test(text) && !text.startsWith('=?')) return text;
  const bytes = [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join('');
  return `=?UTF-8?B?${btoa(bytes)}?=`;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
