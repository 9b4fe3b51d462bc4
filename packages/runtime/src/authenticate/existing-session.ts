import type { Context } from 'hono';
import { AmError } from '../http/am-error.ts';
import { tokenOf } from '../http/caller.ts';
import type { CatalogueEntry } from '../realms/journey-catalogue.ts';
import type { Realm } from '../realms/realm.ts';
import type { Session, Sessions } from '../sessions/sessions.ts';

/** The session that a request to sign in brings along. */
export interface ExistingSession {
  readonly session: Session;
  readonly token: string;
  /** Whether the client's code knows the token, as it does not when only a cookie carries it. */
  readonly isKnownToClient: boolean;
}

/**
 * The session that is to be upgraded: the one named by `sessionUpgradeSSOTokenId`, else that of the header or the cookie, if
 * it is of this realm. Null with `ForceAuth=true`, which starts anew. Throws `bad-request` if the named one has ended.
 */
export async function existingSession(
  c: Context,
  realm: Realm,
  sessions: Sessions,
): Promise<ExistingSession | null> {
  const named = c.req.query('sessionUpgradeSSOTokenId');
  const token = named || tokenOf(c, sessions.cookieName);
  if (token === undefined || (!named && c.req.query('ForceAuth') === 'true')) return null;
  const session = await sessions.find(token);
  if (named && session === null) throw new AmError('bad-request', 'Invalid session upgrade token');
  if (session === null || session.realm !== realm.name || c.req.query('ForceAuth') === 'true') return null;
  return {
    session,
    token,
    isKnownToClient: named !== undefined || c.req.header(sessions.cookieName) !== undefined,
  };
}

/** Whether a session needs no journey: it has passed the one that is asked for, or none in particular is. */
export function isSatisfiedBy(session: Session, entry: CatalogueEntry, isNamed: boolean): boolean {
  if (entry.runnable?.journey.mustRun) return false;
  return !isNamed || session.journeys.includes(entry.name);
}
