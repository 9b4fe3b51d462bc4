import type { Collection, FoundJourney } from '../collection/collection.ts';
import { nodeTypesById } from '../nodes/index.ts';
import type { Reference } from './reference.ts';
import { referencesOf } from './references.ts';
import { scriptNames } from './script-references.ts';

/** A use of a thing somewhere in a collection. */
export interface Use extends Reference {
  readonly realm: string;
  /** Undefined: the settings of the realm are what uses it. */
  readonly found: FoundJourney | undefined;
}

/** What `findUses` gives: who uses a thing; for a thing that there is not, what somebody may have meant. */
export type FoundUses =
  | { readonly status: 'found'; readonly uses: readonly Use[] }
  | { readonly status: 'unknown'; readonly similar: readonly string[] };

/**
 * Who in a collection uses the thing with an id or a name: a journey, a script, a node type, a service, an e-mail template, a theme,
 * a state key or a session property.
 */
export function findUses(thing: string, collection: Pick<Collection, 'journeys' | 'realms'>): FoundUses {
  const scripts = scriptNames(collection.journeys.map(({ exported }) => exported));
  const all = usesIn(collection, scripts);
  const uses = all.filter(({ id, name }) => id === thing || name === thing);
  const known = new Set([
    ...all.flatMap(({ id, name }) => [id, name]),
    ...collection.journeys.map(({ name }) => name),
    ...[...scripts].flat(),
    ...[...nodeTypesById.values()].flatMap(({ id, name }) => [id, name]),
  ]);
  if (known.has(thing)) return { status: 'found', uses };
  const similar = [...known].filter((name) => plain(name).includes(plain(thing))).sort();
  return { status: 'unknown', similar };
}

function usesIn(
  { journeys, realms }: Pick<Collection, 'journeys' | 'realms'>,
  scripts: ReadonlyMap<string, string>,
): readonly Use[] {
  const ofRealms = [...realms].flatMap(([realm, { defaultJourney: name }]): Use[] => {
    if (typeof name !== 'string') return [];
    const by = { type: 'realm', id: realm, name: realm } as const;
    return [
      { kind: 'journey', id: name, name, how: 'runs', by, path: ['defaultJourney'], realm, found: undefined },
    ];
  });
  const ofJourneys = journeys.flatMap((found) =>
    referencesOf(found, scripts).map((reference) => ({ ...reference, realm: found.realm, found })),
  );
  return [...ofRealms, ...ofJourneys];
}

/** So that neither case nor blanks nor dashes hide what was meant. */
const plain = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
