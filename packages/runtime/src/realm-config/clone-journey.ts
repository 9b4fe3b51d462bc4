import { isJsonObject, type Json, type JsonObject, parseJson } from '@journeyman/node-schemas/run';
import { partsOf, sectionOf, withChildren } from './realm-content.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Ids = ReadonlyMap<string, string>;

/**
 * A copy of a journey whose nodes have ids of their own, so that the one can be changed and deleted without the other. UUIDs are
 * replaced wherever they stand: in connections, in pages, in notes, and in what a page tells its client. Any other id may be a word
 * that means something else elsewhere, and is replaced where it names a node.
 */
export function cloneOf(exported: JsonObject, newId: () => string): JsonObject {
  const ofUuids = newIds(
    [...partsOf(exported).keys()].filter((id) => uuid.test(id)),
    newId,
  );
  const copy = withUuids(exported, ofUuids);
  const made = new Set(ofUuids.values());
  const others = [...partsOf(copy).keys()].filter((id) => !made.has(id));
  return others.length === 0 ? copy : withIds(copy, newIds(others, newId));
}

function newIds(ids: readonly string[], newId: () => string): Ids {
  return new Map(ids.map((id) => [id, newId()]));
}

function withUuids(exported: JsonObject, ids: Ids): JsonObject {
  const text = JSON.stringify(exported).replaceAll(
    /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi,
    (id) => ids.get(id) ?? id,
  );
  const copy: unknown = JSON.parse(text);
  return isJsonObject(copy) ? copy : exported;
}

function withIds(exported: JsonObject, ids: Ids): JsonObject {
  return {
    ...exported,
    nodes: configurations(exported, 'nodes', ids),
    innerNodes: configurations(exported, 'innerNodes', ids),
    tree: treeWithIds(sectionOf(exported, 'tree'), ids),
  };
}

function configurations(exported: JsonObject, section: 'nodes' | 'innerNodes', ids: Ids): JsonObject {
  return byNewIds(sectionOf(exported, section), ids, (config) => {
    const page = withChildren(config, (child) => ({ ...child, _id: renamed(child._id, ids) }));
    return {
      ...page,
      ...(config._id === undefined ? {} : { _id: renamed(config._id, ids) }),
      ...(config.stage === undefined ? {} : { stage: rewritten(config.stage, (all) => stageOf(all, ids)) }),
    };
  });
}

/** What a page tells its client of the nodes in it, in lists by type of callback. */
function stageOf(all: JsonObject, ids: Ids): JsonObject {
  const settings = Object.entries(all).map(([type, list]) => [
    type,
    Array.isArray(list)
      ? list.map((each: Json) =>
          isJsonObject(each) && each.id !== undefined ? { ...each, id: renamed(each.id, ids) } : each,
        )
      : list,
  ]);
  return Object.fromEntries(settings);
}

function treeWithIds(tree: JsonObject, ids: Ids): JsonObject {
  const nodes = byNewIds(sectionOf(tree, 'nodes'), ids, (node) => {
    if (!isJsonObject(node.connections)) return node;
    const connections = Object.entries(node.connections).map(([outcome, target]) => [
      outcome,
      renamed(target, ids),
    ]);
    return { ...node, connections: Object.fromEntries(connections) };
  });
  return {
    ...tree,
    nodes,
    ...(tree.entryNodeId === undefined ? {} : { entryNodeId: renamed(tree.entryNodeId, ids) }),
    ...(isJsonObject(tree.uiConfig) ? { uiConfig: withNotes(tree.uiConfig, ids) } : {}),
  };
}

/** Comments on nodes are kept under the ids of these. */
function withNotes(uiConfig: JsonObject, ids: Ids): JsonObject {
  const { annotations } = uiConfig;
  if (annotations === undefined) return uiConfig;
  const withComments = (all: JsonObject) =>
    isJsonObject(all.forNodes)
      ? { ...all, forNodes: byNewIds(all.forNodes, ids, (comments) => comments) }
      : all;
  return { ...uiConfig, annotations: rewritten(annotations, withComments) };
}

/** An object that a text holds, changed; whatever else it is stays as it is. */
function rewritten(text: Json, change: (all: JsonObject) => JsonObject): Json {
  const parsed = typeof text === 'string' ? parseJson(text) : undefined;
  return parsed?.status === 'parsed' && isJsonObject(parsed.value)
    ? JSON.stringify(change(parsed.value))
    : text;
}

/** What stands under ids, under the new ones. */
function byNewIds(section: JsonObject, ids: Ids, change: (value: JsonObject) => JsonObject): JsonObject {
  const entries = Object.entries(section).map(([id, value]) => [
    renamed(id, ids),
    isJsonObject(value) ? change(value) : value,
  ]);
  return Object.fromEntries(entries);
}

function renamed<Value extends Json>(id: Value, ids: Ids): Value | string {
  return (typeof id === 'string' ? ids.get(id) : undefined) ?? id;
}
