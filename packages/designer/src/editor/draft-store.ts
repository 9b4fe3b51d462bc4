import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { JourneyDocument } from '../document/journey-document.ts';
import { serverId } from '../files/workplace.ts';

/** A journey as it was edited, before it is in its file. */
export interface Draft {
  readonly realm: string;
  /** The journey's name in its file; the draft may call it otherwise. */
  readonly name: string;
  readonly document: JourneyDocument;
  /** The revision of the file that it was made from; null: there was no file. */
  readonly revision: string | null;
  /** Names that the file had before, by which others may still name it. */
  readonly formerNames: readonly string[];
  /** When it was kept, in milliseconds since the epoch. */
  readonly savedAt: number;
  /** The tab that kept it last. */
  readonly tab: string;
}

/** Whether nobody has kept another draft of the journey in between. */
export function isSameDraft(one: Draft, other: Draft | undefined): boolean {
  return one.tab === other?.tab && one.savedAt === other.savedAt;
}

/** Where the drafts of a place are kept. Rejects when the browser lets nothing be kept. */
export interface DraftStore {
  find(realm: string, name: string): Promise<Draft | undefined>;
  keep(draft: Draft): Promise<void>;
  /** Removes the draft if it is the one that is meant: another tab may have kept another since. */
  remove(realm: string, name: string, isMeant: (draft: Draft) => boolean): Promise<void>;
}

interface PlacedDraft extends Draft {
  readonly place: string;
}

interface DraftDatabase extends DBSchema {
  drafts: { key: [place: string, realm: string, name: string]; value: PlacedDraft };
}

let opened: Promise<IDBPDatabase<DraftDatabase>> | undefined;

/** Has the database opened anew by who needs it next. */
function forget(): void {
  opened = undefined;
}

function database(): Promise<IDBPDatabase<DraftDatabase>> {
  opened ??= openDB<DraftDatabase>('journeyman', 2, {
    async upgrade(db, oldVersion, _version, changing) {
      // The first version told no place from another: its drafts are taken for the server's.
      const before = oldVersion === 0 ? [] : await changing.objectStore('drafts').getAll();
      if (oldVersion > 0) db.deleteObjectStore('drafts');
      const drafts = db.createObjectStore('drafts', { keyPath: ['place', 'realm', 'name'] });
      for (const draft of before) {
        await drafts.put({ ...draft, place: serverId(), formerNames: [], tab: '' });
      }
    },
    // Another tab with a newer version waits for this one to let go.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      forget();
    },
    // The browser has closed it, such as when what the site keeps is deleted.
    terminated: forget,
  });
  opened.catch(forget);
  return opened;
}

/** The drafts of a place in the browser's IndexedDB, which survive a reload and a crash. */
export function draftsOf(place: string): DraftStore {
  return {
    find: async (realm, name) => (await database()).get('drafts', [place, realm, name]),
    keep: async (draft) => void (await (await database()).put('drafts', { ...draft, place })),
    async remove(realm, name, isMeant) {
      const { store, done } = (await database()).transaction('drafts', 'readwrite');
      const draft = await store.get([place, realm, name]);
      if (draft !== undefined && isMeant(draft)) await store.delete([place, realm, name]);
      await done;
    },
  };
}
