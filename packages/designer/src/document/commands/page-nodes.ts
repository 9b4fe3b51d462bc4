import type { Place } from '@journeyman/node-schemas';
import type { Command, Refusal } from '../command.ts';
import { portsInto } from '../connections.ts';
import type { Editing } from '../editing.ts';
import { dropConnection, newNodeJson, putConnection, putPlace, withoutKeys } from '../edits.ts';
import type { JourneyDocument, NodeJson, PageEntry } from '../journey-document.ts';
import { childEntry, hasNode, nameOf, nodeJson, ownValue, pageEntries, pageOf } from '../lookup.ts';
import { newName } from '../names.ts';
import { outcomesWith, refreshOutcomes } from '../outcomes.ts';
import { setChildren } from '../page-edits.ts';
import { defaultIndex, holderRefusal, orderRefusal, typeRefusal } from '../page-rules.ts';
import { refuse } from '../refuse.ts';

/** Where in a page a node goes: its index among the page's nodes; without one, the last place where it may be. */
export interface PagePlace {
  readonly pageId: string;
  readonly index?: number;
}

/** Adds a new node to a page. `id` is a UUID that is not in use. */
export function addToPage(
  document: JourneyDocument,
  { pageId, index }: PagePlace,
  { id, type }: { readonly id: string; readonly type: string },
): Command | Refusal {
  const displayName = newName(document, type);
  const entry: PageEntry = { _id: id, nodeType: type, displayName };
  const json: NodeJson = newNodeJson(id, type);
  const children = childrenWith(document, pageId, entry, json, index);
  if ('refused' in children) return children;
  return {
    label: { key: 'command.addToPage', values: { name: displayName, page: nameOf(document, pageId) } },
    select: [id],
    apply(draft) {
      draft.exported.innerNodes[id] = { ...json };
      setChildren(draft, pageId, children.entries);
      refreshOutcomes(draft, id, pageId);
    },
  };
}

/**
 * Puts a node of the canvas or of another page into a page. What led to it leads to the page; where it leads, the page does too if
 * the node is its last one and the page leads nowhere else.
 */
export function moveToPage(
  document: JourneyDocument,
  { pageId, index }: PagePlace,
  nodeId: string,
): Command | Refusal {
  const { exported } = document;
  if (!hasNode(exported, nodeId)) return refuse('nodeIsGone');
  const home = pageOf(exported, nodeId);
  if (home === pageId) return reorderInPage(document, nodeId, index ?? Number.POSITIVE_INFINITY);
  const entry = childEntry(exported, nodeId) ?? entryOf(document, nodeId);
  const json: NodeJson = nodeJson(exported, nodeId) ?? newNodeJson(nodeId, entry.nodeType);
  const children = childrenWith(document, pageId, entry, json, index);
  if ('refused' in children) return children;
  const isLast = children.entries.at(-1) === entry;
  return {
    label: {
      key: 'command.addToPage',
      values: { name: nameOf(document, nodeId), page: nameOf(document, pageId) },
    },
    select: [nodeId],
    apply(draft) {
      if (home !== undefined) setChildren(draft, home, entriesWithout(document, home, nodeId));
      else {
        leadOn(draft, document, nodeId, pageId, isLast);
        draft.exported.innerNodes[nodeId] = { ...json };
      }
      setChildren(draft, pageId, children.entries);
      if (home === undefined) takeOffCanvas(draft, nodeId);
    },
  };
}

/** Puts a node of a page at another place in it, counted without the node itself. */
export function reorderInPage(document: JourneyDocument, childId: string, index: number): Command | Refusal {
  const { exported } = document;
  const pageId = pageOf(exported, childId);
  const entry = childEntry(exported, childId);
  if (pageId === undefined || entry === undefined) return refuse('nodeIsGone');
  const entries = entriesWithout(document, pageId, childId).toSpliced(Math.max(0, index), 0, entry);
  const refusal = orderRefusal(document, pageId, entries, childId);
  if (refusal !== undefined) return refusal;
  return {
    label: {
      key: 'command.reorder',
      values: { name: entry.displayName, page: nameOf(document, pageId) },
    },
    select: [childId],
    apply(draft) {
      const before = pageEntries(ownValue(exported.nodes, pageId));
      if (before.some(({ _id }, at) => _id !== entries[at]?._id)) setChildren(draft, pageId, entries);
    },
  };
}

