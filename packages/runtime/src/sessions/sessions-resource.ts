import { type Clock, validGoto } from '@journeyman/engine';
import type { Json, JsonObject } from '@journeyman/node-schemas';
import { type Context, Hono } from 'hono';
import { AmError, accessDenied } from '../http/am-error.ts';
import { readObject } from '../http/body.ts';
import { isAdministrator, isUserOf, requireAdministrator, tokenOf } from '../http/caller.ts';
import { cookieOf, expiredSessionCookie } from '../http/cookie.ts';
import { queryResult, resource } from '../http/reply.ts';
import { revisionOf } from '../http/revision.ts';
import type { Realm, Realms } from '../realms/realm.ts';
import { readSessionFilter } from './session-filter.ts';
import { changedProperties, contextIdOf, visibleProperties } from './session-properties.ts';
import type { Session, Sessions } from './sessions.ts';
import { idleEndMs, longestEndMs } from './times.ts';

/** What the resource works with. */
export interface SessionsResourceSetting {
  readonly sessions: Sessions;
  readonly realms: Realms;
  readonly clock: Clock;
  /** The address that browsers use, without the context path. */
  readonly publicUrl: string;
  /** Told of each session that was ended by logging out. */
  loggedOut(c: Context, session: Session): void;
}

/** A call of an action. */
interface Call {
  readonly c: Context;
  readonly realm: Realm;
  /** Empty when the request has none. */
  readonly body: JsonObject;
}

type Action = (call: Call) => Promise<Response>;

