import type { Editing } from './editing.ts';
import type { PageEntry } from './journey-document.ts';
import { ownValue, pageEntries } from './lookup.ts';
import { refreshOutcomes } from './outcomes.ts';

/** Gives a page its nodes, in order. Outcomes that are spelled with the last node's id are spelled with the new one's. */
export function setChildren(draft: Editing, pageId: string, children: readonly PageEntry[]): void {
  const page = ownValue(draft.exported.nodes, pageId);
  if (page === undefined) return;
  const last = pageEntries(page).at(-1)?._id;
  page.nodes = [...children];
  const next = children.at(-1)?._id;
  if (last !== undefined && next !== undefined && last !== next)
    respell(draft, pageId, `${last}-`, `${next}-`);
  refreshOutcomes(draft, pageId);
}

function respell({ exported }: Editing, pageId: string, before: string, after: string): void {
  const node = ownValue(exported.tree.nodes, pageId);
  if (node === undefined || !Object.keys(node.connections).some((key) => key.startsWith(before))) return;
  node.connections = Object.fromEntries(
    Object.entries(node.connections).map(([key, target]) => [
      key.startsWith(before) ? `${after}${key.slice(before.length)}` : key,
      target,
    ]),
  );
}
