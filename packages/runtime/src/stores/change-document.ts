import type { DocumentStore, StoredDocument, WriteOptions } from './document-store.ts';

/** How often a change is tried again after another writer was first. */
const attempts = 50;

/** What to write, and what to give to the caller once it is written. */
export interface Change<T> extends Omit<WriteOptions, 'expected'> {
  readonly value: string;
  readonly result: T;
}

/**
 * Changes a document by what it holds now (null: there is none), and gives the result of the change that was written.
 * `change` may run more than once, each time after another writer was first; null from it leaves the document alone.
 * Throws when others are first time after time.
 */
export async function changeDocument<T>(
  store: DocumentStore,
  key: string,
  change: (current: StoredDocument | null) => Promise<Change<T> | null> | Change<T> | null,
): Promise<T | null> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const current = await store.get(key);
    const changed = await change(current);
    if (changed === null) return null;
    const { value, result, ...options } = changed;
    if (await store.put(key, value, { ...options, expected: current?.version ?? 0 })) return result;
  }
  throw new Error(`A document was changed by others in each of ${attempts} attempts to change it.`);
}
