import {
  canonicalTexts,
  checkJourney,
  drawJourney,
  emptyLayout,
  everyProblem,
  faultOfName,
  innerJourneysOf,
  isJsonObject,
  isSameFolder,
  type Journey,
  type JourneyTexts,
  type JsonObject,
  nodeTypesById,
  parseJson,
  readJourney,
  readLayout,
  readPolicyText,
  withName,
} from '@journeyman/node-schemas';
import { knowTypesOf } from '../editor/known-types.ts';
import { freeName } from '../library/free-name.ts';
import { folderId } from './folder-id.ts';
import type {
  Changed,
  JourneyFiles,
  ListedJourney,
  ListedRealm,
  PolicyChanged,
  ScenariosChanged,
  StoredJourney,
  StoredPolicy,
  StoredScenarios,
} from './journey-files.ts';

/** Opens a folder on this computer, under the same id each time. */
export async function openLocalFolder(root: FileSystemDirectoryHandle): Promise<JourneyFiles> {
  return createLocalFolder(root, await folderId(root));
}

/** The journeys of a folder on this computer that was opened in the browser, in the same files as the server's. */
export function createLocalFolder(root: FileSystemDirectoryHandle, id: string): JourneyFiles {
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result | Refused> => {
    try {
      return await work();
    } catch (error) {
      return refused(`The folder cannot be used: ${(error as Error).message}`);
    }
  };

  /** What was found good must still be so when the files are written, by whichever tab. */
  const changing = <Result>(work: () => Promise<Result>) =>
    guarded(() => navigator.locks.request('journeyman-folder', work));

  async function save(
    realm: string,
    name: string,
    texts: JourneyTexts,
    revision: string | null,
  ): Promise<Changed> {
    const parent = await realmFolder(root, realm);
    const fault = faultOfName(name) ?? (await clashOf(parent, name));
    if (fault !== undefined) return refused(fault);
    const current = await read(parent, name);
    if ((current?.revision ?? null) !== revision) return { status: 'conflict', theirs: current };
    const wanted = canonicalTexts(name, texts, current?.layout);
    if (wanted.status === 'refused') {
      return refused(wanted.findings.map(({ message }) => message).join(' '));
    }
    const folder = await parent.getDirectoryHandle(name, { create: true });
    const before = current === null ? undefined : canonicalTexts(name, current);
    const known = before?.status === 'canonical' ? before : undefined;
    if (known?.layout !== wanted.layout || current?.layout === null) {
      await write(folder, `${name}.layout.json`, wanted.layout);
    }
    if (known?.file !== wanted.file) await write(folder, `${name}.journey.json`, wanted.file);
    return done(await read(parent, name));
  }

  async function remove(realm: string, name: string, revision: string): Promise<Changed> {
    const parent = await realmFolder(root, realm);
    const current = await read(parent, name);
    if (current?.revision !== revision) return { status: 'conflict', theirs: current };
    const folder = await parent.getDirectoryHandle(name);
    await folder.removeEntry(`${name}.journey.json`);
    if (current.layout !== null) await folder.removeEntry(`${name}.layout.json`);
    await removeIfEmpty(parent, name);
    return done(current);
  }

  async function rename(realm: string, name: string, newName: string, revision: string): Promise<Changed> {
    const parent = await realmFolder(root, realm);
    const fault = faultOfName(newName) ?? (await clashOf(parent, newName, name));
    if (fault !== undefined) return refused(fault);
    const current = await read(parent, name);
    if (current?.revision !== revision) return { status: 'conflict', theirs: current };
    if (newName === name) return done(current);
    const entries = (await entriesOf(parent)).map((entry) => entry.name);
    if (entries.includes(newName)) return refused(`There is a folder ${JSON.stringify(newName)} already.`);
    if (isSameFolder(name, newName)) {
      // Where case does not count, both are one folder.
      const between = await rename(realm, name, freeName(newName, entries), revision);
      return between.status === 'saved'
        ? rename(realm, between.journey.name, newName, between.journey.revision)
        : between;
    }
    const journey = readJourney(current.file, name);
    if (journey.status === 'refused') return refused(journey.findings[0]?.message ?? '');
    const from = await parent.getDirectoryHandle(name);
    const moved = await entriesOf(from);
    const giveUp = () => parent.removeEntry(newName, { recursive: true });
    const copied = async () => {
      const to = await parent.getDirectoryHandle(newName, { create: true });
      for (const entry of moved.filter((each) => !isOwnFile(each.name, name))) {
        const isNamedLike = entry.kind === 'file' && entry.name.startsWith(`${name}.`);
        await copy(entry, to, isNamedLike ? `${newName}${entry.name.slice(name.length)}` : entry.name);
      }
      const file = JSON.stringify(withName(journey.exported, newName));
      return save(realm, newName, { file, layout: current.layout }, null);
    };
    // A browser cannot rename a folder: nothing of it is taken away before all of it is in the other.
    const saved = await copied().catch(async (error) => {
      await giveUp();
      throw error;
    });
    const now = await read(parent, name);
    if (saved.status !== 'saved' || now?.revision !== revision) {
      await giveUp();
      return saved.status === 'saved' ? { status: 'conflict', theirs: now } : saved;
    }
    // What the browser does not let be taken away stays, as a journey of the old name at worst.
    await removeAll(from, moved)
      .then(() => removeIfEmpty(parent, name))
      .catch(() => undefined);
    return saved;
  }

  async function savePolicy(text: string, revision: string | null): Promise<PolicyChanged> {
    const current = await policyOf(root);
    if ((current?.revision ?? null) !== revision) return { status: 'conflict', theirs: current };
    const policy = readPolicyText(text);
    if (policy.status === 'refused') return refused(policy.findings.map(({ message }) => message).join(' '));
    await write(root, 'policy.json', text);
    return { status: 'saved', policy: { text, revision: await revisionOf([text]) } };
  }

  async function scenariosOf(realm: string, name: string): Promise<StoredScenarios | null> {
    const parent = await realmFolder(root, realm);
    if ((await read(parent, name)) === null) return null;
    const text = await textOrNull(await parent.getDirectoryHandle(name), `${name}.scenarios.yaml`);
    return text === null ? null : { text, revision: await revisionOf([text]) };
  }

  async function saveScenarios(
    realm: string,
    name: string,
    text: string,
    revision: string | null,
  ): Promise<ScenariosChanged> {
    const current = await scenariosOf(realm, name);
    if ((current?.revision ?? null) !== revision) return { status: 'conflict', theirs: current };
    const parent = await realmFolder(root, realm);
    const journeys = journeysOf((await journeysIn(parent)).map(({ source }) => source));
    await knowTypesOf(journeys.values());
    // Only here: most never write a scenario.
    const { readScenarios } = await import('@journeyman/simulation');
    const scenarios = readScenarios(text, name, journeys);
    if (scenarios.status === 'refused') {
      return refused(scenarios.findings.map(({ line, message }) => `Line ${line}: ${message}`).join(' '));
    }
    await write(await parent.getDirectoryHandle(name), `${name}.scenarios.yaml`, text);
    return { status: 'saved', scenarios: { text, revision: await revisionOf([text]) } };
  }

  return {
    id,
    list: (realm) =>
      guarded(async () => {
        const [folder, names] = [await realmFolder(root, realm), await realmsIn(root)];
        return { status: 'listed', realm: await listed(folder, realm, names, await policyOf(root)) };
      }),
    open: (realm, name) =>
      guarded(async () => {
        const journey = await read(await realmFolder(root, realm), name);
        return journey === null ? { status: 'missing' } : { status: 'opened', journey };
      }),
    // A page cannot ask git.
    revisions: async () => [],
    save: (...change) => changing(() => save(...change)),
    remove: (...change) => changing(() => remove(...change)),
    rename: (...change) => changing(() => rename(...change)),
    openScenarios: (realm, name) =>
      guarded(async () => {
        const scenarios = await scenariosOf(realm, name);
        return scenarios === null ? { status: 'missing' } : { status: 'opened', scenarios };
      }),
    saveScenarios: (...change) => changing(() => saveScenarios(...change)),
    savePolicy: (_realm, ...change) => changing(() => savePolicy(...change)),
  };
}

