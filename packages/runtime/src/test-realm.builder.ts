import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import type { Random } from '@journeyman/engine';
import type { JsonObject } from '@journeyman/node-schemas';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { type BuiltJourney, journeyExport } from '../../node-schemas/src/journey/journey-export.builder.ts';
import type { AuditSink } from './audit/audit-log.ts';
import { compose, type Service, type ServiceSettings } from './compose.ts';
import { systemRandom } from './crypto/random.ts';
import { quickHash } from './http/test-service.builder.ts';
import type { Stores } from './stores/document-store.ts';
import { createMemoryStores } from './stores/memory.ts';
import { quickPasswords } from './users/quick-passwords.builder.ts';

/** The files of one realm. */
interface TestRealmFiles {
  /** What `realm.json` holds. Default: `Login` is the default journey, and messages are kept here. */
  readonly realm?: object;
  /** Default: `login`. */
  readonly journeys?: readonly BuiltJourney[];
}

/** What a test says of a whole service; whatever it leaves out is usual. */
export interface TestRealmSetting extends TestRealmFiles {
  /** Sub-realms by their names, such as `alpha` or `a/realms/b`. */
  readonly realms?: Readonly<Record<string, TestRealmFiles>>;
  readonly settings?: Partial<ServiceSettings>;
  readonly publicUrl?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Whatever else stands in place of the usual stores. */
  readonly stores?: (usual: Stores) => Stores;
  /** Default: the operating system's. */
  readonly random?: Random;
  /** Default: it is the demo. */
  readonly isDemo?: boolean;
  /** Where audit events go. Default: there are none. */
  readonly audit?: AuditSink;
}

/** An answer of the service. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON in it, as loosely as a client takes it. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects, and fails where it is something else.
  readonly body: any;
}

/** How a test calls the service. */
interface TestRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object becomes JSON, a text is sent as it is. */
  readonly body?: object | string;
}

/** A whole service over stores in memory and files in a folder of its own, with a clock that a test moves. */
export interface TestRealm extends Service {
  readonly clock: { now(): number; nowMs: number };
  readonly stores: Stores;
  /** The folder of journeys, which is that of the pages too. */
  readonly folder: string;
  /** What was logged, oldest first. */
  readonly logged: readonly JsonObject[];
  /** Calls an address below `/am/json/`, by POST unless the test says otherwise. */
  call(address: string, request?: TestRequest): Promise<TestAnswer>;
  /** Writes a file below the folder of journeys, and has the realms read anew. */
  write(path: string, content: object | string): Promise<void>;
  /** Removes a file or a folder, and has the realms read anew. */
  remove(path: string): Promise<void>;
}

/** User name and password on one page, then Success or Failure. */
export const login: BuiltJourney = {
  name: 'Login',
  nodes: {
    Page: {
      type: 'PageNode',
      children: { User: { type: 'UsernameCollectorNode' }, Password: { type: 'PasswordCollectorNode' } },
      to: { outcome: 'Check' },
    },
    Check: { type: 'DataStoreDecisionNode', to: { true: 'Success', false: 'Failure' } },
  },
};

/** A question: yes leads to Success, no to Failure. */
export const question: BuiltJourney = {
  name: 'Question',
  nodes: { Ask: { type: 'MessageNode', to: { true: 'Success', false: 'Failure' } } },
};

const usualRealm = { defaultJourney: 'Login', services: { pushNotification: { delegateFactory: 'local' } } };

/** Makes a service with the user `demo` (`Ch4ng31t!`) and the administrator `amadmin` (`administrator`). It starts on 2 January 2026. */
export async function testRealm(setting: TestRealmSetting = {}): Promise<TestRealm> {
  const folder = setting.settings?.journeysFolder ?? (await mkdtemp(join(tmpdir(), 'journeyman-')));
  const write = async (path: string, content: object | string): Promise<void> => {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2));
  };
  if (setting.settings?.journeysFolder === undefined) {
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeRealm(write, '', setting);
    for (const [name, files] of Object.entries(setting.realms ?? {})) {
      await writeRealm(write, `realms/${name}/`, files);
    }
  }
  const clock = { nowMs: Date.UTC(2026, 0, 2, 3, 4, 5), now: () => clock.nowMs };
  const logged: JsonObject[] = [];
  const memory = createMemoryStores(clock);
  const stores = setting.stores?.(memory) ?? memory;
  const service = await compose(
    {
      contextPath: '/am',
      cookieName: 'iPlanetDirectoryPro',
      corsOrigins: [],
      trustedProxies: [],
      administratorPassword: 'administrator',
      traceHours: 24,
      metricsToken: undefined,
      ...setting.settings,
      journeysFolder: folder,
    },
    { isDemo: setting.isDemo ?? true, pagesFolder: folder, version: '0.1.0' },
    {
      stores,
      clock,
      random: setting.random ?? systemRandom,
      passwords: quickPasswords(),
      slowHash: quickHash,
      secret: new Uint8Array(32).fill(7),
      publicUrl: setting.publicUrl ?? 'http://login.example.com',
      environment: setting.environment ?? {},
      ...(setting.audit && { audit: setting.audit }),
      log: pino(
        new Writable({
          write(line, _encoding, done) {
            logged.push(JSON.parse(String(line)) as JsonObject);
            done();
          },
        }),
      ),
    },
  );
  onTestFinished(async () => {
    await service.close();
    await memory.close();
  });
  return {
    ...service,
    clock,
    stores,
    folder,
    logged,
    async call(address, { method = 'POST', headers = {}, body } = {}) {
      const content = typeof body === 'object' ? JSON.stringify(body) : body;
      const response = await service.app.request(`/am/json/${address}`, {
        method,
        headers: { ...(content === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(content === undefined ? {} : { body: content }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: isJson ? JSON.parse(text) : undefined,
      };
    },
    async write(path, content) {
      await write(path, content);
      await service.realms.reload();
    },
    async remove(path) {
      await rm(join(folder, path), { recursive: true });
      await service.realms.reload();
    },
  };
}

/** The address that starts a journey of the top-level realm, or its default journey. */
export function startOf(journey?: string, query = ''): string {
  const named = journey === undefined ? '' : `authIndexType=service&authIndexValue=${journey}&`;
  return `realms/root/authenticate?${named}${query}`;
}

/** A step as a client sends it back, with these values in its inputs, in order. */
export function answered(step: TestAnswer, ...values: readonly unknown[]): object {
  const left = [...values];
  const { authId, callbacks } = step.body as {
    authId: string;
    callbacks: readonly { input?: readonly object[] }[];
  };
  return {
    authId,
    callbacks: callbacks.map(({ input, ...callback }) => ({
      ...callback,
      ...(input && {
        input: input.map((entry) => (left.length > 0 ? { ...entry, value: left.shift() } : entry)),
      }),
    })),
  };
}

async function writeRealm(
  write: (path: string, content: object) => Promise<void>,
  prefix: string,
  { realm = usualRealm, journeys = [login] }: TestRealmFiles,
): Promise<void> {
  await write(`${prefix}realm.json`, realm);
  for (const journey of journeys) await write(`${prefix}${journeyPath(journey)}`, journeyExport(journey));
}

/** Where a realm keeps a journey. */
export function journeyPath({ name = 'Login' }: BuiltJourney): string {
  return `${name}/${name}.journey.json`;
}
