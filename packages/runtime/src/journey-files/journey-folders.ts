import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  canonicalTexts,
  type FileFinding,
  faultOfName,
  isSameFolder,
  type JourneyTexts,
  withName,
} from '@journeyman/node-schemas/run';
import { inTurn } from './in-turn.ts';
import { type PolicyChange, readPolicyFile, type StoredPolicy, savePolicyFile } from './policy-file.ts';
import {
  readScenarioFile,
  type ScenariosChange,
  type StoredScenarios,
  saveScenarioFile,
  type WrittenScenarios,
} from './scenario-file.ts';
import {
  type Expected,
  folderOf,
  isExpected,
  readableTextOf,
  revisionOfTexts,
  textOf,
  writeWhole,
} from './text-files.ts';

/** A journey as its files are now. */
export interface StoredJourney extends JourneyTexts {
  readonly name: string;
  /** Changes with either text. */
  readonly revision: string;
}

/** What became of a change. */
export type Change =
  | { readonly status: 'done'; readonly journey: StoredJourney; readonly isNew: boolean }
  /** Something else is there than was believed; undefined: nothing is. */
  | { readonly status: 'stale'; readonly current: StoredJourney | undefined }
  | { readonly status: 'refused'; readonly message: string; readonly findings: readonly FileFinding[] };

/** The journeys of a folder and what is demanded of them, to be read and changed. Changes are made one after the other. */
export interface JourneyFolders {
  /** Undefined also while its file cannot be read; changes are not made to what cannot be read. */
  find(realm: string, name: string): Promise<StoredJourney | undefined>;
  /** Writes those of the two files that say something else than before. */
  save(realm: string, name: string, texts: JourneyTexts, expected: Expected): Promise<Change>;
  /** Deletes the two files, and their folder if nothing else is in it. */
  delete(realm: string, name: string, expected: Expected): Promise<Change>;
  /** Renames the folder with all that is in it, and the files that are named like it. */
  rename(realm: string, name: string, newName: string, expected: Expected): Promise<Change>;
  /** The scenarios of a journey; undefined: it has none. */
  scenarios(realm: string, name: string): Promise<StoredScenarios | undefined>;
  saveScenarios(
    realm: string,
    name: string,
    scenarios: WrittenScenarios,
    expected: Expected,
  ): Promise<ScenariosChange>;
  /** What is demanded of the journeys of all realms; undefined: nothing is. */
  policy(): Promise<StoredPolicy | undefined>;
  savePolicy(text: string, expected: Expected): Promise<PolicyChange>;
}