/** Takes a node out of its page and puts it on the canvas, connected to nothing. */
export function takeOutOfPage(document: JourneyDocument, childId: string, place: Place): Command | Refusal {
  const pageId = pageOf(document.exported, childId);
  const entry = childEntry(document.exported, childId);
  if (pageId === undefined || entry === undefined) return refuse('nodeIsGone');
  const json: NodeJson = nodeJson(document.exported, childId) ?? newNodeJson(childId, entry.nodeType);
  const { _id, nodeVersion, ...rest } = entry;
  return {
    label: { key: 'command.takeOut', values: { name: entry.displayName, page: nameOf(document, pageId) } },
    select: [childId],
    apply(draft) {
      setChildren(draft, pageId, entriesWithout(document, pageId, childId));
      draft.exported.nodes[childId] = { ...json };
      draft.exported.innerNodes = withoutKeys(draft.exported.innerNodes, new Set([childId]));
      draft.exported.tree.nodes[childId] = {
        ...rest,
        ...(nodeVersion === undefined ? {} : { version: nodeVersion }),
        nodeType: entry.nodeType,
        displayName: entry.displayName,
        connections: {},
      };
      putPlace(draft, childId, place);
    },
  };
}

/** The nodes of a page once a node is put into it, or why it cannot be. */
function childrenWith(
  document: JourneyDocument,
  pageId: string,
  entry: PageEntry,
  json: NodeJson,
  index: number | undefined,
): { readonly entries: readonly PageEntry[] } | Refusal {
  const refusal = holderRefusal(document, pageId) ?? typeRefusal(entry.nodeType);
  if (refusal !== undefined) return refusal;
  const known = pageEntries(ownValue(document.exported.nodes, pageId));
  const at = index ?? defaultIndex(document, known, { entry, json });
  const entries = known.toSpliced(Math.max(0, at), 0, entry);
  return orderRefusal(document, pageId, entries, entry._id, json) ?? { entries };
}

/** How a page lists a node that has been on the canvas; what the file says of its version stays. */
function entryOf({ exported }: JourneyDocument, nodeId: string): PageEntry {
  const node = ownValue(exported.tree.nodes, nodeId);
  return {
    _id: nodeId,
    nodeType: node?.nodeType ?? '',
    displayName: node?.displayName ?? '',
    ...(node?.version === undefined ? {} : { nodeVersion: node.version }),
  };
}

function entriesWithout({ exported }: JourneyDocument, pageId: string, childId: string): PageEntry[] {
  return pageEntries(ownValue(exported.nodes, pageId)).filter(({ _id }) => _id !== childId);
}

/** Leads what led to a node to the page that it comes into, and that page to where the node led if it is to be the last. */
function leadOn(
  draft: Editing,
  document: JourneyDocument,
  nodeId: string,
  pageId: string,
  isLast: boolean,
): void {
  const { exported } = document;
  const json = nodeJson(exported, nodeId);
  const own = ownValue(exported.tree.nodes, nodeId)?.connections ?? {};
  const beyond = (outcome: string) => {
    const target = ownValue(own, outcome);
    return target === nodeId ? pageId : target;
  };
  const outcomes = json === undefined ? [] : outcomesWith(exported, nodeId, json).map(({ id }) => id);
  const [only] = outcomes.length === 1 ? outcomes : [];
  for (const port of portsInto(document, new Set([nodeId]))) {
    const target = port.nodeId === pageId ? (only === undefined ? undefined : beyond(only)) : pageId;
    if (target === undefined) dropConnection(draft, port);
    else putConnection(draft, port, target);
  }
  const connected = ownValue(exported.tree.nodes, pageId)?.connections ?? {};
  for (const outcome of isLast ? outcomes : []) {
    const target = beyond(outcome);
    const isFree = !Object.hasOwn(connected, outcome);
    if (target !== undefined && isFree) putConnection(draft, { nodeId: pageId, outcome }, target);
  }
}

function takeOffCanvas({ exported, layout }: Editing, nodeId: string): void {
  const gone = new Set([nodeId]);
  exported.tree.nodes = withoutKeys(exported.tree.nodes, gone);
  exported.nodes = withoutKeys(exported.nodes, gone);
  layout.nodes = withoutKeys(layout.nodes, gone);
}
