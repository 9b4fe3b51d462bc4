import type { Context } from 'hono';
import { administratorId } from '../realms/realm.ts';
import type { Session, Sessions } from '../sessions/sessions.ts';
import { foldUsername } from '../users/users.ts';
import { AmError, accessDenied } from './am-error.ts';
import { cookieOf } from './cookie.ts';

/** The session token of a request: from the header that is named like the cookie, else from the cookie. */
export function tokenOf(c: Context, cookieName: string): string | undefined {
  return c.req.header(cookieName) || cookieOf(c, cookieName);
}

/** Who calls: the session of a request, or null if it has none that is alive. */
export async function callerOf(c: Context, sessions: Sessions): Promise<Session | null> {
  const token = tokenOf(c, sessions.cookieName);
  return token === undefined ? null : sessions.find(token);
}

/** Whether a session is that of this user of this realm. */
export function isUserOf(session: Session, realm: string, username: string): boolean {
  return session.realm === realm && foldUsername(session.username) === foldUsername(username);
}

/** Whether a session is that of AM's super user. */
export function isAdministrator(session: Session): boolean {
  return session.universalId === administratorId;
}

/** The session of a request. Throws `unauthorized` if it has none. */
export async function requireCaller(c: Context, sessions: Sessions): Promise<Session> {
  const session = await callerOf(c, sessions);
  if (session === null) throw accessDenied();
  return session;
}

/** The session of a request whose caller is an administrator. Throws `unauthorized` or `forbidden` otherwise. */
export async function requireAdministrator(c: Context, sessions: Sessions): Promise<Session> {
  const session = await requireCaller(c, sessions);
  if (!isAdministrator(session)) throw new AmError('forbidden', 'User not permitted.');
  return session;
}