/** Reads and changes the journeys of a folder: `<Name>/<Name>.journey.json`, sub-realms in `realms/<name>/`. */
export function openJourneyFolders(root: string): JourneyFolders {
  const takeTurn = inTurn();
  const find = (realm: string, name: string) => read(folderOf(root, realm), name, readableTextOf);

  async function save(realm: string, name: string, texts: JourneyTexts, expected: Expected): Promise<Change> {
    const parent = folderOf(root, realm);
    const fault = faultOfName(name) ?? (await clashOf(parent, name));
    if (fault !== undefined) return refused(fault);
    const current = await read(parent, name);
    if (!isExpected(current, expected)) return { status: 'stale', current };
    const wanted = canonicalTexts(name, texts, current?.layout);
    if (wanted.status === 'refused') {
      return {
        ...refused(wanted.findings.map(({ message }) => message).join(' ')),
        findings: wanted.findings,
      };
    }
    const folder = join(parent, name);
    await mkdir(folder, { recursive: true });
    const before = current === undefined ? undefined : canonicalTexts(name, current);
    const known = before?.status === 'canonical' ? before : undefined;
    if (known?.layout !== wanted.layout || current?.layout === null) {
      await writeWhole(join(folder, `${name}.layout.json`), wanted.layout);
    }
    if (known?.file !== wanted.file) await writeWhole(join(folder, `${name}.journey.json`), wanted.file);
    return { status: 'done', journey: await mustRead(parent, name), isNew: current === undefined };
  }

  async function remove(realm: string, name: string, expected: Expected): Promise<Change> {
    const parent = folderOf(root, realm);
    const current = await read(parent, name);
    if (current === undefined || !isExpected(current, expected)) return { status: 'stale', current };
    const folder = join(parent, name);
    await rm(join(folder, `${name}.journey.json`), { force: true });
    await rm(join(folder, `${name}.layout.json`), { force: true });
    await rmdir(folder).catch(unlessNotEmpty);
    return { status: 'done', journey: current, isNew: false };
  }

  async function renamed(realm: string, name: string, newName: string, expected: Expected): Promise<Change> {
    const parent = folderOf(root, realm);
    const fault = faultOfName(newName) ?? (await clashOf(parent, newName, name));
    if (fault !== undefined) return refused(fault);
    const current = await read(parent, name);
    if (current === undefined || !isExpected(current, expected)) return { status: 'stale', current };
    if (newName === name) return { status: 'done', journey: current, isNew: false };
    if ((await read(parent, newName)) !== undefined && !isSameFolder(name, newName)) {
      return refused(`There is a journey ${JSON.stringify(newName)} already; another name is expected.`);
    }
    const texts = renameIn(current, newName);
    if (texts.status === 'refused')
      return refused(`${JSON.stringify(name)} cannot be read as a journey; mend its file first.`);
    const folder = join(parent, name);
    const own = (await readdir(folder)).filter((file) => file.startsWith(`${name}.`));
    // The new files are passed over until the folder bears their name: that one step is the change.
    await writeWhole(join(folder, `${newName}.layout.json`), texts.layout);
    await writeWhole(join(folder, `${newName}.journey.json`), texts.file);
    await rename(folder, join(parent, newName));
    // Where case does not count, a new file has taken the place of the old one already, under either name.
    const found = new Set(await readdir(join(parent, newName)));
    for (const file of own.filter((each) => found.has(each))) {
      const old = join(parent, newName, file);
      const ending = file.slice(name.length);
      const renamedFile = `${newName}${ending}`;
      const isReplaced = ending === '.journey.json' || ending === '.layout.json';
      if (isReplaced && found.has(renamedFile)) await rm(old, { force: true });
      else await rename(old, join(parent, newName, renamedFile));
    }
    return { status: 'done', journey: await mustRead(parent, newName), isNew: false };
  }

  return {
    find,
    save: (...change) => takeTurn(() => save(...change)),
    delete: (...change) => takeTurn(() => remove(...change)),
    rename: (...change) => takeTurn(() => renamed(...change)),
    scenarios: async (realm, name) =>
      (await find(realm, name)) && readScenarioFile(join(folderOf(root, realm), name), name),
    saveScenarios: (realm, name, ...change) =>
      takeTurn(() => saveScenarioFile(join(folderOf(root, realm), name), name, ...change)),
    policy: () => readPolicyFile(root),
    savePolicy: (...change) => takeTurn(() => savePolicyFile(root, ...change)),
  };
}

function refused(message: string): Change & { readonly status: 'refused' } {
  return { status: 'refused', message, findings: [] };
}

function renameIn({ name, file, layout }: StoredJourney, newName: string): ReturnType<typeof canonicalTexts> {
  const before = canonicalTexts(name, { file, layout });
  if (before.status === 'refused') return before;
  const exported = withName(JSON.parse(before.file), newName);
  return canonicalTexts(newName, { file: JSON.stringify(exported), layout: before.layout });
}

/** What already has that name, or one that differs in its case alone; `besides` is a journey that is about to give its name up. */
async function clashOf(parent: string, name: string, besides?: string): Promise<string | undefined> {
  const entries = await readdir(parent, { withFileTypes: true });
  for (const entry of entries) {
    if (entry.name === besides || !isSameFolder(entry.name, name)) continue;
    if (entry.name !== name) {
      return `${JSON.stringify(name)} differs from ${JSON.stringify(entry.name)} in its case alone; another name is expected.`;
    }
    if (!entry.isDirectory())
      return `${JSON.stringify(name)} is the name of a file here; another name is expected.`;
    if (besides !== undefined)
      return `There is a folder ${JSON.stringify(name)} already; another name is expected.`;
  }
  return undefined;
}

async function read(parent: string, name: string, readText = textOf): Promise<StoredJourney | undefined> {
  if (faultOfName(name) !== undefined) return undefined;
  const file = await readText(join(parent, name, `${name}.journey.json`));
  if (file === null) return undefined;
  const layout = await readText(join(parent, name, `${name}.layout.json`));
  return { name, file, layout, revision: revisionOf({ file, layout }) };
}

async function mustRead(parent: string, name: string): Promise<StoredJourney> {
  const journey = await read(parent, name);
  if (journey === undefined) throw new Error(`Journey ${name} vanished while it was written.`);
  return journey;
}

/** Tells the texts of a journey from others; changes with either of them. */
export function revisionOf({ file, layout }: JourneyTexts): string {
  return revisionOfTexts([file, layout]);
}

function unlessNotEmpty(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}
