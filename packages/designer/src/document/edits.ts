import { nodeTypeOf, type Place, startId } from '@journeyman/node-schemas';
import { current, isDraft } from 'immer';
import type { Editing } from './editing.ts';
import { isStaticId, ownValue, type Port } from './lookup.ts';
import { refreshOutcomes, spelledOutcome } from './outcomes.ts';

/** A node that is to be made. */
export interface NewNode {
  /** A UUID that is not in use. */
  readonly id: string;
  readonly type: string;
  readonly displayName: string;
}

/**
 * An object without some of its keys, which undoing brings back in their order; deleting one by one would lose that.
 * The values in it are not to be changed any more by the same command.
 */
export function withoutKeys<Value>(
  values: Readonly<Record<string, Value>>,
  keys: ReadonlySet<string>,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(settled(values)).filter(([key]) => !keys.has(key)));
}

/** Reading every value of a draft would make a draft of each; a copy of what it is now is much cheaper. */
const settled = <Value extends object>(value: Value): Value =>
  isDraft(value) ? (current(value as object) as Value) : value;

/** The configuration that AM keeps of a new node: nothing is set, so that its defaults hold. */
export function newNodeJson(id: string, type: string) {
  const known = nodeTypeOf(type);
  return {
    _id: id,
    _type: { _id: type, name: known?.name ?? type, collection: true },
    ...(type === 'PageNode' ? { nodes: [] } : {}),
  };
}

/** Puts a node on the canvas. */
export function putNode(draft: Editing, { id, type, displayName }: NewNode, place: Place): void {
  draft.exported.tree.nodes[id] = { displayName, nodeType: type, connections: {} };
  draft.exported.nodes[id] = newNodeJson(id, type);
  putPlace(draft, id, place);
  refreshOutcomes(draft, id);
}

/** Leads an outcome, or Start, to a node. */
export function putConnection({ exported }: Editing, { nodeId, outcome }: Port, target: string): void {
  if (nodeId === startId) exported.tree.entryNodeId = target;
  const node = ownValue(exported.tree.nodes, nodeId);
  if (node !== undefined) node.connections[spelledOutcome(exported, nodeId, outcome)] = target;
}

/** Takes an outcome's connection away, or Start's. */
export function dropConnection({ exported }: Editing, { nodeId, outcome }: Port): void {
  if (nodeId === startId) exported.tree.entryNodeId = '';
  const node = ownValue(exported.tree.nodes, nodeId);
  if (node === undefined) return;
  const spelled = spelledOutcome(exported, nodeId, outcome);
  node.connections = withoutKeys(node.connections, new Set([spelled]));
}

/** Puts a card, or Start, Success or Failure, somewhere, on whole pixels. */
export function putPlace({ layout }: Editing, id: string, { x, y }: Place): void {
  const places = isStaticId(id) ? layout.staticNodes : layout.nodes;
  const known = ownValue(places, id);
  const place = { x: Math.round(x), y: Math.round(y) };
  if (known?.x !== place.x || known.y !== place.y) places[id] = place;
}

/** A name that no node has yet: the name itself, or with a number after it. */
export function uniqueName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const stem = name.replace(/ \d+$/, '');
  let number = 2;
  while (taken.has(`${stem} ${number}`)) number++;
  return `${stem} ${number}`;
}
