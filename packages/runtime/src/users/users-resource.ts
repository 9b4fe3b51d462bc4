import { type FailedPolicy, validGoto } from '@journeyman/engine';
import type { JsonObject } from '@journeyman/node-schemas';
import { type Context, Hono } from 'hono';
import { AmError } from '../http/am-error.ts';
import { readObject } from '../http/body.ts';
import { isAdministrator, isUserOf, requireAdministrator, requireCaller } from '../http/caller.ts';
import { pageOf, readPaging, withFields } from '../http/paging.ts';
import { parseQueryFilter, satisfies } from '../http/query-filter.ts';
import { resource } from '../http/reply.ts';
import type { Realm, Realms } from '../realms/realm.ts';
import type { Session, Sessions } from '../sessions/sessions.ts';
import { isSuperUser } from './super-user.ts';
import { attributesOf, changeFrom } from './user-attributes.ts';
import { attributesIn, bodyOf, textIn } from './user-body.ts';
import { soleName } from './user-query.ts';
import { foldUsername, type NewUser, type User, type Users } from './users.ts';

/** What the resource works with. */
export interface UsersResourceSetting {
  readonly users: Users;
  readonly sessions: Sessions;
  readonly realms: Realms;
  /** The address that browsers use; a `goto` on it is always good. */
  readonly publicUrl: string;
  /** Removes what else is kept of a user who is deleted, such as devices. */
  readonly forget?: (realm: string, username: string) => Promise<void>;
}

/** AM's users of a realm, to be mounted at `/json/:realm/users`: administered by administrators, read by each for oneself. */
export function usersResource({ users, sessions, realms, publicUrl, forget }: UsersResourceSetting): Hono {
  /** The session of a caller who is this user or an administrator. Throws `unauthorized` or `forbidden` otherwise. */
  async function requireSelf(c: Context, realm: Realm, username: string): Promise<Session> {
    const session = await requireCaller(c, sessions);
    if (isAdministrator(session) || isUserOf(session, realm.name, username)) return session;
    throw new AmError('forbidden', 'User not permitted.');
  }

  async function create(realm: Realm, username: string, body: JsonObject): Promise<User | null> {
    const { password, active, attributes } = changeFrom(attributesIn(body));
    const wanted: NewUser = {
      username,
      ...(password === undefined ? {} : { password }),
      ...(active === undefined ? {} : { active }),
      ...(attributes === undefined ? {} : { attributes }),
    };
    await requireGood(realm, { userName: username, ...(password === undefined ? {} : { password }) });
    return users.create(realm.name, wanted);
  }

  async function idFromSession(c: Context): Promise<Response> {
    const session = await requireCaller(c, sessions);
    const settings = realms.find(session.realm)?.configuration.authentication;
    return answer({
      id: session.username,
      realm: session.realm,
      dn: session.universalId,
      successURL: session.properties.successURL ?? settings?.loginSuccessUrl ?? '/',
      fullLoginURL: session.properties.FullLoginURL ?? `/login?realm=${encodeURIComponent(session.realm)}`,
    });
  }

  async function successUrl(c: Context, realm: Realm): Promise<Response> {
    await requireCaller(c, sessions);
    const wanted = (await readObject(c))?.goto;
    const { validGotoUrls, loginSuccessUrl } = realm.configuration.authentication;
    const good = typeof wanted === 'string' ? validGoto(wanted, validGotoUrls, publicUrl) : undefined;
    return answer({ successURL: good ?? loginSuccessUrl });
  }

  async function changePassword(c: Context, realm: Realm, username: string): Promise<Response> {
    const session = await requireCaller(c, sessions);
    if (!isUserOf(session, realm.name, username)) throw new AmError('forbidden', 'User not permitted.');
    const body = await requireBody(c);
    const password = textIn(body, 'userpassword');
    await requireGood(realm, { password });
    const old = textIn(body, 'currentpassword');
    if ((await users.changePassword(realm.name, username, old, password)) === 'invalid') {
      throw new AmError('bad-request', 'Invalid Password');
    }
    // Whoever knew the old password may still be signed in with it.
    for (const { handle } of await sessions.ofUser(realm.name, session.username)) {
      if (handle !== session.handle) await sessions.endOfUser(realm.name, session.username, handle);
    }
    return answer({});
  }

  async function find(realm: Realm, filter: ReturnType<typeof parseQueryFilter>): Promise<readonly User[]> {
    const name = soleName(filter);
    const candidates =
      name === undefined
        ? await users.list(realm.name)
        : [await users.find(realm.name, name)].filter((user) => user !== null);
    return candidates
      .filter((user) => {
        const attributes = attributesOf(user);
        return satisfies(filter, (field) => {
          if (field === '_id' || field === 'username') return [user.username];
          return (Object.hasOwn(attributes, field) && attributes[field]) || [];
        });
      })
      .toSorted((one, other) => (foldUsername(one.username) < foldUsername(other.username) ? -1 : 1));
  }

  return new Hono()
    .post('/', async (c) => {
      const realm = realms.of(c);
      const action = c.req.query('_action');
      switch (action) {
        case 'idFromSession':
          return idFromSession(c);
        case 'validateGoto':
          return successUrl(c, realm);
        case 'create': {
          await requireAdministrator(c, sessions);
          const body = await requireBody(c);
          const username = textIn(body, body.username === undefined ? '_id' : 'username');
          const user = await create(realm, username, body);
          if (user === null) throw new AmError('conflict', `Resource '${username}' already exists`);
          return answerUser(c, user, 201);
        }
      }
      throw unknownAction(action);
    })
    .get('/', async (c) => {
      const realm = realms.of(c);
      await requireAdministrator(c, sessions);
      const found = await find(realm, parseQueryFilter(filterOf(c)));
      const fields = c.req.query('_fields');
      const page = pageOf(
        found,
        readPaging((name) => c.req.query(name)),
        (user) => foldUsername(user.username),
        (user) => withFields(bodyOf(user), fields),
      );
      return answer(page);
    })
    .get('/:id', async (c) => {
      const realm = realms.of(c);
      const username = c.req.param('id');
      await requireSelf(c, realm, username);
      return answerUser(c, (await users.find(realm.name, username)) ?? notFound(username));
    })
    .put('/:id', async (c) => {
      const realm = realms.of(c);
      const username = c.req.param('id');
      await requireAdministrator(c, sessions);
      const body = await requireBody(c);
      if (c.req.header('if-none-match') === '*') {
        const user = await create(realm, username, body);
        if (user === null) throw new AmError('precondition-failed', `Resource '${username}' already exists`);
        return answerUser(c, user, 201);
      }
      const change = changeFrom(attributesIn(body));
      if (change.password !== undefined) await requireGood(realm, { password: change.password });
      if (change.active === false) requireOrdinary(realm, username);
      const revision = c.req.header('if-match')?.replace(/^(?:W\/)?"(.*)"$/, '$1');
      const user = await users.change(realm.name, username, change, revision === '*' ? undefined : revision);
      if (user === null) throw notFoundError(username);
      if (user === 'stale') {
        throw new AmError(
          'precondition-failed',
          `Resource '${username}' has another revision than ${revision}`,
        );
      }
      // A session must not outlive the account or the password that it was made with.
      if (change.active === false || change.password !== undefined) {
        await sessions.endOfUser(realm.name, user.username);
      }
      return answerUser(c, user);
    })
    .delete('/:id', async (c) => {
      const realm = realms.of(c);
      const username = c.req.param('id');
      await requireAdministrator(c, sessions);
      requireOrdinary(realm, username);
      const user = (await users.find(realm.name, username)) ?? notFound(username);
      await users.delete(realm.name, username);
      await sessions.endOfUser(realm.name, user.username);
      await forget?.(realm.name, user.username);
      return answer({ _id: user.username, _rev: user.revision, success: 'true' });
    })
    .post('/:id', async (c) => {
      const realm = realms.of(c);
      const action = c.req.query('_action');
      if (action !== 'changePassword') throw unknownAction(action);
      return changePassword(c, realm, c.req.param('id'));
    });
}

