import { isJsonObject, type JourneyTexts, type JsonObject } from '@journeyman/node-schemas';
import { createStore, type StoreApi } from 'zustand';
import { changedText, usersOf } from '../files/follow-rename.ts';
import type { Changed, Failure, JourneyFiles, ListedRealm, StoredJourney } from '../files/journey-files.ts';
import type { PlannedWrite } from './import-plan.ts';
import { listAll, type NotListed } from './list-all.ts';
import { renameJourney } from './rename-journey.ts';
import { copied } from './starters.ts';
import { type NotChanged, writeAll } from './write-all.ts';

/** What the library shows, and what can be done in it. */
export interface Library {
  readonly loading:
    | { readonly status: 'loading' | 'loaded' }
    | { readonly status: 'failed'; readonly failure: Failure };
  readonly realms: readonly ListedRealm[];
  readonly notice: Notice | null;

  /** Reads every realm. */
  load(): Promise<void>;
  create(realm: string, name: string, texts: JourneyTexts): Promise<Done>;
  duplicate(realm: string, name: string, newName: string): Promise<Done>;
  /** Renames a journey, and lets what names it name it as it is called now. */
  rename(realm: string, name: string, newName: string): Promise<Done>;
  remove(realm: string, name: string): Promise<Done>;
  setEnabled(realm: string, name: string, isEnabled: boolean): Promise<Done>;
  /** Writes one journey after the other and goes on past those that cannot be written; their names are given. */
  importAll(realm: string, writes: readonly PlannedWrite[]): Promise<readonly NotWritten[]>;
  /** Takes the last change back, as long as its notice is shown. */
  undo(): Promise<void>;
  /** Does what was left of the last change. */
  tryAgain(): Promise<void>;
  dismiss(): void;
  tell(notice: Omit<Notice, 'undo' | 'again' | 'serial'>): void;
}

/** What is said after a change; a key of the texts with what is put into it. */
export interface Notice {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly isError?: boolean;
  /** What takes it back; absent: nothing does. `told`: it has said itself what came of that. */
  readonly undo?: () => Promise<Changed | { readonly status: 'told' }>;
  /** What does the rest of it that could not be done; absent: all is done. */
  readonly again?: () => Promise<void>;
  /** Grows with each notice. */
  readonly serial: number;
}

/** Whether a change was made; where not, its reason is the notice. */
type Done =
  | { readonly status: 'done' }
  | { readonly status: 'failed'; readonly reason: NotWritten['reason'] };

/** A journey that could not be written. */
export interface NotWritten {
  readonly name: string;
  /** `changed`: another revision is there than was seen. */
  readonly reason: { readonly status: 'changed' } | Failure;
}

/** What of a journey is kept elsewhere and goes along when its file is renamed. Does not reject. */
export type Renaming = (
  files: JourneyFiles,
  realm: string,
  from: StoredJourney,
  to: StoredJourney,
) => Promise<void>;

