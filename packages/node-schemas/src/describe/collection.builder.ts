import type { Collection } from '../collection/collection.ts';
import { readCollection } from '../collection/read-collection.ts';
import { type BuiltJourney, journeyExport } from '../journey/journey-export.builder.ts';
import type { JsonObject } from '../json.ts';

/** A journey for a collection: its nodes, its realm, and what its export carries beside them. */
export interface BuiltMember extends BuiltJourney {
  readonly realm?: string;
  readonly carries?: JsonObject;
}

/** The collection that a folder of exports is read as, each realm with the settings given. */
export function collectionOf(
  members: readonly BuiltMember[],
  realms: Readonly<Record<string, JsonObject>> = {},
): Collection {
  const folderOf = (realm: string) => (realm === '/' ? '' : `realms/${realm.slice(1)}/`);
  return readCollection([
    ...members.map(({ realm = '/', carries = {}, ...journey }, index) => ({
      path: `${folderOf(realm)}${index}.json`,
      text: JSON.stringify({ ...carries, ...journeyExport(journey) }, null, 2),
    })),
    ...Object.entries(realms).map(([realm, settings]) => ({
      path: `${folderOf(realm)}realm.json`,
      text: JSON.stringify(settings),
    })),
  ]);
}
