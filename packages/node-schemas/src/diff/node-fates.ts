import { isEnd } from '../checks/survey.ts';
import type { JsonPath } from '../journey/position.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { keysOf, objectOf, ownValue } from './comparable.ts';
import { isSameInEffect, type RawConflict } from './merge-json.ts';

/** What is decided of whole nodes before their parts are merged. */
export interface NodeFates {
  /** Paths in the export that stay as ours has them. */
  readonly decided: readonly JsonPath[];
  readonly conflicts: readonly RawConflict[];
}

/** One of the three exports, looked at. */
interface Version {
  readonly exported: JsonObject;
  /** The page that a node is on, by their ids. */
  readonly pages: ReadonlyMap<string, string>;
}

type Three = Readonly<Record<'base' | 'ours' | 'theirs', Version>>;

/** Where the parts of a node are. */
const places = [['tree', 'nodes'], ['nodes'], ['innerNodes']] as const;

const canvas = places[0];

/**
 * Nodes that one side removed or moved to or from a page, and the other changed or connected anew: they, and what leads to them,
 * stay as ours has them, for all parts of a node must have the same fate. So does what they need and the other side has no more: the
 * page that they are on, what is on them, and what they lead to.
 */
export function fatesOfNodes(exports: Readonly<Record<keyof Three, JsonObject>>): NodeFates {
  const three: Three = {
    base: versionOf(exports.base),
    ours: versionOf(exports.ours),
    theirs: versionOf(exports.theirs),
  };
  const fated = new Set<string>();
  const needed: string[] = [];
  const conflicts: RawConflict[] = [];
  const leave = (id: string, found: readonly RawConflict[]) => {
    fated.add(id);
    conflicts.push(...found);
    const kept = found.map(({ target, ours }) => (target === undefined ? undefined : ours));
    needed.push(...neededBy(id, three), ...kept.filter((end) => typeof end === 'string'));
  };
  for (const id of nodeIds(exports)) {
    const found = conflictsOver(id, three);
    if (found.length > 0) leave(id, found);
  }
  // The loop comes to what is added in it.
  for (const id of needed) {
    if (fated.has(id) || !isApart(id, three)) continue;
    leave(id, has(three.theirs, canvas, id) ? newConnections(id, three) : []);
  }
  const connections = conflicts.flatMap(({ path, target }) => (target === undefined ? [] : [path]));
  const paths = [...fated].flatMap((id) => [...pathsOf(id, three), ...keptConnections(id, three)]);
  return { decided: [...paths, ...connections], conflicts };
}

function nodeIds(exports: Readonly<Record<keyof Three, JsonObject>>): readonly string[] {
  return keysOf(
    ...Object.values(exports).flatMap((exported) => places.map((place) => partAt(exported, place))),
  );
}

function versionOf(exported: JsonObject): Version {
  const listed = Object.keys(objectOf(exported.nodes)).flatMap((page) =>
    childrenOf(exported, page).map((child) => [child, page] as const),
  );
  return { exported, pages: new Map(listed) };
}

function childrenOf(exported: JsonObject, page: string): readonly string[] {
  const { nodes } = objectOf(ownValue(objectOf(exported.nodes), page));
  const list: readonly Json[] = Array.isArray(nodes) ? nodes : [];
  return list.flatMap((child) => (isJsonObject(child) && typeof child._id === 'string' ? [child._id] : []));
}

function conflictsOver(id: string, three: Three): readonly RawConflict[] {
  if (!isApart(id, three)) return [];
  const { ours, theirs } = three;
  const base = partsOf(id, three.base);
  const our = partsOf(id, ours);
  const their = partsOf(id, theirs);
  const isOnPagesOnly = places.every((place) => has(ours, place, id) === has(theirs, place, id));
  const isChanged = (parts: JsonObject | undefined) =>
    isOnPagesOnly ? parts?.page !== base?.page : !isSameInEffect(base, parts);
  const isContested = isChanged(our) && isChanged(their);
  return [
    ...(isContested ? [{ path: [...canvas, id], base, ours: our, theirs: their }] : []),
    ...(isContested || has(three.base, canvas, id) ? newConnections(id, three) : []),
  ];
}