type Refused = { readonly status: 'refused'; readonly message: string };

const refused = (message: string): Refused => ({ status: 'refused', message });

const done = (journey: StoredJourney | null): Changed =>
  journey === null ? { status: 'conflict', theirs: null } : { status: 'saved', journey };

const isOwnFile = (file: string, name: string) =>
  file === `${name}.journey.json` || file === `${name}.layout.json`;

async function realmFolder(
  root: FileSystemDirectoryHandle,
  realm: string,
): Promise<FileSystemDirectoryHandle> {
  let folder = root;
  for (const part of realm.split('/').filter(Boolean)) {
    folder = await (await folder.getDirectoryHandle('realms')).getDirectoryHandle(part);
  }
  return folder;
}

async function realmsIn(folder: FileSystemDirectoryHandle, name = '/'): Promise<string[]> {
  const entries = await entriesOf(folder);
  if (!entries.some(({ kind, name: entry }) => kind === 'directory' && entry === 'realms')) return [name];
  const subRealms = await entriesOf(await folder.getDirectoryHandle('realms'));
  const nested = subRealms
    .filter((entry): entry is FileSystemDirectoryHandle => entry.kind === 'directory')
    .map((entry) => realmsIn(entry, `${name === '/' ? '' : name}/${entry.name}`));
  return [name, ...(await Promise.all(nested)).flat()];
}

