import { createHash } from 'node:crypto';
import { policies } from '@journeyman/engine';
import { Hono } from 'hono';
import { createSealer } from '../crypto/sealer.ts';
import type { SlowHash } from '../crypto/slow-hash.ts';
import { createDeviceDocuments, type DeviceDocuments } from '../devices/device-documents.ts';
import { createDevices } from '../devices/stored-devices.ts';
import { type Realm, type RealmServices, type Realms, universalIdOf } from '../realms/realm.ts';
import { realmConfigurationFrom } from '../realms/realm-configuration.ts';
import type { NewSession, Sessions } from '../sessions/sessions.ts';
import { createSessions } from '../sessions/stored-sessions.ts';
import type { Stores } from '../stores/document-store.ts';
import { createMemoryStores } from '../stores/memory.ts';
import { createDirectory } from '../users/directory.ts';
import { createUsers, type Users } from '../users/users.ts';
import { AmError } from './am-error.ts';
import { routingPath } from './realm-path.ts';
import { reply } from './reply.ts';

/** What a test says of a service; whatever it leaves out is usual. */
export interface TestServiceSetting {
  /** Names of realms and what their `realm.json` holds. Default: the top-level realm with defaults. */
  readonly realms?: Readonly<Record<string, object>>;
}

/** A service of some realms in memory, with the context path `/am` and a clock that a test moves. */
export interface TestService {
  /** Answers errors as the service does; a test mounts what it tests. */
  readonly app: Hono;
  readonly clock: { now(): number; nowMs: number };
  readonly stores: Stores;
  readonly sessions: Sessions;
  readonly realms: Realms;
  readonly users: Users;
  readonly deviceDocuments: DeviceDocuments;
  /** Makes the user if there is none, and gives the token of a new session. */
  signIn(realm: string, username: string, session?: Partial<NewSession>): Promise<string>;
}

/** A hash that is quick, so that tests are. */
export const quickHash: SlowHash = async (text, salt) =>
  createHash('sha256').update(salt).update(text).digest();

/** Makes a service for a test. It starts on 2 January 2026, 03:04:05 UTC. */
export function testService({ realms: files = { '/': {} } }: TestServiceSetting = {}): TestService {
  const clock = { nowMs: Date.UTC(2026, 0, 2, 3, 4, 5), now: () => clock.nowMs };
  const stores = createMemoryStores(clock);
  const sessions = createSessions({ documents: stores.sessions, clock, cookieName: 'iPlanetDirectoryPro' });
  const users = createUsers(stores.users, { hash: async () => 'none', verify: async () => false });
  const deviceDocuments = createDeviceDocuments(stores.devices, createSealer(new Uint8Array(32)));
  const found = new Map(
    Object.entries(files).map(([name, file]) => [
      name,
      realmFrom(name, file, { users, sessions, deviceDocuments }),
    ]),
  );
  const named = (name: string): Realm => {
    const realm = found.get(name);
    if (realm === undefined) throw new AmError('not-found', `Realm "${name}" not found`);
    return realm;
  };
  const app = new Hono({ getPath: routingPath('/am') });
  app.onError((error) => {
    if (error instanceof AmError) return reply(error.toBody(), error.status);
    throw error;
  });
  return {
    app,
    clock,
    stores,
    sessions,
    users,
    deviceDocuments,
    realms: {
      find: (name) => found.get(name),
      of: (c) => named(c.req.param('realm') ?? ''),
      all: () => [...found.values()],
    },
    async signIn(realm, username, session = {}) {
      await users.create(realm, { username });
      return sessions.issue({
        username,
        universalId: universalIdOf(realm, username),
        realm,
        authLevel: 0,
        journeys: ['Login'],
        properties: {},
        maxSessionMinutes: 120,
        maxIdleMinutes: 30,
        ...session,
      });
    },
  };
}

function realmFrom(
  name: string,
  file: object,
  parts: Pick<TestService, 'users' | 'sessions' | 'deviceDocuments'>,
): Realm {
  const configuration = realmConfigurationFrom(file);
  if (!('authentication' in configuration)) throw new Error(configuration[0]?.message);
  const directory = createDirectory({ ...parts, policies }, name);
  const devices = createDevices(
    { documents: parts.deviceDocuments, directory, configuration: () => configuration, hash: quickHash },
    name,
  );
  // Nothing that these tests mount uses the rest of what nodes may use.
  const services = { directory, devices, policies } as unknown as RealmServices;
  return { name, configuration, services, journeys: { find: () => undefined, all: () => [] } };
}
