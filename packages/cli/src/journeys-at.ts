import { type Dirent, readdirSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Collection, readCollection, type SourceFile } from '@journeyman/node-schemas';
import { checkedText, fileText } from './checked-text.ts';
import { UsageError } from './usage-error.ts';

/**
 * The journeys in files and folders, whatever tool wrote them, with the files that were read; `-` is standard input.
 * In folders, `node_modules` and all that begins with a dot are passed over.
 */
export async function journeysAt(
  paths: readonly string[],
): Promise<Collection & { readonly files: readonly SourceFile[] }> {
  const files = await filesOf(paths);
  return { ...readCollection(files), files };
}

/** The files that journeys may be kept in, at paths and in folders, each once; of folders, those that are wanted. */
export async function filesOf(
  paths: readonly string[],
  isWanted: (path: string) => boolean = () => true,
): Promise<readonly SourceFile[]> {
  if (paths.length === 0)
    throw new UsageError('A file or a folder of journeys is expected, or - for standard input.');
  const files = new Map<string, SourceFile>();
  for (const path of paths) {
    for (const file of await filesAt(path, isWanted)) files.set(file.path, file);
  }
  return [...files.values()];
}

async function filesAt(path: string, isWanted: (path: string) => boolean): Promise<readonly SourceFile[]> {
  if (path === '-') {
    const bytes = await buffer(process.stdin);
    return [{ path, text: checkedText(bytes.toString(), () => bytes) }];
  }
  const kind = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
      throw new UsageError(`There is no file or folder ${path}.`);
    throw error;
  });
  const read = (file: string): SourceFile => ({
    path: file,
    text: fileText(file),
  });
  if (!kind.isDirectory()) return [{ ...read(shown(path)), isChosen: true }];
  // One after another, which for small files takes a fraction of what promises do.
  return walk(shown(path))
    .filter(isWanted)
    .flatMap((file) => unlessGone(() => [read(file)]));
}

/** Editors and tools take files away while a folder is read, and leave links that lead nowhere. */
function unlessGone<Item>(read: () => readonly Item[]): readonly Item[] {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** As it is typed, but with `/` on every system and without detours. */
const shown = (path: string) => posix.normalize(path.split(sep).join('/'));

/** What journeys, their scripts and what people write beside them are kept in. */
const readExtensions = /\.(?:json|js|groovy|javascript|ya?ml|md)$/i;

function walk(folder: string): readonly string[] {
  const entries = unlessGone(() => readdirSync(folder, { withFileTypes: true }));
  return entries.toSorted(byName).flatMap((entry) => {
    if (isPassedOver(entry.name)) return [];
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return (entry.isFile() || entry.isSymbolicLink()) && readExtensions.test(entry.name) ? [path] : [];
  });
}

/** Whether what is at a path below a folder, or was, can be among what is read of that folder. */
export function isReadOf(folder: string, path: string): boolean {
  if (path.split(sep).some(isPassedOver)) return false;
  const kind = statSync(join(folder, path), { throwIfNoEntry: false });
  return kind === undefined || kind.isDirectory() || readExtensions.test(path);
}

/** Whether a file is read of a folder, by its path below that folder; an empty one is that of a file that was named. */
export function isRead(path: string): boolean {
  return path === '' || (readExtensions.test(path) && !path.split('/').some(isPassedOver));
}

const isPassedOver = (name: string) => name === 'node_modules' || name.startsWith('.');

/** Not by the language of the machine: the same files give the same order everywhere. */
const byName = ({ name: a }: Dirent, { name: b }: Dirent) => (a < b ? -1 : a > b ? 1 : 0);
