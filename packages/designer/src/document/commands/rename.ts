import type { Command, Refusal } from '../command.ts';
import type { Editing } from '../editing.ts';
import type { JourneyDocument } from '../journey-document.ts';
import { hasNode, nameOf, ownValue, pageEntries, pageOf } from '../lookup.ts';
import { refuse } from '../refuse.ts';

/** Gives a node, on the canvas or in a page, another display name. */
export function rename(document: JourneyDocument, nodeId: string, displayName: string): Command | Refusal {
  const { exported } = document;
  const name = displayName.trim();
  if (!hasNode(exported, nodeId)) return refuse('nodeIsGone');
  if (name === '') return refuse('emptyName');
  return {
    label: { key: 'command.rename', values: { name: nameOf(document, nodeId), to: name } },
    coalesce: `node:${nodeId}:name`,
    apply: (draft) => putName(draft, nodeId, pageOf(exported, nodeId), name),
  };
}

function putName({ exported }: Editing, nodeId: string, pageId: string | undefined, name: string): void {
  const node = ownValue(exported.tree.nodes, nodeId);
  if (node !== undefined) node.displayName = name;
  const page = pageId === undefined ? undefined : ownValue(exported.nodes, pageId);
  if (page === undefined) return;
  page.nodes = pageEntries(page).map((child) =>
    child._id === nodeId ? { ...child, displayName: name } : child,
  );
}
