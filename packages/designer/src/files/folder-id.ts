import { type DBSchema, openDB } from 'idb';

interface FolderDatabase extends DBSchema {
  folders: { key: number; value: FileSystemDirectoryHandle };
}

/** Tells a folder of this computer from all others that were opened in this browser, whatever they are called. */
export async function folderId(folder: FileSystemDirectoryHandle): Promise<string> {
  try {
    const db = await openDB<FolderDatabase>('journeyman-folders', 1, {
      upgrade: (created) => created.createObjectStore('folders', { autoIncrement: true }),
    });
    const [keys, known] = await Promise.all([db.getAllKeys('folders'), db.getAll('folders')]);
    const same = await Promise.all(known.map((each) => folder.isSameEntry(each)));
    const key = keys[same.indexOf(true)] ?? (await db.add('folders', folder));
    db.close();
    return `folder:${key}`;
  } catch {
    // A browser that keeps no folders keeps no drafts either.
    return `folder:${crypto.randomUUID()}`;
  }
}
