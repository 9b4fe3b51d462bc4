import {
  canonicalTexts,
  checkJourney,
  drawJourney,
  emptyLayout,
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
  withoutAccepted,
} from '@journeyman/node-schemas';
import { knowTypesOf } from '../editor/known-types.ts';
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

/** The journeys of a folder on this computer that was opened in the browser, in the same files as the server's. */
export function createLocalFolder(root: FileSystemDirectoryHandle): JourneyFiles {
  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result | Refused> => {
    try {
      return await work();
    } catch (error) {
      return { status: 'refused', message: `The folder cannot be used: ${(error as Error).message}` };
    }
  };

  async function save(
    realm: string,
    name: string,
    texts: JourneyTexts,
    revision: string | null,
  ): Promise<Changed> {
    const parent = await realmFolder(root, realm);
    const fault = faultOfName(name) ?? (await clashOf(parent, name));
    if (fault !== undefined) return { status: 'refused', message: fault };
    const current = await read(parent, name);
    if ((current?.revision ?? null) !== revision) return { status: 'conflict', theirs: current };
    const wanted = canonicalTexts(name, texts, current?.layout);
    if (wanted.status === 'refused') {
      return { status: 'refused', message: wanted.findings.map(({ message }) => message).join(' ') };
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
    if ((await entriesOf(folder)).length === 0) await parent.removeEntry(name);
    return done(current);
  }

  async function rename(realm: string, name: string, newName: string, revision: string): Promise<Changed> {
    const parent = await realmFolder(root, realm);
    const fault = faultOfName(newName) ?? (await clashOf(parent, newName));
    if (fault !== undefined) return { status: 'refused', message: fault };
    const current = await read(parent, name);
    if (current?.revision !== revision) return { status: 'conflict', theirs: current };
    const taken = (await entriesOf(parent)).some((entry) => entry.name === newName);
    if (taken) return { status: 'refused', message: `There is a folder ${JSON.stringify(newName)} already.` };
    const journey = readJourney(current.file, name);
    if (journey.status === 'refused')
      return { status: 'refused', message: journey.findings[0]?.message ?? '' };
    const texts = { file: JSON.stringify(withName(journey.exported, newName)), layout: current.layout };
    const saved = await save(realm, newName, texts, null);
    if (saved.status !== 'saved') return saved;
    const from = await parent.getDirectoryHandle(name);
    const to = await parent.getDirectoryHandle(newName);
    // What else is in the folder goes along; a browser cannot rename one.
    for (const entry of await entriesOf(from)) {
      if (entry.kind !== 'file' || isOwnFile(entry.name, name)) continue;
      const ending = entry.name.startsWith(`${name}.`) ? entry.name.slice(name.length) : undefined;
      await write(
        to,
        ending === undefined ? entry.name : `${newName}${ending}`,
        await textOf(from, entry.name),
      );
      await from.removeEntry(entry.name);
    }
    await remove(realm, name, revision);
    return saved;
  }

  async function savePolicy(text: string, revision: string | null): Promise<PolicyChanged> {
    const current = await policyOf(root);
    if ((current?.revision ?? null) !== revision) return { status: 'conflict', theirs: current };
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
    const folder = await (await realmFolder(root, realm)).getDirectoryHandle(name);
    await write(folder, `${name}.scenarios.yaml`, text);
    return { status: 'saved', scenarios: { text, revision: await revisionOf([text]) } };
  }

  return {
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
    save: (...change) => guarded(() => save(...change)),
    remove: (...change) => guarded(() => remove(...change)),
    rename: (...change) => guarded(() => rename(...change)),
    openScenarios: (realm, name) =>
      guarded(async () => {
        const scenarios = await scenariosOf(realm, name);
        return scenarios === null ? { status: 'missing' } : { status: 'opened', scenarios };
      }),
    saveScenarios: (...change) => guarded(() => saveScenarios(...change)),
    savePolicy: (_realm, ...change) => guarded(() => savePolicy(...change)),
  };
}

type Refused = { readonly status: 'refused'; readonly message: string };

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
  const entries = (await entriesOf(folder)).filter(
    ({ kind, name }) => kind === 'directory' && name !== 'realms',
  );
  const stored = (await Promise.all(entries.map(({ name }) => read(folder, name)))).filter(
    (each) => each !== null,
  );
  const sources = stored.map((each) => ({ each, source: readJourney(each.file, each.name) }));
  const journeys = new Map(
    sources.flatMap(({ source }) =>
      source.status === 'read' ? [[source.journey.name, source.journey] as const] : [],
    ),
  );
  await knowTypesOf(journeys.values());
  const settings = await settingsOf(folder);
  const services = isJsonObject(settings.services) ? Object.keys(settings.services) : [];
  const demanded = readPolicyText(policy?.text ?? '');
  const context = {
    journeys,
    services: new Set(services),
    types: nodeTypesById,
    ...(demanded.status === 'read' && { policy: demanded.policy }),
  };
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
                problems: withoutAccepted(checkJourney(source.journey, context), source.journey, context),
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

async function clashOf(parent: FileSystemDirectoryHandle, name: string): Promise<string | undefined> {
  const clash = (await entriesOf(parent)).find(
    (entry) => entry.name !== name && isSameFolder(entry.name, name),
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

async function textOf(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  return (await (await folder.getFileHandle(name)).getFile()).text();
}

/** The browser puts the new text in place of the old when the writing is closed, not before. */
async function write(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await writable.write(text);
  await writable.close();
}