/** Every version that clients ask for, 2 to 4, has the same answers here; this is the newest. */
function answer(body: JsonObject, status = 200, headers?: Record<string, string>): Response {
  return resource('4.1', body, status, headers);
}

function answerUser(c: Context, user: User, status = 200): Response {
  return answer(withFields(bodyOf(user), c.req.query('_fields')), status, { etag: `"${user.revision}"` });
}

/** AM's super user is neither deleted nor switched off. Throws `forbidden`. */
function requireOrdinary(realm: Realm, username: string): void {
  if (isSuperUser(realm.name, username)) {
    throw new AmError('forbidden', 'The administrator can be neither deleted nor deactivated.');
  }
}

async function requireBody(c: Context): Promise<JsonObject> {
  const body = await readObject(c);
  if (body === undefined) throw new AmError('bad-request', 'The request body must be a JSON object.');
  return body;
}

/** Throws `bad-request` with the rules that values break, in identity management's form. */
async function requireGood(realm: Realm, values: Readonly<Record<string, string>>): Promise<void> {
  const failures: { property: string; policyRequirements: readonly FailedPolicy[] }[] = [];
  for (const [property, value] of Object.entries(values)) {
    const failed = await realm.services.policies.check(property, value);
    if (failed.length > 0) failures.push({ property, policyRequirements: failed });
  }
  if (failures.length === 0) return;
  const broken = failures.map(({ property, policyRequirements }) => {
    const names = policyRequirements.map(({ policyRequirement }) => policyRequirement);
    return `${property} (${names.join(', ')})`;
  });
  const detail = {
    failedPolicyRequirements: failures.map(({ property, policyRequirements }) => ({
      property,
      policyRequirements: policyRequirements.map((failed) => ({ ...failed })),
    })),
  };
  throw new AmError('bad-request', `Failed policy validation: ${broken.join('; ')}`, detail);
}

function filterOf(c: Context): string {
  const filter = c.req.query('_queryFilter');
  if (filter !== undefined) return filter;
  if (c.req.query('_queryId') === '*') return 'true';
  throw new AmError('bad-request', 'A query needs a _queryFilter, or the _queryId *.');
}

function unknownAction(action: string | undefined): AmError {
  return new AmError('not-supported', `Action ${action ?? ''} not implemented for this resource`);
}

function notFoundError(username: string): AmError {
  return new AmError('not-found', `Resource '${username}' not found`);
}

function notFound(username: string): never {
  throw notFoundError(username);
}
