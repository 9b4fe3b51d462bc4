import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { JsonObject } from '@journeyman/node-schemas';
import { pino } from 'pino';
import { compose } from '../compose.ts';
import { systemRandom } from '../crypto/random.ts';
import { quickHash } from '../http/test-service.builder.ts';
import { administratorId, universalIdOf } from '../realms/realm.ts';
import { createSessions } from '../sessions/stored-sessions.ts';
import { createMemoryStores } from '../stores/memory.ts';
import { quickPasswords } from '../users/quick-passwords.builder.ts';

/** A service over a folder of its own, whose requests are made without a network. */
export interface TestFiles {
  readonly folder: string;
  /** Asks as the administrator, unless headers say otherwise. */
  request(method: string, path: string, asked?: Asked): Promise<Answered>;
  /** Asks exactly as given. */
  raw(path: string, init: RequestInit): Promise<Response>;
  token(username: string): Promise<string>;
  /** The paths of all files, sorted. */
  paths(): Promise<readonly string[]>;
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  stop(): Promise<void>;
}

interface Asked {
  readonly body?: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answered {
  readonly status: number;
  readonly etag: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at what is answered
  readonly body: any;
}

/** A journey of one message that leads to Success, with its place. */
export function messageJourney(
  name: string,
  tree: JsonObject = {},
  place: JsonObject = { x: 240, y: 80 },
): string {
  const id = '11111111-1111-4111-8111-111111111111';
  return JSON.stringify({
    tree: {
      _id: name,
      entryNodeId: id,
      nodes: {
        [id]: {
          displayName: 'Hello',
          nodeType: 'MessageNode',
          connections: {
            true: '70e691a5-1e33-4ac3-a356-e7b6d60d92e0',
            false: 'e301438c-0bd0-429c-ab0c-66126501069a',
          },
          ...place,
        },
      },
      ...tree,
    },
    nodes: { [id]: { _id: id, _type: { _id: 'MessageNode' }, message: { en: 'Hello' } } },
    innerNodes: {},
  });
}

/** Starts a service over an empty top-level realm with the sub-realm `/alpha`. */
export async function testFiles({
  isDemo = true,
  address = 'http://127.0.0.1:8080',
} = {}): Promise<TestFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'journey-files-'));
  await mkdir(join(folder, 'realms', 'alpha'), { recursive: true });
  await writeFile(join(folder, 'realm.json'), '{"defaultJourney":"Hello"}');
  const clock = { now: () => Date.UTC(2026, 0, 2, 3, 4, 5) };
  const stores = createMemoryStores(clock);
  const { app, close } = await compose(
    {
      contextPath: '/am',
      cookieName: 'iPlanetDirectoryPro',
      corsOrigins: [],
      trustedProxies: [],
      journeysFolder: folder,
      administratorPassword: 'not-used-here',
      traceHours: 0,
      metricsToken: undefined,
    },
    { isDemo, pagesFolder: folder, version: '0.0.0' },
    {
      stores,
      clock,
      random: systemRandom,
      passwords: quickPasswords(),
      slowHash: quickHash,
      secret: new Uint8Array(32),
      publicUrl: 'http://127.0.0.1:8080',
      address,
      environment: {},
      log: pino({ level: 'silent' }),
    },
  );
  const sessions = createSessions({ documents: stores.sessions, clock, cookieName: 'iPlanetDirectoryPro' });
  const token = (username: string) =>
    sessions.issue({
      username,
      universalId: username === 'amadmin' ? administratorId : universalIdOf('/', username),
      realm: '/',
      authLevel: 0,
      journeys: [],
      properties: {},
      maxSessionMinutes: 60,
      maxIdleMinutes: 60,
    });
  const administrator = await token('amadmin');
  return {
    folder,
    async request(method, path, { body, headers = {} } = {}) {
      const response = await app.request(`/am/json${path}`, {
        method,
        headers: { iPlanetDirectoryPro: administrator, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, etag: response.headers.get('etag'), body: await response.json() };
    },
    raw: async (path, init) => app.request(path, init),
    token,
    async paths() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .sort();
    },
    read: (path) => readFile(join(folder, path), 'utf8'),
    async write(path, text) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    },
    async stop() {
      close();
      await rm(folder, { recursive: true });
    },
  };
}