async function listed(
  folder: FileSystemDirectoryHandle,
  realm: string,
  realms: readonly string[],
  policy: StoredPolicy | null,
): Promise<ListedRealm> {
  const sources = await journeysIn(folder);
  const journeys = journeysOf(sources.map(({ source }) => source));
  await knowTypesOf(journeys.values());
  const settings = await settingsOf(folder);
  const services = isJsonObject(settings.services) ? Object.keys(settings.services) : [];
  const context = { journeys, services: new Set(services), types: nodeTypesById };
  const problemsOf = (journey: Journey) =>
    everyProblem(checkJourney(journey, context), journey, context, policy?.text ?? null);
  return {
    realm,
    realms,
    defaultJourney: typeof settings.defaultJourney === 'string' ? settings.defaultJourney : null,
    services,
    policy,
    journeys: sources
      .map(
        ({ each, source }): ListedJourney =>
          source.status === 'read'
            ? {
                ...each,
                ...summaryOf(source.journey, each.layout),
                problems: problemsOf(source.journey),
              }
            : {
                ...each,
                ...unreadable,
                problems: source.findings.map(({ message }) => ({ severity: 'error', message })),
              },
      )
      .toSorted((one, other) => one.name.localeCompare(other.name)),
  };
}

/** The journeys of a realm's folder, as they are and as they are read. */
async function journeysIn(folder: FileSystemDirectoryHandle) {
  const entries = (await entriesOf(folder)).filter(
    ({ kind, name }) => kind === 'directory' && name !== 'realms',
  );
  const stored = await Promise.all(entries.map(({ name }) => read(folder, name)));
  return stored
    .filter((each) => each !== null)
    .map((each) => ({ each, source: readJourney(each.file, each.name) }));
}

/** Those that can be read, by name. */
function journeysOf(sources: readonly ReturnType<typeof readJourney>[]): ReadonlyMap<string, Journey> {
  return new Map(
    sources.flatMap((source) =>
      source.status === 'read' ? [[source.journey.name, source.journey] as const] : [],
    ),
  );
}

const unreadable = { description: '', enabled: false, innerTreeOnly: false, innerJourneys: [], svg: '' };

