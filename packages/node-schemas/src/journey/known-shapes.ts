import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { JsonPath } from './position.ts';

/** A file in one of the shapes that are read, as a single-journey export. */
export interface SingleExport {
  readonly shape: 'frodo' | 'amtree' | 'node-list' | 'tree';
  readonly exported: JsonObject;
  /** Where in the file a part of `exported` is. */
  place(path: JsonPath): JsonPath;
  /** The file as it is to be for an edited export. What the shape has no room for is left out. */
  wrap(exported: JsonObject): JsonObject;
}

/**
 * One journey as people keep it, as frodo's single export: that itself, the older one with `innernodes`, nodes in a list with
 * their `details`, or a tree alone, as AM answers and fr-config-manager keeps it. Undefined for anything else.
 */
export function singleExport(file: JsonObject): SingleExport | undefined {
  if (!isJsonObject(file.tree)) return isTree(file) ? treeAlone(file) : undefined;
  if (Array.isArray(file.nodes)) return fromList(file, file.nodes);
  return file.innerNodes === undefined && file.innernodes !== undefined ? fromAmtree(file) : asItIs(file);
}

/** Whether an object is a tree, as AM answers it. */
export function isTree(value: JsonObject): boolean {
  return typeof value.entryNodeId === 'string' && isJsonObject(value.nodes);
}

const asItIs = (file: JsonObject): SingleExport => ({
  shape: 'frodo',
  exported: file,
  place: (path) => path,
  wrap: (exported) => exported,
});

const treeAlone = (tree: JsonObject): SingleExport => ({
  shape: 'tree',
  exported: { tree },
  place: ([first, ...rest]) => (first === 'tree' ? rest : []),
  wrap: (exported) => (isJsonObject(exported.tree) ? exported.tree : {}),
});

function fromAmtree({ innernodes, ...file }: JsonObject): SingleExport {
  return {
    shape: 'amtree',
    exported: { ...file, innerNodes: innernodes ?? {} },
    place: ([first, ...rest]) =>
      first === undefined ? [] : [first === 'innerNodes' ? 'innernodes' : first, ...rest],
    wrap: ({ innerNodes, ...rest }) => ({ ...rest, innernodes: innerNodes ?? {} }),
  };
}

function fromList({ tree, ...file }: JsonObject, list: readonly Json[]): SingleExport {
  const placed = isJsonObject(tree) && isJsonObject(tree.nodes) ? tree.nodes : {};
  const indexes = new Map<string, number>();
  const nodes: [string, JsonObject][] = [];
  const innerNodes: [string, JsonObject][] = [];
  list.forEach((node, index) => {
    if (!isJsonObject(node) || typeof node._id !== 'string') return;
    const { _id: id, nodeType, details, ...rest } = node;
    const type = typeof nodeType === 'string' ? { _type: { _id: nodeType } } : {};
    const target = Object.hasOwn(placed, id) ? nodes : innerNodes;
    target.push([id, { _id: id, ...type, ...rest, ...(isJsonObject(details) ? details : {}) }]);
    indexes.set(id, index);
  });
  return {
    shape: 'node-list',
    exported: {
      ...file,
      nodes: Object.fromEntries(nodes),
      innerNodes: Object.fromEntries(innerNodes),
      ...(tree === undefined ? {} : { tree }),
    },
    place(path) {
      const [first, id, ...rest] = path;
      if (first !== 'nodes' && first !== 'innerNodes') return path;
      const index = typeof id === 'string' ? indexes.get(id) : undefined;
      if (index === undefined) return ['nodes'];
      const item = list[index];
      return [
        'nodes',
        index,
        ...(isJsonObject(item) && isJsonObject(item.details) ? ['details'] : []),
        ...rest,
      ];
    },
    wrap({ nodes, innerNodes, ...rest }) {
      const wanted = new Map([...entriesOf(nodes), ...entriesOf(innerNodes)]);
      const kept = list.flatMap((item, index) => {
        const id = isJsonObject(item) ? item._id : undefined;
        if (!isJsonObject(item) || typeof id !== 'string' || indexes.get(id) !== index) return [item];
        const node = wanted.get(id);
        return isJsonObject(node) ? [listed(node, item)] : [];
      });
      const added = [...wanted].flatMap(([id, node]) =>
        indexes.has(id) || !isJsonObject(node) ? [] : [listed(node, { _id: id, details: {} })],
      );
      return { ...rest, nodes: [...kept, ...added] };
    },
  };
}

/** A node as an item of a list, with those keys beside `details` that the item had there before. */
function listed({ _id, _type, ...settings }: JsonObject, before: JsonObject): JsonObject {
  const nodeType = (isJsonObject(_type) ? _type._id : undefined) ?? before.nodeType;
  const head = { _id: before._id ?? _id ?? '', ...(nodeType === undefined ? {} : { nodeType }) };
  if (!isJsonObject(before.details)) return { ...head, ...settings };
  const isBeside = ([key]: [string, Json]) => key !== 'details' && Object.hasOwn(before, key);
  const entries = Object.entries(settings);
  return {
    ...head,
    ...Object.fromEntries(entries.filter(isBeside)),
    details: Object.fromEntries(entries.filter((entry) => !isBeside(entry))),
  };
}

const entriesOf = (value: Json | undefined) => (isJsonObject(value) ? Object.entries(value) : []);

/** Why a file is no journey: what it looks like, what is needed, and which shapes are read. */
export function noJourney(file: Json): string {
  return (
    `This is no journey: it looks like ${lookOf(file)}. An export with a "tree", or with "trees" by name, is expected: ` +
    'as frodo writes it for one journey or for several, as the administration console exports it, as amtree wrote it, or a ' +
    'tree alone with its "entryNodeId" and "nodes".'
  );
}

function lookOf(file: Json): string {
  if (Array.isArray(file)) return `a list of ${file.length}`;
  if (!isJsonObject(file)) return file === null ? 'null' : `a ${typeof file} alone`;
  const { metadata, _type, trees } = file;
  if (isJsonObject(metadata) && typeof metadata.entityType === 'string' && file.data !== undefined) {
    return `one entity of an Amster export (${brief(metadata.entityType)}), which is read with the whole folder`;
  }
  if (isJsonObject(_type) && typeof _type._id === 'string') {
    return `one node of a journey (${brief(_type._id)}), whose journey is in another file`;
  }
  if (typeof file._id === 'string' && file._id.startsWith('default/')) {
    return "a file of AM's file-based configuration, which is read with the whole folder";
  }
  if (isJsonObject(file.script) && trees === undefined) return 'an export of scripts';
  const keys = Object.keys(file);
  if (keys.length === 0) return 'an object without anything in it';
  const shown = keys.slice(0, 4).map(brief).join(', ');
  return `an object with ${shown}${keys.length > 4 ? ` and ${keys.length - 4} more keys` : ''}`;
}

const brief = (text: string) => JSON.stringify(text.length > 30 ? `${text.slice(0, 30)}…` : text);
