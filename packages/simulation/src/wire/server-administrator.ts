import type { Json, JsonObject, MfaMethod } from '@journeyman/node-schemas';
import { usualPassword } from '../run/simulation-setting.ts';
import type { UserStanding } from '../scenarios/expectations.ts';
import type { Given } from '../scenarios/scenario-schema.ts';
import type { Passed } from '../scenarios/way.ts';
import { ask, cookieNameOf, objectsIn, type ServerAddress, type WireAnswer } from './am-server.ts';

type GivenUser = NonNullable<Given['users']>[string];

/** What the trace of a server tells of a node that was passed. */
export type TracedPass = Passed & { readonly result: { readonly message?: string } };

/** Makes users on a server and looks at what came of them. Methods reject where the server does not let them. */
export interface ServerAdministrator {
  /** Makes a user who is neither locked nor opted out. */
  make(username: string, user: GivenUser): Promise<void>;
  /** Locks a user and opts it out, where it is given so. */
  restrict(username: string, user: GivenUser): Promise<void>;
  /** Removes a user, if there is one. */
  remove(username: string): Promise<void>;
  /** Null: there is no such user. */
  find(username: string): Promise<UserStanding | null>;
  /** The nodes that were passed for requests with a transaction id; null: the server keeps no traces that are known here. */
  passes(transactionId: string): Promise<readonly TracedPass[] | null>;
}

const methods: readonly MfaMethod[] = ['push', 'oath', 'webauthn'];

/** Signs in `amadmin`; rejects where that does not work. */
export async function serverAdministrator(
  server: ServerAddress,
  password: string,
): Promise<ServerAdministrator> {
  const top = { ...server, realm: '/' };
  const { status, body } = await ask(top, 'authenticate', {
    headers: {
      'Accept-API-Version': 'protocol=1.0,resource=2.1',
      'X-OpenAM-Username': 'amadmin',
      'X-OpenAM-Password': password,
    },
  });
  if (typeof body.tokenId !== 'string')
    throw new Error(`${server.base} does not let amadmin in (${status}).`);
  const own = { ...server, session: { cookie: await cookieNameOf(server), token: body.tokenId } };
  const users = (path: string, init: { method?: 'GET' | 'PUT' | 'DELETE'; body?: JsonObject } = {}) =>
    ask(own, `users${path}`, { headers: { 'Accept-API-Version': 'protocol=2.1,resource=3.0' }, ...init });
  const devices = (username: string, query: string, init: { method?: 'GET'; body?: JsonObject } = {}) =>
    ask(own, `users${pathOf(username)}/devices/2fa/${query}`, {
      headers: { 'Accept-API-Version': 'protocol=1.0,resource=1.0' },
      ...init,
    });
  const read = (resource: string) =>
    ask(own, resource, { method: 'GET', headers: { 'Accept-API-Version': 'resource=1.0' } });

  function requireDone({ status: answered }: WireAnswer, deed: string, username: string): void {
    if (answered >= 300)
      throw new Error(`${server.base} does not ${deed} the user ${username} (${answered})`);
  }

  return {
    async make(username, { password: entered = usualPassword, attributes = {} }) {
      const lists = Object.entries(attributes).map(([name, value]) => [name, [value].flat()] as const);
      const made = await users('?_action=create', {
        body: {
          username,
          userPassword: entered,
          mail: [`${username}@example.com`],
          cn: [username],
          sn: [username],
          ...Object.fromEntries(lists),
        },
      });
      requireDone(made, 'make', username);
    },
    async restrict(username, { locked = false, optedOut = false }) {
      if (optedOut) {
        requireDone(
          await devices(username, 'push?_action=skip', { body: { value: true } }),
          'opt out',
          username,
        );
      }
      if (!locked) return;
      const body = { inetUserStatus: ['Inactive'] };
      requireDone(await users(pathOf(username), { method: 'PUT', body }), 'lock', username);
    },
    async remove(username) {
      const removed = await users(pathOf(username), { method: 'DELETE' });
      if (removed.status !== 404) requireDone(removed, 'remove', username);
    },
    async find(username) {
      const found = await users(pathOf(username), { method: 'GET' });
      if (found.status === 404) return null;
      requireDone(found, 'show', username);
      const lists = Object.entries(found.body).map(([name, value]) => [name, textsOf(value)] as const);
      const had = await Promise.all(
        methods.map(async (method) => {
          const listed = await devices(username, `${method}?_queryFilter=true`, { method: 'GET' });
          return objectsIn(listed.body.result).length > 0 ? [method] : [];
        }),
      );
      const { body: optedOut } = await devices(username, 'push?_action=check', { body: {} });
      return {
        attributes: Object.fromEntries(lists),
        devices: had.flat(),
        recoveryCodes: undefined,
        optedOut: optedOut.result === true,
        locked: textsOf(found.body.inetUserStatus).includes('Inactive'),
      };
    },
    async passes(transactionId) {
      const found = await read(`traces?transactionId=${encodeURIComponent(transactionId)}`);
      if (found.status !== 200) return null;
      const [trace] = objectsIn(found.body.result);
      if (trace === undefined) return [];
      const { body: whole } = await read(`traces/${encodeURIComponent(String(trace._id))}`);
      return objectsIn(whole.steps) as readonly JsonObject[] as unknown as readonly TracedPass[];
    },
  };
}

const pathOf = (username: string) => `/${encodeURIComponent(username)}`;

const textsOf = (value: Json | undefined) => [value ?? []].flat().map(String);
