import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

/** A file and what is in it. */
interface TextFile {
  /** From the folder that was read, such as `realms/alpha/realm.json`. */
  readonly path: string;
  readonly text: string;
}

/** A file or a folder that is there and cannot be read. */
interface Unreadable {
  readonly path: string;
  /** What is wrong with it. */
  readonly reason: string;
}

/** What a folder holds of one realm. */
export interface RealmFiles {
  /** `/`, `/alpha`, `/a/b`. */
  readonly name: string;
  readonly settings: TextFile | Unreadable | undefined;
  readonly journeys: readonly {
    readonly file: TextFile | Unreadable;
    readonly layout: TextFile | Unreadable | undefined;
  }[];
}

/** Realms of which nothing is known: the folder that they are in cannot be read. */
interface UnreadableRealms extends Unreadable {
  /** What their names begin with, if each ends with a slash: `/alpha/`, or `/` for all that are not read otherwise. */
  readonly below: string;
}

/**
 * Reads a folder of journeys: `realm.json`, `<Name>/<Name>.journey.json` with its layout, and sub-realms in `realms/<name>/`
 * of the same shape; a realm comes before those below it. Rejects when the folder itself cannot be read.
 */
export async function readRealmFiles(folder: string): Promise<readonly (RealmFiles | UnreadableRealms)[]> {
  return readRealm(folder, '', '/');
}

/** `below` is the folder of the realm, from that of all realms. */
async function readRealm(
  root: string,
  below: string,
  name: string,
): Promise<readonly (RealmFiles | UnreadableRealms)[]> {
  const read = (...path: readonly string[]) => readText(root, posix.join(below, ...path));
  const folders = await foldersIn(join(root, below));
  const journeys = await Promise.all(
    folders
      .filter((each) => each !== 'realms')
      .sort()
      .map(async (each) => ({
        file: await read(each, `${each}.journey.json`),
        layout: await read(each, `${each}.layout.json`),
      })),
  );
  const own: RealmFiles = {
    name,
    settings: await read('realm.json'),
    journeys: journeys.filter((each): each is RealmFiles['journeys'][number] => each.file !== undefined),
  };
  if (!folders.includes('realms')) return [own];
  const prefix = name === '/' ? '/' : `${name}/`;
  const path = posix.join(below, 'realms');
  const subRealms = await foldersIn(join(root, path)).catch(unreadable(path));
  if ('reason' in subRealms) return [own, { ...subRealms, below: prefix }];
  const nested = await Promise.all(
    subRealms.map(async (each) => {
      const at = posix.join(path, each);
      const found = await readRealm(root, at, `${prefix}${each}`).catch(unreadable(at));
      return 'reason' in found ? [{ ...found, below: `${prefix}${each}/` }] : found;
    }),
  );
  return [own, ...nested.flat()];
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function readText(root: string, path: string): Promise<TextFile | Unreadable | undefined> {
  try {
    return { path, text: await readFile(join(root, path), 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? undefined : unreadable(path)(error as NodeJS.ErrnoException);
  }
}

function unreadable(path: string): (error: NodeJS.ErrnoException) => Unreadable {
  return ({ code }) => ({
    path,
    reason:
      code === 'EISDIR'
        ? 'A folder has this name; a file is expected.'
        : `It cannot be read (${code}); something that the service may read is expected.`,
  });
}
