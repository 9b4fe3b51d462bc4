import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  diffJourneys,
  type FoundJourney,
  faultOfName,
  folderOfRealm,
  formatLayout,
  isSameFolder,
  readCollection,
  type SourceFile,
  withInnerJourneys,
  writeJourneys,
} from '@journeyman/node-schemas';

/** What importing a journey comes to. */
export interface ImportPlan {
  readonly found: FoundJourney;
  readonly realm: string;
  /** Paths with the folder of journeys. */
  readonly files: readonly SourceFile[];
  /** What is there now: nothing, the same, or something else. */
  readonly state: 'new' | 'same' | 'different';
  /** Why it cannot be imported. */
  readonly fault?: string;
}

/** Says what importing journeys into a folder comes to, and writes nothing. */
export async function planImport(
  journeys: readonly FoundJourney[],
  into: string,
  wantedRealm: string | undefined,
): Promise<readonly ImportPlan[]> {
  const taken: string[] = [];
  return Promise.all(
    journeys.map(async (found): Promise<ImportPlan> => {
      const realm = wantedRealm ?? found.realm;
      const refused = (fault: string): ImportPlan => ({ found, realm, files: [], state: 'new', fault });
      const fault = faultOfName(found.name);
      if (fault !== undefined) return refused(fault);
      const files = writeJourneys([found], 'journeyman', { realm }).map(({ path, text }) => ({
        path: join(into, path),
        text,
      }));
      const folder = dirname(files[0]?.path ?? '');
      const other = taken.find((path) => isSameFolder(path, folder));
      if (other === folder) {
        return refused(
          `Another journey ${JSON.stringify(found.name)} of realm ${realm} is imported; one is expected.`,
        );
      }
      if (other !== undefined) {
        return refused(
          `${JSON.stringify(basename(other))} is imported as well; names that differ in more than case are expected.`,
        );
      }
      taken.push(folder);
      const alike = (await namesAt(dirname(folder))).find(
        (name) => name !== found.name && isSameFolder(name, found.name),
      );
      if (alike !== undefined) {
        return refused(
          `${JSON.stringify(alike)} is there already; names that differ in more than case are expected.`,
        );
      }
      return { found, realm, files, state: await stateOf(found, files) };
    }),
  );
}

async function stateOf(found: FoundJourney, files: readonly SourceFile[]): Promise<ImportPlan['state']> {
  const texts = await Promise.all(files.map(({ path }) => readFile(path, 'utf8').catch(absent)));
  if (texts.every((text) => text === undefined)) return 'new';
  if (files.every(({ text }, index) => texts[index] === text)) return 'same';
  const there = files.flatMap(({ path }, index) => {
    const text = texts[index];
    return text === undefined ? [] : [{ path, text }];
  });
  const [old] = readCollection(there).journeys;
  return old !== undefined && saysTheSame(old, found) ? 'same' : 'different';
}

/**
 * Whether no diff would tell of a difference, as tools write parts that are empty, and parts that are not the journey's. One whose
 * places alone differ says something else as well: what somebody has drawn is not thrown away unasked.
 */
function saysTheSame(one: FoundJourney, other: FoundJourney): boolean {
  return (
    formatLayout(one.layout) === formatLayout(other.layout) &&
    diffJourneys(one.exported, other.exported).status === 'same'
  );
}

const namesAt = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder).catch(absent)) ?? [];

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
}

/** Writes the files of journeys that are new or say something else. */
export async function writePlans(plans: readonly ImportPlan[]): Promise<void> {
  for (const { path, text } of plans.flatMap(({ files, state }) => (state === 'same' ? [] : files))) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/** A journey that imported ones run, and that is neither among them nor in the folder. */
export interface MissingJourney {
  readonly name: string;
  readonly realm: string;
}

/** The journeys that imported ones miss. */
export async function missingInnerJourneys(
  plans: readonly ImportPlan[],
  into: string,
): Promise<readonly MissingJourney[]> {
  const realms = [...new Set(plans.map(({ realm }) => realm))];
  const missing = await Promise.all(
    realms.map(async (realm) => {
      const journeys = plans.filter((plan) => plan.realm === realm).map(({ found }) => found);
      const there = await namesAt(join(into, folderOfRealm(realm)));
      return withInnerJourneys(journeys, journeys)
        .missing.filter((name) => !there.includes(name))
        .map((name) => ({ name, realm }));
    }),
  );
  return missing.flat();
}
