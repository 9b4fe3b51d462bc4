import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { JourneyDocument } from '../document/journey-document.ts';

/** A journey as it was edited, before it is in its file. */
export interface Draft {
  readonly realm: string;
  /** The journey's name in its file; the draft may call it otherwise. */
  readonly name: string;
  readonly document: JourneyDocument;
  /** The revision of the file that it was made from; null: there was no file. */
  readonly revision: string | null;
  /** When it was kept, in milliseconds since the epoch. */
  readonly savedAt: number;
}

/** Where drafts are kept. Rejects when the browser lets nothing be kept. */
export interface DraftStore {
  find(realm: string, name: string): Promise<Draft | undefined>;
  /** The drafts of a realm, in no order. */
  list(realm: string): Promise<readonly Draft[]>;
  keep(draft: Draft): Promise<void>;
  remove(realm: string, name: string): Promise<void>;
}

interface DraftDatabase extends DBSchema {
  drafts: { key: [string, string]; value: Draft; indexes: { realm: string } };
}

/** Drafts in the browser's IndexedDB, which survive a reload and a crash. */
export function browserDrafts(): DraftStore {
  let opened: Promise<IDBPDatabase<DraftDatabase>> | undefined;
  const database = () => {
    opened ??= openDB<DraftDatabase>('journeyman', 1, {
      upgrade: (db) =>
        db.createObjectStore('drafts', { keyPath: ['realm', 'name'] }).createIndex('realm', 'realm'),
      // Another tab with a newer version waits for this one to let go.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        opened = undefined;
      },
    });
    return opened;
  };
  return {
    find: async (realm, name) => (await database()).get('drafts', [realm, name]),
    list: async (realm) => (await database()).getAllFromIndex('drafts', 'realm', realm),
    keep: async (draft) => void (await (await database()).put('drafts', draft)),
    remove: async (realm, name) => (await database()).delete('drafts', [realm, name]),
  };
}