/** Makes a library over the place that `files` gives at each use; what was done in one is undone there. */
export function createLibrary(
  files: () => JourneyFiles,
  takeAlong: Renaming = async () => {},
): StoreApi<Library> {
  return createStore<Library>()((set, get) => {
    let serial = 0;
    const tell = (notice: Omit<Notice, 'serial'>) => set({ notice: { ...notice, serial: ++serial } });

    const realmOf = (name: string) => get().realms.find(({ realm }) => realm === name);
    const journeyOf = (realm: string, name: string) =>
      realmOf(realm)?.journeys.find((journey) => journey.name === name);

    async function refresh(name: string): Promise<void> {
      const listed = await files().list(name);
      if (listed.status !== 'listed') return;
      set({ realms: get().realms.map((realm) => (realm.realm === name ? listed.realm : realm)) });
    }

    /** Shows what came of a change, with the list as it is now. */
    async function settle(realm: string, changed: Changed, notice: Omit<Notice, 'serial'>): Promise<Done> {
      await refresh(realm);
      if (changed.status === 'saved') {
        tell(notice);
        return { status: 'done' };
      }
      const reason = reasonOf(changed);
      tell({ ...toldFailure(reason), isError: true });
      return { status: 'failed', reason };
    }

    /** What takes back that a journey was made. */
    const deleting = (place: JourneyFiles, realm: string, made: Changed) => async (): Promise<Changed> =>
      made.status === 'saved' ? place.remove(realm, made.journey.name, made.journey.revision) : made;

    async function load(): Promise<void> {
      const place = files();
      if (get().realms.length === 0) set({ loading: { status: 'loading' } });
      const all = await listAll(place);
      // Another place may have been opened meanwhile.
      if (place !== files()) return;
      if (all.status !== 'listed') {
        set({ loading: { status: 'failed', failure: all }, realms: [] });
        return;
      }
      set({ loading: { status: 'loaded' }, realms: all.realms });
      const [first] = all.notListed;
      if (first !== undefined) {
        tell({ ...toldUnlisted(all.notListed, first.why), isError: true, again: load });
      } else if (get().notice?.again === load) set({ notice: null });
    }

    return {
      loading: { status: 'loading' },
      realms: [],
      notice: null,
      load,
      async create(realm, name, texts) {
        const place = files();
        const changed = await place.save(realm, name, texts, null);
        return settle(realm, changed, {
          key: 'library.done.created',
          values: { name },
          undo: deleting(place, realm, changed),
        });
      },
      async duplicate(realm, name, newName) {
        const journey = journeyOf(realm, name);
        if (journey === undefined) return { status: 'failed', reason: { status: 'changed' } };
        const place = files();
        const changed = await place.save(realm, newName, copied(journey, newName), null);
        return settle(realm, changed, {
          key: 'library.done.duplicated',
          values: { name, newName },
          undo: deleting(place, realm, changed),
        });
      },
      async rename(realm, name, newName) {
        const journey = journeyOf(realm, name);
        if (journey === undefined) return { status: 'failed', reason: { status: 'changed' } };
        const library = { realmOf, refresh, tell, takeAlong };
        const renamed = await renameJourney(library, files(), realm, journey, newName);
        return renamed.status === 'saved' ? { status: 'done' } : settle(realm, renamed, { key: '' });
      },
      async remove(realm, name) {
        const journey = journeyOf(realm, name);
        const listed = realmOf(realm);
        if (journey === undefined || listed === undefined)
          return { status: 'failed', reason: { status: 'changed' } };
        const users = usersOf(listed, name).map((user) => user.name);
        const place = files();
        const changed = await place.remove(realm, name, journey.revision);
        return settle(realm, changed, {
          key: users.length === 0 ? 'library.done.removed' : 'library.done.removedUsed',
          values: { name, users: users.join(', '), count: users.length },
          undo: () => place.save(realm, name, { file: journey.file, layout: journey.layout }, null),
        });
      },
      async setEnabled(realm, name, isEnabled) {
        const journey = journeyOf(realm, name);
        const file =
          journey === undefined
            ? undefined
            : changedText(journey, (exported) => enabled(exported, isEnabled));
        if (journey === undefined || file === undefined)
          return { status: 'failed', reason: { status: 'changed' } };
        const place = files();
        const { file: before, layout, revision } = journey;
        const changed = await place.save(realm, name, { file, layout }, revision);
        return settle(realm, changed, {
          key: isEnabled ? 'library.done.enabled' : 'library.done.disabled',
          values: { name },
          async undo() {
            if (changed.status !== 'saved') return changed;
            return place.save(realm, name, { file: before, layout }, changed.journey.revision);
          },
        });
      },
      async importAll(realm, writes) {
        const existing = realmOf(realm)?.journeys ?? [];
        const { written, notWritten, undo } = await writeAll(files(), realm, writes, existing);
        await refresh(realm);
        const journey = written.at(-1);
        if (journey !== undefined) {
          tell({
            key: 'library.done.imported',
            values: { count: written.length, name: journey.name },
            undo: async () => (await undo()) ?? { status: 'saved', journey },
          });
        }
        return notWritten.map(({ name, why }) => ({ name, reason: reasonOf(why) }));
      },
      async undo() {
        const { notice } = get();
        if (notice?.undo === undefined) return;
        set({ notice: null });
        const changed = await notice.undo();
        await Promise.all(get().realms.map(({ realm }) => refresh(realm)));
        if (changed.status === 'told') return;
        tell(
          changed.status === 'saved'
            ? { key: 'library.done.undone' }
            : // It may be all that is left of a journey.
              { ...toldFailure(reasonOf(changed)), isError: true, undo: notice.undo },
        );
      },
      async tryAgain() {
        const { notice } = get();
        if (notice?.again === undefined) return;
        set({ notice: null });
        await notice.again();
      },
      dismiss: () => set({ notice: null }),
      tell,
    };
  });
}

function reasonOf(changed: NotChanged): NotWritten['reason'] {
  return changed.status === 'conflict' ? { status: 'changed' } : changed;
}

/** The text of why something could not be done. */
export function toldFailure(reason: NotWritten['reason']): Pick<Notice, 'key' | 'values'> {
  switch (reason.status) {
    case 'changed':
      return { key: 'library.failed.changed' };
    case 'refused':
      return { key: 'library.failed.refused', values: { message: reason.message } };
    case 'signed-out':
      return { key: 'library.failed.signedOut' };
    case 'unreachable':
      return { key: 'library.failed.unreachable' };
  }
}

/** The text of which realms could not be listed and why: where they differ in that, the next attempt says the rest. */
function toldUnlisted(notListed: readonly NotListed[], why: Failure): Pick<Notice, 'key' | 'values'> {
  const realms = notListed.map(({ realm }) => realm).join(', ');
  switch (why.status) {
    case 'refused': {
      const messages = notListed.flatMap((each) => (each.why.status === 'refused' ? [each.why.message] : []));
      return {
        key: 'library.failed.realms.refused',
        values: { realms, message: [...new Set(messages)].join(' ') },
      };
    }
    case 'signed-out':
      return { key: 'library.failed.realms.signedOut', values: { realms } };
    case 'unreachable':
      return { key: 'library.failed.realms.unreachable', values: { realms } };
  }
}

function enabled(exported: JsonObject, isEnabled: boolean): JsonObject {
  const tree = isJsonObject(exported.tree) ? exported.tree : {};
  return { ...exported, tree: { ...tree, enabled: isEnabled } };
}
