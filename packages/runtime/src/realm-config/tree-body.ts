import { failureId, isJsonObject, type Json, type JsonObject } from '@journeyman/node-schemas/run';
import { AmError } from '../http/am-error.ts';
import { withRevision } from './content-revision.ts';
import { invalidValue, requireKnown, type WantedNode } from './node-body.ts';
import { childrenOf, type FiledJourney, sectionOf, withChildren } from './realm-content.ts';
import { withVersion } from './versions.ts';

/** What the value of an attribute has to be; its name goes before `is expected`. */
interface Kind {
  readonly name: string;
  is(value: Json): boolean;
}

const text: Kind = { name: 'A text', is: (value) => typeof value === 'string' };
const flag: Kind = { name: 'true or false', is: (value) => typeof value === 'boolean' };
const minutes: Kind = {
  name: 'A whole number of minutes',
  is: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
};
const object: Kind = { name: 'An object', is: isJsonObject };

/** What a tree may say of itself, beside its id. Null is as good as nothing. */
const attributes: Readonly<Record<string, Kind>> = {
  description: text,
  enabled: flag,
  entryNodeId: text,
  identityResource: text,
  innerTreeOnly: flag,
  maximumIdleTime: minutes,
  maximumSessionTime: minutes,
  mustRun: flag,
  noSession: flag,
  nodes: object,
  staticNodes: object,
  transactionalOnly: flag,
  treeTimeout: minutes,
  uiConfig: object,
};

/** What AM proposes for a new tree. */
export const treeTemplate: JsonObject = {
  enabled: true,
  entryNodeId: failureId,
  innerTreeOnly: false,
  mustRun: false,
  noSession: false,
  nodes: {},
  staticNodes: {},
  uiConfig: {},
};

/** A journey as AM answers it: the tree alone, with the places of its nodes. */
export function treeBody({ name, exported }: Pick<FiledJourney, 'name' | 'exported'>): JsonObject {
  const tree = sectionOf(exported, 'tree');
  const nodes = Object.entries(sectionOf(tree, 'nodes')).map(([id, node]) => [
    id,
    isJsonObject(node) ? withVersion(node, 'version') : node,
  ]);
  // The file names all three, placed or not.
  const placed = Object.entries(sectionOf(tree, 'staticNodes')).filter(
    ([, place]) => isJsonObject(place) && Object.keys(place).length > 0,
  );
  const staticNodes = Object.fromEntries(placed);
  return withRevision({ ...tree, _id: name, nodes: Object.fromEntries(nodes), staticNodes });
}

/** A tree as a journey's file keeps it, and the configurations that came with its nodes, as one tool sends them. */
export interface ReadTree {
  readonly tree: JsonObject;
  readonly configurations: readonly WantedNode[];
}

/** Reads a tree that is to be kept. Throws `bad-request` with AM's words. */
export function treeFrom(name: string, body: JsonObject): ReadTree {
  const { _id: _, ...given } = body;
  requireKnown(Object.keys(given), Object.keys(attributes));
  if (typeof given.entryNodeId !== 'string' || given.entryNodeId === '') {
    throw new AmError('bad-request', 'Node with ID entryNodeId must exist in the tree.');
  }
  const entries = Object.entries(nodesIn(given.nodes));
  requireKinds(given);
  const configurations: WantedNode[] = [];
  const nodes = entries.map(([id, entry]) => {
    const { config, ...node } = entry;
    if (isJsonObject(config)) configurations.push(...inlineNodes(id, entry.nodeType, config));
    return [id, node];
  });
  return { tree: { ...given, _id: name, nodes: Object.fromEntries(nodes) }, configurations };
}

function requireKinds(given: JsonObject): void {
  for (const [attribute, kind] of Object.entries(attributes)) {
    const value = given[attribute] ?? null;
    if (value !== null && !kind.is(value)) throw invalidValue(attribute, `${kind.name} is expected.`);
  }
}

type TreeNode = JsonObject & { readonly nodeType: string };

function nodesIn(value: Json | undefined): Readonly<Record<string, TreeNode>> {
  if (value === undefined) return {};
  const nodes = isJsonObject(value) ? Object.entries(value) : undefined;
  if (nodes === undefined || !nodes.every((entry): entry is [string, TreeNode] => isTreeNode(entry[1]))) {
    throw invalidValue(
      'Nodes',
      'An object of nodes by id is expected, each with "nodeType" and "connections" from outcomes to ids.',
    );
  }
  return Object.fromEntries(nodes);
}

function isTreeNode(value: Json): value is TreeNode {
  if (!isJsonObject(value) || typeof value.nodeType !== 'string') return false;
  const { connections = {}, displayName = '' } = value;
  return (
    typeof displayName === 'string' &&
    isJsonObject(connections) &&
    Object.values(connections).every((target) => typeof target === 'string')
  );
}

/** A page's nodes bring their own configuration along, in `_properties`; they go first, as the page's outcomes are theirs. */
export function inlineNodes(id: string, type: string, config: JsonObject): readonly WantedNode[] {
  const children = childrenOf(config).flatMap(({ _id, nodeType, _properties: body }) =>
    typeof nodeType === 'string' && isJsonObject(body) ? [{ id: _id, type: nodeType, body }] : [],
  );
  const body = withChildren(config, ({ _properties, ...rest }) => rest);
  return [...children, { id, type, body }];
}
