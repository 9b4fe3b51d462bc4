import { nodeTypeOf } from '@journeyman/node-schemas';
import type { Refusal } from './command.ts';
import type { JourneyDocument, NodeJson, PageEntry } from './journey-document.ts';
import { isPage, nameOf, nodeJson, ownValue, pageEntries, pageOf } from './lookup.ts';
import { outcomesWith } from './outcomes.ts';
import { refuse } from './refuse.ts';

/** Why a node of this type cannot be in a page, or undefined if it can; of a type that is not known here, AM decides. */
export function typeRefusal(typeId: string): Refusal | undefined {
  if (typeId === 'PageNode') return refuse('pageInPage');
  if (typeId === 'InnerTreeEvaluatorNode') return refuse('innerJourneyInPage');
  const type = nodeTypeOf(typeId);
  return type === undefined || type.interactive ? undefined : refuse('notInteractive', { type: type.name });
}

/** Why nothing can be put into what has this id, or undefined if it is a page. */
export function holderRefusal(document: JourneyDocument, pageId: string): Refusal | undefined {
  const { tree, nodes } = document.exported;
  if (ownValue(tree.nodes, pageId) === undefined) return refuse('nodeIsGone');
  const isHolder = isPage(document.exported, pageId) && Object.hasOwn(nodes, pageId);
  return isHolder ? undefined : refuse('noPage', { name: nameOf(document, pageId) });
}

/**
 * Why a page cannot hold these nodes in this order, or undefined if it can: only the last may have several outcomes.
 * `changedId` is the node that moves or changes, `json` the configuration that it will have. A page that a file brought may break
 * the rule already; only what an edit would add to that is refused.
 */
export function orderRefusal(
  document: JourneyDocument,
  pageId: string,
  entries: readonly PageEntry[],
  changedId: string,
  json?: NodeJson,
): Refusal | undefined {
  const known = pageEntries(ownValue(document.exported.nodes, pageId))
    .slice(0, -1)
    .filter((entry) => branches(document, entry));
  const fork = entries
    .slice(0, -1)
    .filter((entry) => branches(document, entry, entry._id === changedId ? json : undefined))
    .find(({ _id }) => known.every((entry) => entry._id !== _id));
  if (fork === undefined) return undefined;
  return refuse(fork._id === changedId ? 'onlyLastBranches' : 'lastNodeBranches', { name: fork.displayName });
}

/** Why a configuration cannot be given to a node in a page: it would branch without being the last. */
export function branchingRefusal(
  document: JourneyDocument,
  nodeId: string,
  json: NodeJson,
): Refusal | undefined {
  const page = pageOf(document.exported, nodeId);
  if (page === undefined) return undefined;
  return orderRefusal(document, page, pageEntries(ownValue(document.exported.nodes, page)), nodeId, json);
}

/** Where a node goes in a page if nobody says: last, but above a node that has to be the last. */
export function defaultIndex(
  document: JourneyDocument,
  entries: readonly PageEntry[],
  { entry, json }: { readonly entry: PageEntry; readonly json: NodeJson },
): number {
  const last = entries.at(-1);
  const isLastTaken = last !== undefined && mayBranch(document, last) && !mayBranch(document, entry, json);
  return isLastTaken ? entries.length - 1 : entries.length;
}

/** Whether a node has several outcomes, or may get them by what is configured. */
function mayBranch(document: JourneyDocument, entry: PageEntry, json?: NodeJson): boolean {
  const type = nodeTypeOf(entry.nodeType);
  return branches(document, entry, json) || (type !== undefined && 'compute' in type.outcomes);
}

function branches({ exported }: JourneyDocument, { _id }: PageEntry, json?: NodeJson): boolean {
  const known = json ?? nodeJson(exported, _id);
  return known !== undefined && outcomesWith(exported, _id, known).length > 1;
}
