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
}

/** A merge that is going on. */
export interface Merging {
  /** Paths, as `pathKey` writes them, where ours is taken without a question. */
  readonly decided: ReadonlySet<string>;
  /** The ids of list entries that are as ours has them. */
  readonly decidedIds: ReadonlySet<string>;
  conflict(conflict: RawConflict): void;
}

/** A path as a text. */
export function pathKey(path: JsonPath): string {
  return JSON.stringify(path);
}

/** Merges three values, key by key and entry by entry; ours is kept where they conflict. */
export function mergeJson(path: JsonPath, versions: Versions, merging: Merging): Json | undefined {
  const { base, ours, theirs } = versions;
  const isAllOpen = merging.decided.size === 0;
  if ((!isAllOpen && merging.decided.has(pathKey(path))) || isSameJson(ours, theirs)) return ours;
  if (isSameJson(base, theirs)) return ours;
  // What is decided may lie within, where theirs is not to be taken as a whole.
  if (isSameJson(base, ours) && (isAllOpen || typeof ours !== 'object')) return theirs;
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
  merging.conflict({ path, ...versions });
  return ours;
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
  const merged = new Map<string, Json>();
  for (const id of keysOf(Object.fromEntries(ours), Object.fromEntries(theirs))) {
    const versions = { base: base.get(id), ours: ours.get(id), theirs: theirs.get(id) };
    const value = merging.decidedIds.has(id) ? versions.ours : mergeJson([...path, id], versions, merging);
    if (value !== undefined) merged.set(id, value);
  }
  const order = mergedOrder([...base.keys()], [...ours.keys()], [...theirs.keys()]);
  if (order === undefined) return undefined;
  return order.flatMap((id) => merged.get(id) ?? []);
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
