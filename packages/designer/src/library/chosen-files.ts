import type { CollectionFinding, SourceFile } from '@journeyman/node-schemas';
import { filesOfZip } from './zip-files.ts';

/** What was chosen, dropped or pasted: the texts that may be of journeys, and what of it could not be read. */
export interface ChosenFiles {
  readonly files: readonly SourceFile[];
  readonly findings: readonly CollectionFinding[];
}

/** The path of a text that comes from no file. */
export const pastedPath = '-';

/** The largest file that is read, in bytes; exports of a whole realm have some ten megabytes. */
const largest = 64 * 1024 * 1024;

/** The texts of files that were chosen one by one, or with their folder; archives give the files in them. */
export async function chosenFiles(list: Iterable<File>): Promise<ChosenFiles> {
  const read = await Promise.all([...list].map((file) => readFile(file, file.webkitRelativePath)));
  return together(read);
}

/** The texts of what was dropped: files, folders, archives, or text. */
export async function droppedFiles(data: DataTransfer): Promise<ChosenFiles> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length > 0) return together(await Promise.all(entries.map((entry) => readEntry(entry, ''))));
  return pastedText(data.getData('text/plain'));
}

/** A text that was pasted. */
export function pastedText(text: string): ChosenFiles {
  return { files: text.trim() === '' ? [] : [{ path: pastedPath, text }], findings: [] };
}

/** What journeys and their scripts are kept in; anything else in a folder or an archive is passed over. */
export function isRead(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return (
    /\.(?:json|js|groovy|javascript)$/i.test(path) &&
    folders.every((folder) => folder !== 'node_modules' && !folder.startsWith('.'))
  );
}

/** `path`: where in a folder it was; empty for a file that was chosen by itself, which is read whatever it is called. */
async function readFile(file: File, path: string): Promise<ChosenFiles> {
  const isZip = path === '' && /\.zip$/i.test(file.name);
  if (path !== '' && !isRead(path)) return together([]);
  if (file.size > largest)
    return unread(path || file.name, 'is larger than 64 MB; exports of journeys are smaller');
  if (isZip) return filesOfZip(file.name, new Uint8Array(await file.arrayBuffer()), largest);
  const text = await file.text();
  if (path !== '') return { files: [{ path, text }], findings: [] };
  const name = isRead(file.name) ? file.name : `${file.name}.json`;
  return { files: [{ path: name, text, isChosen: true }], findings: [] };
}

async function readEntry(entry: FileSystemEntry, folder: string): Promise<ChosenFiles> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return readFile(file, folder === '' ? '' : `${folder}${entry.name}`);
  }
  if (!isFolder(entry)) return together([]);
  const inside = await entriesIn(entry);
  return together(await Promise.all(inside.map((each) => readEntry(each, `${folder}${entry.name}/`))));
}

/** A reader gives some entries at a time, and none at the end. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return found;
    found.push(...some);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** Something that was chosen and is not read. */
export function unread(file: string, reason: string): ChosenFiles {
  return {
    files: [],
    findings: [{ file, line: 1, column: 1, severity: 'error', message: `The file ${reason}.` }],
  };
}

const together = (chosen: readonly ChosenFiles[]): ChosenFiles => ({
  files: chosen.flatMap(({ files }) => files),
  findings: chosen.flatMap(({ findings }) => findings),
});
