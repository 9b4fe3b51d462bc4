import { accessSync, constants, watch } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { makeRunnable, standardRegistry } from '@journeyman/engine';
import { locator, parseJson } from '@journeyman/node-schemas/run';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import { AmError } from '../http/am-error.ts';
import { administratorJourney } from './administrator-journey.ts';
import type { CatalogueEntry } from './journey-catalogue.ts';
import { type FileFault, loadJourneys } from './journey-files.ts';
import { fillPlaceholders } from './placeholders.ts';
import type { Realm, RealmServices, Realms } from './realm.ts';
import { type RealmConfiguration, realmConfigurationFrom } from './realm-configuration.ts';
import { type RealmFiles, readRealmFiles } from './realm-files.ts';

/** What the realms are made from. */
export interface RealmsOptions {
  /** The folder of journeys. */
  readonly folder: string;
  /** What placeholders are filled from. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Makes what nodes of a realm may use; called again when the configuration changes. */
  servicesFor(realm: string, configuration: RealmConfiguration): RealmServices;
  /** Called with a realm before it is served, unless it is already; when it rejects, everything stays as it was. */
  prepare?(realm: Realm): Promise<void>;
  readonly log: Logger;
}

/** Realms that follow their files. */
export interface WatchedRealms extends Realms {
  /** What is wrong with the files as they are now. */
  faults(): readonly FileFault[];
  /** Reads the files again. What is broken or cannot be read leaves what was read of it before in force. */
  reload(): Promise<void>;
  /** Reads the files again a moment after each change, until `close`. */
  follow(): void;
  close(): void;
}

/** Reads the realms. Rejects when the folder cannot be read. */
export async function openRealms(options: RealmsOptions): Promise<WatchedRealms> {
  const { folder, environment, log } = options;
  let realms: ReadonlyMap<string, LoadedRealm> = new Map();
  let faults: readonly FileFault[] = [];
  let stop = () => {};

  let latest: Promise<void> = Promise.resolve();

  /** One after another: a slow reading that began earlier must not have the last word. */
  function reload(): Promise<void> {
    latest = latest.then(read, read);
    return latest;
  }

  async function read(): Promise<void> {
    const found: FileFault[] = [];
    const next = new Map<string, LoadedRealm>();
    for (const files of await readRealmFiles(folder)) {
      if ('reason' in files) {
        found.push({ severity: 'error', file: files.path, line: 1, reason: files.reason });
        for (const [name, realm] of realms) {
          if (`${name}/`.startsWith(files.below) && !next.has(name)) next.set(name, realm);
        }
        continue;
      }
      const before = realms.get(files.name);
      const configuration = readConfiguration(files, environment, found) ?? before?.configuration;
      // A realm whose settings were never good is not served: the defaults could be laxer than what was meant.
      if (configuration === undefined) continue;
      const { entries, faults: inJourneys } = await loadJourneys(
        files,
        configuration,
        environment,
        before?.entries ?? new Map(),
      );
      found.push(...inJourneys);
      next.set(files.name, {
        configuration,
        entries: files.name === '/' ? withAdministratorJourney(entries) : entries,
        name: files.name,
        journeys: catalogueOf(files.name),
        services:
          before !== undefined && isDeepStrictEqual(before.configuration, configuration)
            ? before.services
            : options.servicesFor(files.name, configuration),
      });
    }
    for (const [name, realm] of next) {
      if (!realms.has(name)) await options.prepare?.(realm);
    }
    for (const fault of found) {
      if (faults.some((known) => isSame(known, fault))) continue;
      if (fault.severity === 'error') log.error({ ...fault }, 'file is broken');
      else log.warn({ ...fault }, 'journey cannot be run to every end');
    }
    realms = next;
    faults = found;
    log.info({ realms: [...next.keys()], faults: found.length }, 'realms read');
  }

  function catalogueOf(name: string): Realm['journeys'] {
    const entries = () => realms.get(name)?.entries ?? new Map<string, CatalogueEntry>();
    return { find: (journey) => entries().get(journey), all: () => [...entries().values()] };
  }

  await reload();
  return {
    find: (name) => realms.get(name),
    all: () => [...realms.values()],
    of(c) {
      const asked = c.req.query('realm');
      if (asked !== undefined) {
        const realm = realms.get(asked.startsWith('/') ? asked : `/${asked}`);
        if (realm === undefined) throw new AmError('bad-request', `Invalid realm, ${asked}`);
        return realm;
      }
      const name = pathRealm(c);
      const realm = realms.get(name);
      if (realm === undefined) throw new AmError('not-found', `Realm "${name.slice(1)}" not found`);
      return realm;
    },
    faults: () => faults,
    reload,
    follow() {
      let timer: NodeJS.Timeout | undefined;
      const ignore = (path: string) => isUnreadable(join(folder, path));
      const watcher = watch(folder, { recursive: true, ignore }, () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          reload().catch((error: unknown) => log.error({ err: error }, 'realms could not be read again'));
        }, settlingMs);
      });
      watcher.on('error', (error) => log.error({ err: error }, 'the journeys folder is no longer watched'));
      stop = () => {
        clearTimeout(timer);
        watcher.close();
      };
    },
    close: () => stop(),
  };
}

/** Editors and git write a file in several strokes. */
const settlingMs = 120;

interface LoadedRealm extends Realm {
  readonly entries: ReadonlyMap<string, CatalogueEntry>;
}

/** Node gives up watching the rest of a folder, and says nothing, when it comes to a file that it may not look at. */
function isUnreadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

function pathRealm(c: Context): string {
  return c.req.param('realm') ?? '/';
}

function readConfiguration(
  { settings, name }: RealmFiles,
  environment: RealmsOptions['environment'],
  faults: FileFault[],
): RealmConfiguration | undefined {
  if (settings !== undefined && 'reason' in settings) {
    faults.push({ severity: 'error', file: settings.path, line: 1, reason: settings.reason });
    return undefined;
  }
  const file = settings?.path ?? `realm.json of ${name}`;
  const parsed =
    settings === undefined ? ({ status: 'parsed', value: {} } as const) : parseJson(settings.text);
  if (parsed.status === 'refused') {
    faults.push({ severity: 'error', file, line: parsed.finding.line, reason: parsed.finding.message });
    return undefined;
  }
  const { value, missing } = fillPlaceholders(parsed.value, environment);
  const configuration = realmConfigurationFrom(value);
  const reasons = [
    ...missing.map(({ placeholder, path }) => ({
      path,
      reason: `${path.join('.')} needs ${placeholder}, which the environment does not have.`,
    })),
    ...(Array.isArray(configuration)
      ? configuration.map(({ path, message }) => ({ path, reason: message }))
      : []),
  ];
  const locate = settings === undefined ? undefined : locator(settings.text);
  for (const { path, reason } of reasons) {
    faults.push({ severity: 'error', file, line: locate?.(path).line ?? 1, reason });
  }
  return reasons.length === 0 ? (configuration as RealmConfiguration) : undefined;
}

function withAdministratorJourney(
  entries: ReadonlyMap<string, CatalogueEntry>,
): ReadonlyMap<string, CatalogueEntry> {
  const { name } = administratorJourney;
  if (entries.has(name)) return entries;
  const runnable = makeRunnable(administratorJourney, standardRegistry);
  return new Map([...entries, [name, { name, journey: administratorJourney, problems: [], runnable }]]);
}

function isSame(a: FileFault, b: FileFault): boolean {
  return a.file === b.file && a.line === b.line && a.reason === b.reason;
}
