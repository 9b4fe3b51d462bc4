import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

/** A file and what is in it. */
interface TextFile {
  /** From the folder that was read, such as `realms/alpha/realm.json`. */
  readonly path: string;
  readonly text: string;
}

/** What a folder holds of one realm. */
export interface RealmFiles {
  /** `/`, `/alpha`, `/a/b`. */
  readonly name: string;
  readonly settings: TextFile | undefined;
  readonly journeys: readonly { readonly file: TextFile; readonly layout: TextFile | undefined }[];
}

/**
 * Reads a folder of journeys: `realm.json`, `<Name>/<Name>.journey.json` with its layout, and sub-realms in `realms/<name>/`
 * of the same shape. Rejects when the folder cannot be read.
 */
export async function readRealmFiles(folder: string): Promise<readonly RealmFiles[]> {
  return readRealm(folder, '', '/');
}

/** `below` is the folder of the realm, from that of all realms. */
async function readRealm(root: string, below: string, name: string): Promise<readonly RealmFiles[]> {
  const folder = join(root, below);
  const read = (...path: readonly string[]) => readText(root, posix.join(below, ...path));
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
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
  const subRealms = folders.includes('realms')
    ? await readdir(join(folder, 'realms'), { withFileTypes: true })
    : [];
  const nested = await Promise.all(
    subRealms
      .filter((entry) => entry.isDirectory())
      .map((entry) =>
        readRealm(root, posix.join(below, 'realms', entry.name), `${name === '/' ? '' : name}/${entry.name}`),
      ),
  );
  return [own, ...nested.flat()];
}

async function readText(root: string, path: string): Promise<TextFile | undefined> {
  try {
    return { path, text: await readFile(join(root, path), 'utf8') };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
