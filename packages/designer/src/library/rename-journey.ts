import { followRename, usersOf } from '../files/follow-rename.ts';
import type { Changed, JourneyFiles, ListedRealm, StoredJourney } from '../files/journey-files.ts';
import type { Notice, Renaming } from './library.ts';

/** What a rename sees and changes of the library that it is done in. */
export interface RenamingLibrary {
  /** A realm as it was listed last. */
  realmOf(name: string): ListedRealm | undefined;
  /** Lists a realm anew. */
  refresh(name: string): Promise<void>;
  tell(notice: Omit<Notice, 'serial'>): void;
  readonly takeAlong: Renaming;
}

/** Renames a journey with all that names it, and tells so. What could not be renamed is given back, and not told. */
export async function renameJourney(
  library: RenamingLibrary,
  place: JourneyFiles,
  realm: string,
  journey: StoredJourney,
  newName: string,
): Promise<Changed> {
  const { name, revision } = journey;
  const renamed = await place.rename(realm, name, newName, revision);
  if (renamed.status !== 'saved') return renamed;
  await library.takeAlong(place, realm, journey, renamed.journey);
  const undo = async () => {
    const back = await place.rename(realm, newName, name, renamed.journey.revision);
    if (back.status !== 'saved') return back;
    await library.takeAlong(place, realm, renamed.journey, back.journey);
    await follow(library, place, realm, [newName, name], { key: 'library.done.undone' });
    return { status: 'told' } as const;
  };
  await follow(library, place, realm, [name, newName], { key: 'library.done.renamed', undo });
  return renamed;
}

/** Lets all that names a renamed journey follow, and says so; where not all could, that can be tried again. */
async function follow(
  library: RenamingLibrary,
  place: JourneyFiles,
  realm: string,
  names: readonly [name: string, newName: string],
  done: Pick<Notice, 'key' | 'undo'>,
): Promise<void> {
  const [name, newName] = names;
  const known = library.realmOf(realm);
  const failed =
    (await followRename(place, realm, [name], newName)) ?? (known === undefined ? [] : namersOf(known, name));
  await library.refresh(realm);
  const values = { name, newName, failed: failed.join(', ') };
  if (failed.length === 0) library.tell({ ...done, values });
  else {
    const again = () => follow(library, place, realm, names, done);
    library.tell({ ...done, key: 'library.done.renamedInPart', values, again });
  }
}

/** What named a journey when that was known last. */
function namersOf(known: ListedRealm, name: string): readonly string[] {
  const users = usersOf(known, name).map((user) => user.name);
  return known.policy === null ? users : [...users, 'policy.json'];
}
