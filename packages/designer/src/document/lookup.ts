import { failureId, startId, successId } from '@journeyman/node-schemas';
import type { Exported, JourneyDocument, NodeJson, PageEntry } from './journey-document.ts';

/** A way out of a node. Start's only one has the id `startOutcome`. */
export interface Port {
  readonly nodeId: string;
  readonly outcome: string;
}

/** The id that stands for Start's way out where an outcome is asked for; files keep it as `entryNodeId`. */
export const startOutcome = 'outcome';

/** Before the id of a note, where an id may also be that of a node. */
export const notePrefix = 'note:';

/** Whether an id is that of Success or Failure. */
export function isEndId(id: string): boolean {
  return id === successId || id === failureId;
}

/** Whether an id is that of Start, Success or Failure, which every journey has. */
export function isStaticId(id: string): boolean {
  return id === startId || isEndId(id);
}

/** The value of a key that an object has of its own: ids come from files and may spell `toString`. */
export function ownValue<Value>(values: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

/** The nodes that a page lists, in order; none for any other node. */
export function pageEntries(node: NodeJson | undefined): readonly PageEntry[] {
  const list = node?.nodes;
  return Array.isArray(list) ? list.filter(isPageEntry) : [];
}

const isPageEntry = (value: unknown): value is PageEntry =>
  typeof value === 'object' && value !== null && '_id' in value && typeof value._id === 'string';

/** Whether a node of the canvas is a page, which holds other nodes. */
export function isPage({ tree, nodes }: Exported, id: string): boolean {
  return ownValue(tree.nodes, id)?.nodeType === 'PageNode' || pageEntries(ownValue(nodes, id)).length > 0;
}

/** The id of the page that holds a node; undefined for a node of the canvas. */
export function pageOf({ tree, nodes }: Exported, childId: string): string | undefined {
  if (Object.hasOwn(tree.nodes, childId)) return undefined;
  return Object.keys(tree.nodes).find((id) =>
    pageEntries(ownValue(nodes, id)).some(({ _id }) => _id === childId),
  );
}

/** The configuration of a node, on the canvas or in a page. Old files keep those of pages beside the others. */
export function nodeJson({ nodes, innerNodes }: Exported, id: string): NodeJson | undefined {
  return ownValue(innerNodes, id) ?? ownValue(nodes, id);
}

/** What a person calls the thing with this id: a display name, or Start, Success or Failure. */
export function nameOf({ exported }: JourneyDocument, id: string): string {
  if (id === startId) return 'Start';
  if (id === successId) return 'Success';
  if (id === failureId) return 'Failure';
  return ownValue(exported.tree.nodes, id)?.displayName ?? childEntry(exported, id)?.displayName ?? id;
}

/** How a page lists a node that it holds. */
export function childEntry(exported: Exported, id: string): PageEntry | undefined {
  const page = pageOf(exported, id);
  return page === undefined
    ? undefined
    : pageEntries(ownValue(exported.nodes, page)).find(({ _id }) => _id === id);
}

/** The type id of a node, on the canvas or in a page. */
export function typeIdOf(exported: Exported, id: string): string | undefined {
  return ownValue(exported.tree.nodes, id)?.nodeType ?? childEntry(exported, id)?.nodeType;
}

/** Whether a node with this id is there, on the canvas or in a page. */
export function hasNode(exported: Exported, id: string): boolean {
  return Object.hasOwn(exported.tree.nodes, id) || pageOf(exported, id) !== undefined;
}