function summaryOf(journey: Journey, layout: string | null) {
  const read = layout === null ? undefined : readLayout(layout);
  return {
    description: journey.description,
    enabled: journey.enabled,
    innerTreeOnly: journey.innerTreeOnly,
    innerJourneys: innerJourneysOf(journey),
    svg: drawJourney(journey, read?.status === 'read' ? read.layout : emptyLayout),
  };
}

/** A realm without settings, or with broken ones, has none of its own. */
async function settingsOf(folder: FileSystemDirectoryHandle): Promise<JsonObject> {
  const text = await textOrNull(folder, 'realm.json');
  const parsed = text === null ? undefined : parseJson(text);
  return parsed?.status === 'parsed' && isJsonObject(parsed.value) ? parsed.value : {};
}

async function read(parent: FileSystemDirectoryHandle, name: string): Promise<StoredJourney | null> {
  const entry = (await entriesOf(parent)).find((each) => each.name === name);
  if (entry?.kind !== 'directory') return null;
  const folder = await parent.getDirectoryHandle(name);
  const file = await textOrNull(folder, `${name}.journey.json`);
  if (file === null) return null;
  const layout = await textOrNull(folder, `${name}.layout.json`);
  return { name, file, layout, revision: await revisionOf([file, layout]) };
}

/** It stands at the top of the folder and holds for all realms. */
async function policyOf(root: FileSystemDirectoryHandle): Promise<StoredPolicy | null> {
  const text = await textOrNull(root, 'policy.json');
  return text === null ? null : { text, revision: await revisionOf([text]) };
}

async function revisionOf(texts: readonly (string | null)[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(texts));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What has a name that differs in its case alone; `besides` is a journey that is about to give its name up. */
async function clashOf(
  parent: FileSystemDirectoryHandle,
  name: string,
  besides = name,
): Promise<string | undefined> {
  const clash = (await entriesOf(parent)).find(
    (entry) => entry.name !== name && entry.name !== besides && isSameFolder(entry.name, name),
  );
  if (clash === undefined) return undefined;
  return `${JSON.stringify(name)} differs from ${JSON.stringify(clash.name)} in its case alone; another name is expected.`;
}

async function entriesOf(
  folder: FileSystemDirectoryHandle,
): Promise<(FileSystemDirectoryHandle | FileSystemFileHandle)[]> {
  const entries: (FileSystemDirectoryHandle | FileSystemFileHandle)[] = [];
  for await (const entry of folder.values()) entries.push(entry);
  return entries;
}

async function textOrNull(folder: FileSystemDirectoryHandle, name: string): Promise<string | null> {
  try {
    return await textOf(folder, name);
  } catch (error) {
    if ((error as Error).name === 'NotFoundError') return null;
    throw error;
  }
}

/** Copies a file, or a folder with all that is in it, as it is. */
async function copy(
  entry: FileSystemDirectoryHandle | FileSystemFileHandle,
  to: FileSystemDirectoryHandle,
  name: string,
): Promise<void> {
  if (entry.kind === 'file') return write(to, name, await entry.getFile());
  const folder = await to.getDirectoryHandle(name, { create: true });
  for (const inside of await entriesOf(entry)) await copy(inside, folder, inside.name);
}

async function removeAll(
  folder: FileSystemDirectoryHandle,
  entries: readonly FileSystemHandle[],
): Promise<void> {
  for (const { kind, name } of entries) await folder.removeEntry(name, { recursive: kind === 'directory' });
}

async function removeIfEmpty(parent: FileSystemDirectoryHandle, name: string): Promise<void> {
  const folder = await parent.getDirectoryHandle(name);
  if ((await entriesOf(folder)).length === 0) await parent.removeEntry(name);
}

async function textOf(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  return (await (await folder.getFileHandle(name)).getFile()).text();
}

/** The browser puts the new content in place of the old when the writing is closed, not before. */
async function write(folder: FileSystemDirectoryHandle, name: string, content: string | File): Promise<void> {
  const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await writable.write(content);
  await writable.close();
}
