import { isEnd, type Survey, survey, targetOf } from '../checks/survey.ts';
import { type Journey, type PageChild, successId } from '../journey/journey.ts';
import { journeyFrom } from '../journey/journey-from.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { nodeTypesById } from '../nodes/index.ts';
import { keysOf, objectOf, ownValue } from './comparable.ts';

/** One of the two states of a journey that are compared. */
export interface Side {
  /** In comparable form. */
  readonly exported: JsonObject;
  readonly tree: JsonObject;
  readonly journey: Journey;
  readonly surveyed: Survey['nodes'];
  /** Every node of the file by its id, in the order of the flow from Start; what is on a page goes after it. */
  readonly nodes: ReadonlyMap<string, NodeParts>;
  /** What people call the node or the end with an id. */
  nameOf(id: string): string;
  /** What people call the script, theme or provider with an id; undefined where there is none. */
  nameOfDependency(id: string): string | undefined;
}

/** All that a file says of a node. */
export interface NodeParts {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** As it is in the tree; undefined for one that is not on the canvas. */
  readonly entry: Json | undefined;
  /** As its page lists it. */
  readonly listing: JsonObject | undefined;
  /** The page that it is on, by its id. */
  readonly pageId: string | undefined;
  /** AM's own keys, which start with an underscore, and the configuration. */
  readonly own: JsonObject;
  readonly config: JsonObject;
}

/** Looks at an export, which must be in comparable form. */
export function sideOf(exported: JsonObject): Side {
  const journey = journeyFrom(exported);
  const { nodes: surveyed, reached } = survey(journey, {
    journeys: new Map(),
    services: new Set(),
    types: nodeTypesById,
  });
  const onCanvas = [...reached].map(({ node }) => node.id);
  const nodes = partsOf(exported, journey, [...new Set([...onCanvas, ...journey.nodes.keys()])]);
  return {
    exported,
    tree: objectOf(exported.tree),
    journey,
    surveyed,
    nodes,
    nameOf: namesOf(nodes),
    nameOfDependency: dependencyNames(exported),
  };
}

/** Where an outcome leads; undefined where the file says nothing. */
export function targetAt({ journey }: Side, id: string, outcome: string): string | undefined {
  const node = journey.nodes.get(id);
  return node === undefined ? undefined : targetOf(node, outcome);
}

/** Whether an id is that of an end or of a node on the canvas. */
export function isTarget({ journey }: Side, id: string): boolean {
  return isEnd(id) || journey.nodes.has(id);
}

function partsOf(exported: JsonObject, journey: Journey, onCanvas: readonly string[]): Side['nodes'] {
  const tree = objectOf(objectOf(exported.tree).nodes);
  const outer = objectOf(exported.nodes);
  const inner = objectOf(exported.innerNodes);
  const nodes = new Map<string, NodeParts>();
  const add = (
    id: string,
    node: PageChild | undefined,
    page?: { id: string; listing: JsonObject | undefined },
  ) => {
    if (nodes.has(id)) return;
    const raw = { ...objectOf(ownValue(outer, id)), ...objectOf(ownValue(inner, id)) };
    const type = node?.type || String(objectOf(raw._type)._id ?? '');
    nodes.set(id, {
      id,
      name: node?.displayName || nodeTypesById.get(type)?.name || type || id,
      type,
      entry: ownValue(tree, id),
      listing: page?.listing,
      pageId: page?.id,
      own: only(raw, (key) => key.startsWith('_')),
      config: only(raw, (key) => !key.startsWith('_') && !(key === 'nodes' && Array.isArray(raw.nodes))),
    });
  };
  for (const id of onCanvas) {
    const node = journey.nodes.get(id);
    add(id, node);
    const listings = listingsIn(ownValue(outer, id));
    for (const child of node?.children ?? []) {
      if (!journey.nodes.has(child.id)) add(child.id, child, { id, listing: listings.get(child.id) });
    }
  }
  for (const id of keysOf(outer, inner)) add(id, undefined);
  return nodes;
}

function listingsIn(page: Json | undefined): ReadonlyMap<unknown, JsonObject> {
  const { nodes } = objectOf(page);
  return new Map(Array.isArray(nodes) ? nodes.filter(isJsonObject).map((entry) => [entry._id, entry]) : []);
}

/** Names that several nodes have get the beginning of the id with them. */
function namesOf(nodes: Side['nodes']): (id: string) => string {
  const count = new Map<string, number>();
  for (const { name } of nodes.values()) count.set(name, (count.get(name) ?? 0) + 1);
  return (id) => {
    if (isEnd(id)) return id === successId ? 'Success' : 'Failure';
    const name = nodes.get(id)?.name;
    if (name === undefined) return id === '' ? 'nothing' : `a node that is not there (${beginning(id)})`;
    return count.get(name) === 1 ? name : `${name} (${beginning(id)})`;
  };
}

const beginning = (id: string) => (id.length > 12 ? id.slice(0, 8) : id);

function dependencyNames(exported: JsonObject): (id: string) => string | undefined {
  const scripts = objectOf(exported.scripts);
  return (id) => {
    const { name } = objectOf(ownValue(scripts, id));
    return typeof name === 'string' ? name : undefined;
  };
}

function only(values: JsonObject, isWanted: (key: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([key]) => isWanted(key)));
}
