import type { JsonPath } from '../journey/position.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { isSameJson, keysOf, ownValue } from './comparable.ts';
import { mergeSequence } from './merge-sequence.ts';

/** Three values of one thing; undefined where it is not there. */
export interface Versions<Value = Json> {
  readonly base: Value | undefined;
  readonly ours: Value | undefined;
  readonly theirs: Value | undefined;
}

/** What both sides changed in different ways. */
export interface RawConflict extends Versions {
  readonly path: JsonPath;
  /** Of what one side leads to a node: the node, if the other side has taken it away. */
  readonly target?: { readonly id: string; readonly by: 'ours' | 'theirs' };
}

/** A merge that is going on. Paths are as `pathKey` writes them. */
interface Merging {
  /** Where ours is taken without a question. */
  readonly decided: ReadonlySet<string>;
  /** Where something is decided further down. */
  readonly mixed: ReadonlySet<string>;
  conflict(conflict: RawConflict): void;
}

/** A merge in which ours is taken at some paths without a question; the list is where its conflicts are put. */
export function mergingWith(decided: readonly JsonPath[], conflicts: RawConflict[]): Merging {
  return {
    decided: new Set(decided.map(pathKey)),
    mixed: new Set(decided.flatMap((path) => path.map((_, length) => pathKey(path.slice(0, length))))),
    conflict: (conflict) => void conflicts.push(conflict),
  };
}

function pathKey(path: JsonPath): string {
  return JSON.stringify(path);
}

/** Merges three values, key by key and entry by entry; ours is kept where they conflict. */
export function mergeJson(path: JsonPath, versions: Versions, merging: Merging): Json | undefined {
  const { base } = versions;
  if (isSameJson(versions.ours, versions.theirs) || isSameJson(base, versions.theirs)) return versions.ours;
  const key = merging.decided.size === 0 ? undefined : pathKey(path);
  if (key !== undefined && merging.decided.has(key)) return versions.ours;
  const isMixed = key !== undefined && merging.mixed.has(key);
  if (isSameJson(base, versions.ours) && !isMixed) return versions.theirs;
  const ours = isMixed ? (versions.ours ?? emptyLike(versions.theirs)) : versions.ours;
  const theirs = isMixed ? (versions.theirs ?? emptyLike(versions.ours)) : versions.theirs;
  if (ours === undefined || theirs === undefined) {
    return keptOrGone(path, versions, merging);
  }
  if (isQuiet(path.at(-1))) return ours;
  if (isJsonObject(ours) && isJsonObject(theirs)) {
    return mergeObjects(path, { base: isJsonObject(base) ? base : {}, ours, theirs }, merging);
  }
  const lists = { base: base ?? [], ours, theirs };
  const merged =
    mergeIdentified(path, lists, merging) ?? mergeLists(lists) ?? mergeTexts(path, versions, merging);
  if (merged !== undefined) return merged;
  if (isSameJson(base, ours)) return theirs;
  merging.conflict({ path, ...versions });
  return ours;
}

/** What holds nothing; undefined for what is no list and no object. */
function emptyLike(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return [];
  return isJsonObject(value) ? {} : undefined;
}

/** Whether two values are the same but for places and what servers note. */
export function isSameInEffect(a: Json | undefined, b: Json | undefined): boolean {
  return isSameJson(a === undefined ? a : withoutQuiet(a), b === undefined ? b : withoutQuiet(b));
}

/** What changes with every export or every look at the canvas, and is nobody's decision. */
const quiet: ReadonlySet<unknown> = new Set([
  'x',
  'y',
  '_rev',
  'exportDate',
  'exportToolVersion',
  'lastModifiedBy',
  'lastModifiedDate',
]);

const isQuiet = (key: string | number | undefined) => quiet.has(key);

function withoutQuiet(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutQuiet);
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !isQuiet(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutQuiet(inner)]));
}

/** Of what one side removed: gone if the other did not touch it. */
function keptOrGone(path: JsonPath, versions: Versions, { conflict }: Merging): Json | undefined {
  const { base, ours, theirs } = versions;
  if (isSameInEffect(base, ours ?? theirs)) return undefined;
  conflict({ path, ...versions });
  return ours;
}