/** Whether a node is in other parts of the export, or on another page, in ours and in theirs. */
function isApart(id: string, { ours, theirs }: Three): boolean {
  return (
    ours.pages.get(id) !== theirs.pages.get(id) ||
    places.some((place) => has(ours, place, id) !== has(theirs, place, id))
  );
}

function partsOf(id: string, { exported, pages }: Version): JsonObject | undefined {
  const parts = places.flatMap((place) => {
    const part = ownValue(partAt(exported, place), id);
    return part === undefined ? [] : [[place.join('.'), part] as const];
  });
  const page = pages.get(id);
  if (parts.length === 0) return undefined;
  return { ...Object.fromEntries(parts), ...(page === undefined ? {} : { page }) };
}

function has({ exported }: Version, place: readonly string[], id: string): boolean {
  return ownValue(partAt(exported, place), id) !== undefined;
}

function partAt(exported: JsonObject, path: readonly string[]): JsonObject {
  return path.reduce<JsonObject>((part, key) => objectOf(ownValue(part, key)), exported);
}

/** What one side newly leads to a node that is not on the canvas of the other. */
function newConnections(id: string, { base, ours, theirs }: Three): readonly RawConflict[] {
  if (isEnd(id) || has(ours, canvas, id) === has(theirs, canvas, id)) return [];
  const [wanting, by] = has(ours, canvas, id) ? [ours, 'theirs' as const] : [theirs, 'ours' as const];
  return pathsTo(id, wanting)
    .filter((path) => at(base, path) !== id)
    .map((path) => ({
      path,
      base: at(base, path),
      ours: at(ours, path),
      theirs: at(theirs, path),
      target: { id, by },
    }));
}

/** What leads in ours to a node that theirs took away, and therefore leads elsewhere there. */
function keptConnections(id: string, { ours, theirs }: Three): readonly JsonPath[] {
  if (has(theirs, canvas, id)) return [];
  return pathsTo(id, ours).filter(
    ([, part, from = '']) => part === 'entryNodeId' || has(theirs, canvas, from),
  );
}

/** What leads to a node: outcomes, and Start. */
function pathsTo(id: string, { exported }: Version): readonly (readonly string[])[] {
  const outcomes = Object.entries(partAt(exported, canvas)).flatMap(([from, node]) =>
    Object.entries(objectOf(objectOf(node).connections))
      .filter(([, target]) => target === id)
      .map(([outcome]) => [...canvas, from, 'connections', outcome]),
  );
  return objectOf(exported.tree).entryNodeId === id ? [['tree', 'entryNodeId'], ...outcomes] : outcomes;
}

function at({ exported }: Version, path: readonly string[]): Json | undefined {
  return ownValue(partAt(exported, path.slice(0, -1)), path.at(-1) ?? '');
}

/** Of a node that stays: its page, what is on it and what it leads to. Of one that goes: what theirs has on it. */
function neededBy(id: string, { ours, theirs }: Three): readonly string[] {
  if (partsOf(id, ours) === undefined) return childrenOf(theirs.exported, id);
  const { connections } = objectOf(ownValue(partAt(ours.exported, canvas), id));
  const page = ours.pages.get(id);
  const targets = Object.values(objectOf(connections)).filter((target) => typeof target === 'string');
  return [...(page === undefined ? [] : [page]), ...childrenOf(ours.exported, id), ...targets].filter(
    (other) => partsOf(other, ours) !== undefined,
  );
}

/** Where the parts of a node are in ours or in theirs, and are not both there; and the comments on it. */
function pathsOf(id: string, { ours, theirs }: Three): readonly JsonPath[] {
  const pages = [ours, theirs].flatMap((version) => version.pages.get(id) ?? []);
  return [
    ...places
      .filter((place) => has(ours, place, id) !== has(theirs, place, id))
      .map((place) => [...place, id]),
    ...pages.map((page) => ['nodes', page, 'nodes', id]),
    ['tree', 'uiConfig', 'annotations', 'forNodes', id],
  ];
}
