import type { Json, JsonObject, MfaMethod } from '@journeyman/node-schemas';
import { type Context, Hono } from 'hono';
import { AmError } from '../http/am-error.ts';
import { readObject } from '../http/body.ts';
import { isAdministrator, isUserOf, requireCaller } from '../http/caller.ts';
import { queryResult, resource } from '../http/reply.ts';
import { revisionOf } from '../http/revision.ts';
import type { Realms } from '../realms/realm.ts';
import type { Session, Sessions } from '../sessions/sessions.ts';
import { canManageDevices } from './device-management.ts';
import type { DeviceSummary, RealmDevices } from './realm-devices.ts';

/** What the resource works with. */
export interface DevicesResourceSetting {
  readonly sessions: Sessions;
  readonly realms: Realms;
}

/** A request for the devices of a user and method, of somebody who may make it. */
interface Access {
  readonly session: Session;
  /** Whose devices. */
  readonly username: string;
  readonly devices: RealmDevices;
  readonly method: MfaMethod;
}

/** The collections that AM has; null: nothing makes such devices here. */
const collections: readonly (readonly [path: string, method: MfaMethod | null])[] = [
  ['/2fa/push', 'push'],
  ['/2fa/oath', 'oath'],
  ['/2fa/webauthn', 'webauthn'],
  ['/2fa/binding', null],
  ['/profile', null],
  ['/trusted', null],
];

/** The longest name of a device, in characters. */
const longestName = 256;

/**
 * AM's devices of a user, to be mounted at `/json/:realm/users/:user/devices`, for the user and for administrators.
 * Neither secrets nor recovery codes are in any answer.
 */
export function devicesResource({ sessions, realms }: DevicesResourceSetting): Hono {
  /**
   * Null for devices that nothing makes here: there is nothing to list. Throws `unauthorized` without a session,
   * `forbidden` for other people, `not-found` if nobody has the name.
   */
  async function accessOf(c: Context, method: MfaMethod | null): Promise<Access | null> {
    const realm = realms.of(c);
    const session = await requireCaller(c, sessions);
    const username = c.req.param('user') ?? '';
    if (!isAdministrator(session) && !isUserOf(session, realm.name, username)) throw notPermitted();
    const { directory, devices } = realm.services;
    if ((await directory.find(username)) === null) {
      throw new AmError('not-found', `User, ${username}, not found.`);
    }
    return method && { session, username, devices, method };
  }

  async function list(c: Context, method: MfaMethod | null): Promise<Response> {
    const access = await accessOf(c, method);
    requireWholeQuery(c);
    if (access === null) return answer(queryResult([]));
    const found = await access.devices.list(access.username, access.method);
    return answer(queryResult(found.map((device) => itemOf(device, access))));
  }

  async function act(c: Context, method: MfaMethod | null): Promise<Response> {
    const access = await accessOf(c, method);
    const body = (await readObject(c)) ?? {};
    const action = actions.get(c.req.query('_action') ?? '');
    if (access === null || access.method === 'webauthn' || action === undefined) {
      throw new AmError('not-supported', 'Operation is not supported.');
    }
    return answer(await action(access, body));
  }

  async function read(c: Context, method: MfaMethod | null): Promise<Response> {
    const access = await accessOf(c, method);
    const uuid = c.req.param('uuid') ?? '';
    const found = access && (await access.devices.list(access.username, access.method));
    const device = found?.find((one) => one.uuid === uuid);
    if (access === null || device === undefined) throw noDevice(uuid);
    return answer(itemOf(device, access));
  }

  async function rename(c: Context, method: MfaMethod | null): Promise<Response> {
    const access = await accessOf(c, method);
    const uuid = c.req.param('uuid') ?? '';
    // The rest of the body is the item as it was listed: clients send it back whole.
    const name = (await readObject(c))?.deviceName;
    if (access === null) throw noDevice(uuid);
    requireManagement(access);
    if (typeof name !== 'string' || name.trim() === '' || name.length > longestName) {
      throw new AmError('bad-request', `"deviceName" must be a text of 1 to ${longestName} characters.`);
    }
    const renamed = await access.devices.rename(access.username, access.method, uuid, name);
    if (renamed === null) throw noDevice(uuid);
    return answer(itemOf(renamed, access));
  }

  async function remove(c: Context, method: MfaMethod | null): Promise<Response> {
    const access = await accessOf(c, method);
    const uuid = c.req.param('uuid') ?? '';
    if (access === null) throw noDevice(uuid);
    requireManagement(access);
    const { devices, username } = access;
    const removed = await devices.remove(username, access.method, uuid);
    if (removed === null) throw noDevice(uuid);
    await devices.setSkipSetting(username, access.method, 'NOT_SET');
    return answer(itemOf(removed, access));
  }

  const app = new Hono();
  for (const [path, method] of collections) {
    app.get(path, (c) => list(c, method)).post(path, (c) => act(c, method));
    app
      .get(`${path}/:uuid`, (c) => read(c, method))
      .put(`${path}/:uuid`, (c) => rename(c, method))
      .delete(`${path}/:uuid`, (c) => remove(c, method));
  }
  return app;
}

/** What POST does to the devices of a user and method. */
const actions = new Map<string, (access: Access, body: JsonObject) => Promise<JsonObject>>([
  [
    'reset',
    async (access) => {
      const { devices, username, method } = access;
      if (await devices.has(username, method)) requireManagement(access);
      await devices.remove(username, method);
      await devices.setSkipSetting(username, method, 'NOT_SET');
      return { result: true };
    },
  ],
  [
    'skip',
    async (access, { value }) => {
      const { devices, username, method } = access;
      if (typeof value !== 'boolean') throw new AmError('bad-request', '"value" must be true or false.');
      // To be asked no more for a registered device is as good as removing it.
      if (value && (await devices.has(username, method))) requireManagement(access);
      await devices.setSkipSetting(username, method, value ? 'SKIPPABLE' : 'NOT_SKIPPABLE');
      return {};
    },
  ],
  [
    'check',
    async ({ devices, username, method }) => ({
      result: (await devices.skipSetting(username, method)) === 'SKIPPABLE',
    }),
  ],
]);

function requireManagement({ session, method }: Access): void {
  if (!isAdministrator(session) && !canManageDevices(session, method)) throw notPermitted();
}

/** Lists are short, and AM's clients ask for all of one. */
function requireWholeQuery(c: Context): void {
  if ((c.req.query('_queryFilter') ?? 'true') === 'true' && (c.req.query('_queryId') ?? '*') === '*') return;
  throw new AmError('bad-request', 'Devices are listed by _queryFilter=true or _queryId=*.');
}

function itemOf(device: DeviceSummary, { session, method }: Access): JsonObject {
  const { uuid, deviceName, createdDate, lastAccessDate } = device;
  return {
    _id: uuid,
    _rev: revisionOf({ uuid, deviceName, createdDate, lastAccessDate }),
    createdDate,
    lastAccessDate,
    deviceName,
    uuid,
    deviceManagementStatus: canManageDevices(session, method),
  };
}

function answer(body: Json): Response {
  return resource('1.0', body);
}

function notPermitted(): AmError {
  return new AmError('forbidden', 'User not permitted.');
}

function noDevice(uuid: string): AmError {
  return new AmError('not-found', `User device, ${uuid}, not found.`);
}