function mergeObjects(
  path: JsonPath,
  { base, ours, theirs }: Versions<JsonObject>,
  merging: Merging,
): JsonObject {
  const entries = keysOf(ours ?? {}, theirs ?? {}).flatMap((key) => {
    const value = mergeJson(
      [...path, key],
      {
        base: ownValue(base ?? {}, key),
        ours: ownValue(ours ?? {}, key),
        theirs: ownValue(theirs ?? {}, key),
      },
      merging,
    );
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries);
}

/** Lists of things with ids, such as a page's nodes: entry by entry, each beside the one that it was put beside. */
function mergeIdentified(path: JsonPath, lists: Versions, merging: Merging): Json | undefined {
  const base = identified(lists.base);
  const ours = identified(lists.ours);
  const theirs = identified(lists.theirs);
  if (base === undefined || ours === undefined || theirs === undefined) return undefined;
  const order = mergedOrder([...base.keys()], [...ours.keys()], [...theirs.keys()]);
  return order?.flatMap((id) => {
    const versions = { base: base.get(id), ours: ours.get(id), theirs: theirs.get(id) };
    return mergeJson([...path, id], versions, merging) ?? [];
  });
}

function identified(list: Json | undefined): ReadonlyMap<string, JsonObject> | undefined {
  if (!Array.isArray(list)) return undefined;
  const entries = list.flatMap((entry: Json) => {
    const id = isJsonObject(entry) ? (entry._id ?? entry.id) : undefined;
    return isJsonObject(entry) && typeof id === 'string' ? [[id, entry] as const] : [];
  });
  const byId = new Map(entries);
  return byId.size === list.length ? byId : undefined;
}

/** The order of the side that changed it, with what the other added beside what it was added to; undefined where both did. */
function mergedOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  const isReordered = (side: readonly string[]) =>
    !isSameJson(
      base.filter((id) => side.includes(id)),
      side.filter((id) => base.includes(id)),
    );
  const isOursReordered = isReordered(ours);
  const isTheirsReordered = isReordered(theirs);
  const common = (side: readonly string[], other: readonly string[]) =>
    side.filter((id) => other.includes(id));
  if (isOursReordered && isTheirsReordered && !isSameJson(common(ours, theirs), common(theirs, ours))) {
    return undefined;
  }
  const [order, other] = isTheirsReordered ? [[...theirs], ours] : [[...ours], theirs];
  for (const [index, id] of other.entries()) {
    if (!order.includes(id)) order.splice(order.indexOf(other[index - 1] ?? '') + 1, 0, id);
  }
  return order;
}

function mergeLists({ base, ours, theirs }: Versions): Json | undefined {
  if (!Array.isArray(base) || !Array.isArray(ours) || !Array.isArray(theirs)) return undefined;
  const texts = (list: readonly Json[]) => list.map((item) => JSON.stringify(item));
  return mergeSequence(texts(base), texts(ours), texts(theirs))?.map((text): Json => JSON.parse(text));
}

/** Texts that hold JSON by what they hold, which is how AM keeps scripts and notes; others line by line. */
function mergeTexts(path: JsonPath, { base, ours, theirs }: Versions, merging: Merging): Json | undefined {
  if (typeof ours !== 'string' || typeof theirs !== 'string') return undefined;
  const inner = { base: innerOf(base), ours: innerOf(ours), theirs: innerOf(theirs) };
  if (
    inner.ours !== undefined &&
    inner.theirs !== undefined &&
    (base === undefined) === (inner.base === undefined)
  ) {
    const merged = mergeJson(path, inner, merging);
    return merged === undefined || isSameJson(merged, inner.ours) ? ours : JSON.stringify(merged);
  }
  if (typeof base !== 'string') return undefined;
  if (!base.includes('\n')) return undefined;
  return mergeSequence(base.split('\n'), ours.split('\n'), theirs.split('\n'))?.join('\n');
}

function innerOf(text: Json | undefined): Json | undefined {
  if (typeof text !== 'string' || !/^\s*["[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