/** AM's sessions of a realm, to be mounted at `/json/:realm/sessions`: the actions of a session's bearer and of administrators. */
export function sessionsResource(setting: SessionsResourceSetting): Hono {
  const { sessions, realms, clock, publicUrl } = setting;

  /** The token that a call is about: the one it names, else the caller's own. Throws `unauthorized` without any. */
  function tokenOfCall({ c, body }: Call): string {
    const named = c.req.query('tokenId') || body.tokenId;
    const token = typeof named === 'string' && named !== '' ? named : tokenOf(c, sessions.cookieName);
    if (token === undefined) throw accessDenied();
    return token;
  }

  /**
   * The session that a call is about; null if it has ended. Whoever holds a token may use it; a caller who is signed in as
   * somebody else must be an administrator. Throws `unauthorized` without a token, else `forbidden`.
   */
  async function sessionOf(call: Call, idle?: 'keep'): Promise<{ token: string; session: Session | null }> {
    const token = tokenOfCall(call);
    const own = tokenOf(call.c, sessions.cookieName);
    const [session, caller] = await Promise.all([
      sessions.find(token, idle),
      own === undefined || own === token ? null : sessions.find(own, 'keep'),
    ]);
    if (session !== null && caller !== null && !mayActOn(session, caller)) {
      throw new AmError('forbidden', 'Forbidden');
    }
    return { token, session };
  }

  async function liveSessionOf(call: Call, idle?: 'keep'): Promise<{ token: string; session: Session }> {
    const { token, session } = await sessionOf(call, idle);
    if (session === null) throw accessDenied();
    return { token, session };
  }

  const actions = new Map<string, Action>([
    [
      'logout',
      async (call) => {
        const { token, session } = await sessionOf(call, 'keep');
        const ended = session !== null && (await sessions.end(token));
        if (ended) setting.loggedOut(call.c, session);
        const { validGotoUrls } = call.realm.configuration.authentication;
        const goto = validGoto(call.c.req.query('goto'), validGotoUrls, publicUrl);
        const body = {
          result: ended ? 'Successfully logged out' : 'Token has expired',
          ...(goto === undefined ? {} : { goto }),
        };
        const inBrowser = cookieOf(call.c, sessions.cookieName);
        // Ending somebody else's session must not sign out the browser of the administrator who does it.
        if (inBrowser !== undefined && inBrowser !== token) return answer(body);
        return answer(body, { 'set-cookie': expiredSessionCookie(sessions.cookieName, publicUrl) });
      },
    ],
    ['getSessionInfo', async (call) => answer(infoOf((await sessionOf(call, 'keep')).session))],
    ['getSessionInfoAndResetIdleTime', async (call) => answer(infoOf((await sessionOf(call)).session))],
    [
      'validate',
      async (call) => {
        const keepIdle = call.c.req.query('refresh') === 'false';
        const session = await sessions.find(tokenOfCall(call), keepIdle ? 'keep' : undefined);
        if (session === null) return answer({ valid: false });
        const { username, realm } = session;
        return answer({ valid: true, sessionUid: contextIdOf(session), uid: username, realm });
      },
    ],
    [
      'refresh',
      async (call) => {
        const { session } = await liveSessionOf(call);
        return answer({
          uid: session.username,
          realm: session.realm,
          idletime: 0,
          maxidletime: session.maxIdleMinutes,
          maxsessiontime: session.maxSessionMinutes,
          maxtime: Math.floor((longestEndMs(session) - clock.now()) / 1000),
        });
      },
    ],
    [
      'getSessionProperties',
      async (call) => answer(visibleProperties((await liveSessionOf(call, 'keep')).session)),
    ],
    [
      'updateSessionProperties',
      async (call) => {
        const { token, session } = await liveSessionOf(call, 'keep');
        const { tokenId: _, ...changes } = call.body;
        const realm = realms.find(session.realm) ?? call.realm;
        const properties = changedProperties(session, changes, realm.configuration);
        const changed = await sessions.setProperties(token, properties);
        if (changed === null) throw accessDenied();
        return answer(visibleProperties(changed));
      },
    ],
    [
      'logoutByHandle',
      async ({ c, body }) => {
        await requireAdministrator(c, sessions);
        const handles = handlesIn(body);
        const results = handles.map(async (handle) => [handle, await endByHandle(handle)] as const);
        return answer({ result: Object.fromEntries(await Promise.all(results)) });
      },
    ],
    [
      'logoutByUser',
      async ({ c, realm, body }) => {
        await requireAdministrator(c, sessions);
        const username = body.username;
        if (typeof username !== 'string' || username === '') {
          throw new AmError('bad-request', 'The request body must name the user in "username".');
        }
        await sessions.endOfUser(realm.name, username);
        return answer({ result: true });
      },
    ],
  ]);

  async function endByHandle(handle: string): Promise<boolean> {
    const session = await sessions.findByHandle(handle);
    return session !== null && (await sessions.endOfUser(session.realm, session.username, handle)) > 0;
  }

  return new Hono()
    .post('/', async (c) => {
      const realm = realms.of(c);
      const name = c.req.query('_action') ?? '';
      const action = actions.get(name);
      if (action === undefined) {
        throw new AmError('not-supported', `Action ${name} not implemented for this resource`);
      }
      return action({ c, realm, body: (await readObject(c)) ?? {} });
    })
    .get('/', async (c) => {
      const realm = realms.of(c);
      await requireAdministrator(c, sessions);
      const filter = readSessionFilter(c.req.query('_queryFilter') ?? '');
      const found = await sessions.ofUser(filter.realm ?? realm.name, filter.username);
      return answer(queryResult(found.map(entryOf)));
    });
}

/** Every version that clients ask for, 1 to 5, has the same answers here; this is the newest. */
function answer(body: Json, headers?: Record<string, string>): Response {
  return resource('5.1', body, 200, headers);
}

function mayActOn(session: Session, caller: Session): boolean {
  return isAdministrator(caller) || isUserOf(caller, session.realm, session.username);
}

function infoOf(session: Session | null): JsonObject {
  if (session === null) return { valid: false };
  const { username, universalId, realm } = session;
  return { username, universalId, realm, ...timesOf(session), properties: visibleProperties(session) };
}

function entryOf(session: Session): JsonObject {
  const { username, universalId, realm, handle } = session;
  const entry = { username, universalId, realm, sessionHandle: handle, ...timesOf(session) };
  return { _rev: revisionOf(entry), ...entry };
}

function timesOf(session: Session): JsonObject {
  return {
    latestAccessTime: isoSeconds(session.lastAccessMs),
    maxIdleExpirationTime: isoSeconds(idleEndMs(session)),
    maxSessionExpirationTime: isoSeconds(longestEndMs(session)),
  };
}

function isoSeconds(atMs: number): string {
  return new Date(atMs).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function handlesIn(body: JsonObject): readonly string[] {
  const handles = body.sessionHandles;
  if (Array.isArray(handles) && handles.every((handle) => typeof handle === 'string')) return handles;
  throw new AmError('bad-request', 'The request body must list the handles of sessions in "sessionHandles".');
}
