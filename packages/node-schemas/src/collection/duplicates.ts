import type { Journey } from '../journey/journey.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { CollectionFinding, FoundJourney } from './collection.ts';

/**
 * The journeys without equal copies, as frodo puts an inner journey into the file of each that uses it; and what two files say
 * differently of one thing: a journey of one name in a realm, or a node of one id in two journeys.
 */
export function withoutCopies(journeys: readonly FoundJourney[]): {
  readonly journeys: readonly FoundJourney[];
  readonly findings: readonly CollectionFinding[];
} {
  const firsts = new Map<string, FoundJourney>();
  const findings: CollectionFinding[] = [];
  const kept = journeys.filter((journey) => {
    const key = JSON.stringify([journey.realm, journey.name]);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, journey);
    else if (isSame(first, journey)) return false;
    else findings.push(namedTwice(first, journey));
    return true;
  });
  return { journeys: kept, findings: [...findings, ...sharedNodes([...firsts.values()])] };
}

function sharedNodes(journeys: readonly FoundJourney[]): readonly CollectionFinding[] {
  const findings: CollectionFinding[] = [];
  const byRealm = new Map<string, Map<string, FoundJourney>>();
  for (const journey of journeys) {
    const owners = byRealm.get(journey.realm) ?? new Map<string, FoundJourney>();
    byRealm.set(journey.realm, owners);
    const shared: { readonly owner: FoundJourney; readonly id: string }[] = [];
    for (const id of nodeIdsOf(journey.journey)) {
      const owner = owners.get(id);
      if (owner === undefined) owners.set(id, journey);
      else shared.push({ owner, id });
    }
    for (const owner of new Set(shared.map((each) => each.owner))) {
      const ids = shared.filter((each) => each.owner === owner).map(({ id }) => id);
      findings.push(nodesTwice(owner, journey, ids));
    }
  }
  return findings;
}

function namedTwice(first: FoundJourney, second: FoundJourney): CollectionFinding {
  return {
    ...second.locate(['tree', '_id']),
    severity: 'warning',
    message:
      `Journey ${show(second.name)} of realm ${second.realm} is in ${second.file} and, with another content, in ` +
      `${first.file}; one file for each journey of a realm is expected.`,
  };
}

function nodesTwice(first: FoundJourney, second: FoundJourney, ids: readonly string[]): CollectionFinding {
  const [id = '', ...others] = ids;
  const also = others.length === 0 ? '' : ` and ${others.length} more`;
  return {
    ...second.locate(['tree', 'nodes', id]),
    severity: 'warning',
    message:
      `Journeys ${show(second.name)} and ${show(first.name)} (${first.file}) share node ${id}${also}. ` +
      'AM keeps one configuration for an id, so importing one journey changes the other; new ids are expected in a copy.',
  };
}

/** The ids of all nodes of a journey, those on pages among them. */
export function nodeIdsOf({ nodes }: Journey): readonly string[] {
  const ids = [...nodes.keys()];
  for (const { children } of nodes.values()) {
    for (const child of children ?? []) ids.push(child.id);
  }
  return ids;
}

/** Whether two files say the same of a journey; what one of them leaves out of its scripts is no difference. */
function isSame({ exported: one }: FoundJourney, { exported: other }: FoundJourney): boolean {
  const isAlike = (a: Json | undefined, b: Json | undefined) =>
    JSON.stringify(plain(a ?? {})) === JSON.stringify(plain(b ?? {}));
  const [scripts, others] = [one.scripts, other.scripts].map((value) => (isJsonObject(value) ? value : {}));
  return (
    ['tree', 'nodes', 'innerNodes'].every((part) => isAlike(one[part], other[part])) &&
    Object.entries(scripts ?? {}).every(([id, script]) => isAlike(script, others?.[id] ?? script))
  );
}

function plain(value: Json): Json {
  if (Array.isArray(value)) return value.map(plain);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter(([key]) => key !== '_rev');
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, plain(part)]),
  );
}

const show = (name: string) => JSON.stringify(name);
