import { access } from 'node:fs/promises';
import { type Collection, type FoundJourney, readCollection } from '@journeyman/node-schemas';
import { usualFolder } from './choose-journeys.ts';
import { filesOfRevision, isRevision } from './git.ts';
import { journeysAt } from './journeys-at.ts';
import { UsageError } from './usage-error.ts';

/** Two states of a journey, of which one may not be there. */
export interface JourneyPair {
  readonly realm: string;
  readonly before: FoundJourney | null;
  readonly after: FoundJourney | null;
}

/** Where one of two states is. */
type Place =
  | { readonly type: 'files'; readonly path: string }
  /** A path from the top of the repository, as git writes `main:journeys`, or from here. */
  | {
      readonly type: 'revision';
      readonly revision: string;
      readonly path: string;
      readonly from: 'here' | 'top';
    };

/**
 * The two collections that the operands of `diff` name: two files or folders; one, against what git has of it; a revision, against
 * the working copy of `./journeys` or of a path that follows; two revisions.
 */
export async function diffSides(operands: readonly string[]): Promise<readonly [Collection, Collection]> {
  const places = await Promise.all(operands.map(placeOf));
  const paths = places.filter(({ type }) => type === 'files');
  const revisions = places.filter((place) => place.type === 'revision' && place.path === '');
  const [first, second, third] = places;
  if (first === undefined || third !== undefined) throw wrongOperands(operands);
  if (second === undefined) {
    const other: Place =
      first.type === 'files'
        ? { type: 'revision', revision: 'HEAD', path: first.path, from: 'here' }
        : { type: 'files', path: first.path === '' ? usualFolder : first.path };
    return first.type === 'files' ? both(other, first) : both(withPath(first, usualFolder), other);
  }
  const path = paths[0]?.path ?? usualFolder;
  if (revisions.length === 2 || paths.length === 1)
    return both(withPath(first, path), withPath(second, path));
  if (revisions.length === 0) return both(first, second);
  throw wrongOperands(operands);
}

/**
 * The journeys of both sides by realm and name; the only ones of two files are compared whatever their names are, and so are one that
 * is gone and a new one with most of its nodes, which has another name now.
 */
export function pairsOf(before: Collection, after: Collection): readonly JourneyPair[] {
  const [old, ...moreOld] = before.journeys;
  const [now, ...moreNow] = after.journeys;
  if (old !== undefined && now !== undefined && moreOld.length === 0 && moreNow.length === 0) {
    return [{ realm: now.realm, before: old, after: now }];
  }
  const keyOf = ({ realm, name }: FoundJourney) => JSON.stringify([realm, name]);
  const nows = new Map(after.journeys.map((journey) => [keyOf(journey), journey]));
  const olds = new Map<string, FoundJourney>();
  const gone: FoundJourney[] = [];
  for (const journey of before.journeys) {
    if (nows.has(keyOf(journey))) olds.set(keyOf(journey), journey);
    else gone.push(journey);
  }
  for (const journey of gone) {
    const renamed = after.journeys.find(
      (each) => !olds.has(keyOf(each)) && each.realm === journey.realm && hasMostNodes(each, journey),
    );
    olds.set(keyOf(renamed ?? journey), journey);
  }
  return [...new Set([...olds.keys(), ...nows.keys()])].sort().map((key) => {
    const pair = { before: olds.get(key) ?? null, after: nows.get(key) ?? null };
    return { realm: (pair.after ?? pair.before)?.realm ?? '/', ...pair };
  });
}

/** Whether a journey has more than half of the nodes of another, by their ids. */
function hasMostNodes({ journey: { nodes } }: FoundJourney, { journey: other }: FoundJourney): boolean {
  const ids = [...other.nodes.keys()];
  return ids.filter((id) => nodes.has(id)).length * 2 > ids.length;
}

async function placeOf(operand: string): Promise<Place> {
  const isThere =
    operand === '-' ||
    (await access(operand).then(
      () => true,
      () => false,
    ));
  if (isThere) return { type: 'files', path: operand };
  if (await isRevision(operand)) return { type: 'revision', revision: operand, path: '', from: 'here' };
  const colon = operand.indexOf(':');
  const [revision, path] = [operand.slice(0, colon), operand.slice(colon + 1)];
  if (colon > 0 && path !== '' && (await isRevision(revision))) {
    return { type: 'revision', revision, path, from: path.startsWith('.') ? 'here' : 'top' };
  }
  throw new UsageError(
    `There is no file, folder or revision ${operand}; a path, main, HEAD~1 or main:journeys/PushLogin is expected.`,
  );
}

function withPath(place: Place, path: string): Place {
  return place.type === 'revision' && place.path === '' ? { ...place, path } : place;
}

async function both(...places: readonly [Place, Place]): Promise<readonly [Collection, Collection]> {
  const [before, after] = await Promise.all([collectionAt(places[0]), collectionAt(places[1])]);
  return [before, after];
}

async function collectionAt(place: Place): Promise<Collection> {
  if (place.type === 'files') return journeysAt([place.path]);
  return readCollection(await filesOfRevision(place.revision, place.path, place.from));
}

function wrongOperands(operands: readonly string[]): UsageError {
  const given = operands.length === 0 ? 'nothing is given' : `${operands.length} operands are given`;
  return new UsageError(
    `${given}; two files or folders, a revision, two revisions, or a revision and a path are expected.`,
  );
}
