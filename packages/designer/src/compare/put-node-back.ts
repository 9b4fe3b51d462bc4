import { annotationsOf, putComments } from '../document/annotations.ts';
import { portsInto, targetOf } from '../document/connections.ts';
import type { Editing } from '../document/editing.ts';
import { putConnection, withoutKeys } from '../document/edits.ts';
import type { JourneyDocument, PageEntry } from '../document/journey-document.ts';
import { hasNode, isEndId, nodeJson, ownValue, pageEntries, pageOf } from '../document/lookup.ts';
import { refreshOutcomes } from '../document/outcomes.ts';
import { setChildren } from '../document/page-edits.ts';

/**
 * Makes a node as it was in another state of the journey: its name, its configuration, where it leads, its comments. One that is
 * gone comes back to where it stood, and outcomes that led to it and now lead nowhere lead to it again. A node that was on a page
 * needs that page.
 */
export function putNodeBack(draft: Editing, before: JourneyDocument, id: string): void {
  const isGone = !hasNode(draft.exported, id);
  const page = pageOf(before.exported, id);
  if (page === undefined) putOnCanvas(draft, before, id);
  else putOnPage(draft, before, id, page);
  putJson(draft, before, id, page);
  const comments = annotationsOf(before.exported).comments.get(id) ?? [];
  const known = annotationsOf(draft.exported).comments.get(id) ?? [];
  if (comments.length + known.length > 0) putComments(draft, id, () => comments.map((each) => ({ ...each })));
  refreshOutcomes(draft, id, page);
  if (isGone) putConnectionsTo(draft, before, id);
}

function putOnCanvas({ exported, layout }: Editing, before: JourneyDocument, id: string): void {
  const entry = ownValue(before.exported.tree.nodes, id);
  if (entry === undefined) return;
  const now = ownValue(exported.tree.nodes, id)?.connections ?? {};
  const isThere = (target: string) =>
    target === id || isEndId(target) || Object.hasOwn(exported.tree.nodes, target);
  const stay = Object.entries(now).filter(([outcome]) => {
    const target = ownValue(entry.connections, outcome);
    return target !== undefined && !isThere(target);
  });
  const back = Object.entries(entry.connections).filter(([, target]) => isThere(target));
  exported.tree.nodes[id] = { ...entry, connections: Object.fromEntries([...stay, ...back]) };
  const place = ownValue(before.layout.nodes, id);
  if (place !== undefined && !Object.hasOwn(layout.nodes, id)) layout.nodes[id] = place;
}

/** Among those that are there now, after the one that it came after. */
function putOnPage(draft: Editing, before: JourneyDocument, id: string, page: string): void {
  const old = pageEntries(ownValue(before.exported.nodes, page));
  const at = old.findIndex(({ _id }) => _id === id);
  const entry = old[at];
  if (entry === undefined) return;
  const others = pageEntries(ownValue(draft.exported.nodes, page)).filter(({ _id }) => _id !== id);
  const earlier = new Set(old.slice(0, at).map(({ _id }) => _id));
  const place = others.findLastIndex(({ _id }) => earlier.has(_id)) + 1;
  setChildren(draft, page, others.toSpliced(place, 0, entry));
}

function putJson({ exported }: Editing, before: JourneyDocument, id: string, page: string | undefined): void {
  const json = nodeJson(before.exported, id);
  const part = page === undefined ? 'nodes' : 'innerNodes';
  if (json === undefined) {
    exported[part] = withoutKeys(exported[part], new Set([id]));
    return;
  }
  const old = pageEntries(json);
  if (old.length === 0) {
    exported[part][id] = { ...json };
    return;
  }
  const now = pageEntries(ownValue(exported.nodes, id));
  const children = now.length === 0 ? old.filter(({ _id }) => !hasNode(exported, _id)) : inOrderOf(old, now);
  exported.nodes[id] = { ...json, nodes: children };
  for (const { _id } of children) {
    const inner = nodeJson(before.exported, _id);
    if (nodeJson(exported, _id) === undefined && inner !== undefined) exported.innerNodes[_id] = { ...inner };
  }
}

/** What is on both lists comes in the order of the old one; what is new keeps its place. */
function inOrderOf(old: readonly PageEntry[], now: readonly PageEntry[]): PageEntry[] {
  const byId = new Map(now.map((entry) => [entry._id, entry]));
  const stayed = old.flatMap(({ _id }) => byId.get(_id) ?? []);
  const ids = new Set(stayed.map(({ _id }) => _id));
  let next = 0;
  return now.map((entry) => (ids.has(entry._id) ? (stayed[next++] ?? entry) : entry));
}

function putConnectionsTo(draft: Editing, before: JourneyDocument, id: string): void {
  for (const port of portsInto(before, new Set([id]))) {
    const isFree = targetOf(draft, port) === undefined;
    if (isFree && Object.hasOwn(draft.exported.tree.nodes, id)) putConnection(draft, port, id);
  }
}
