import { journeyFrom, nodeTypeOf, type Outcome, outcomesOfNode } from '@journeyman/node-schemas';
import type { Editing } from './editing.ts';
import type { Exported, NodeJson } from './journey-document.ts';
import { childEntry, nodeJson, ownValue, pageEntries } from './lookup.ts';

/** The outcomes of a node, on the canvas or in a page, in order; none if there is no such node. */
export function outcomesAt(exported: Exported, id: string): readonly Outcome[] {
  const entry = ownValue(exported.tree.nodes, id) ?? standIn(exported, id);
  return entry === undefined ? [] : outcomesOf(exported, id, entry, nodeJson(exported, id));
}

/** The outcomes that a node would have with another configuration. */
export function outcomesWith(exported: Exported, id: string, json: NodeJson): readonly Outcome[] {
  const entry = ownValue(exported.tree.nodes, id) ?? standIn(exported, id) ?? { nodeType: json._type._id };
  return outcomesOf(exported, id, entry, json);
}

function outcomesOf(
  { innerNodes }: Exported,
  id: string,
  entry: { readonly nodeType: string },
  json: NodeJson | undefined,
): readonly Outcome[] {
  const alone = {
    tree: { _id: id, nodes: { [id]: { ...entry } } },
    nodes: json === undefined ? {} : { [id]: json },
    innerNodes,
  };
  const node = journeyFrom(alone).nodes.get(id);
  return node === undefined ? [] : outcomesOfNode(node);
}

function standIn(exported: Exported, id: string) {
  const child = childEntry(exported, id);
  return child === undefined ? undefined : { nodeType: child.nodeType, displayName: child.displayName };
}

/**
 * How a file spells the outcome of a node: newer versions of AM put the id of a page's last node and a hyphen before it.
 * A page that has such a spelling keeps it.
 */
export function spelledOutcome({ tree, nodes }: Exported, nodeId: string, outcome: string): string {
  const last = pageEntries(ownValue(nodes, nodeId)).at(-1);
  const connections = ownValue(tree.nodes, nodeId)?.connections ?? {};
  if (last === undefined || Object.hasOwn(connections, outcome)) return outcome;
  return isPrefixed(ownValue(nodes, nodeId), Object.keys(connections)) ? `${last._id}-${outcome}` : outcome;
}

/** Whether a page puts the id of one of its nodes before its outcomes. */
function isPrefixed(page: NodeJson | undefined, connected: readonly string[]): boolean {
  const listed = Array.isArray(page?._outcomes)
    ? page._outcomes.map((outcome: { readonly id?: unknown } | null) => String(outcome?.id))
    : [];
  const ids = pageEntries(page).map(({ _id }) => `${_id}-`);
  return [...connected, ...listed].some((outcome) => ids.some((id) => outcome.startsWith(id)));
}

/**
 * Brings the list of outcomes that AM keeps with a node, and with the page that holds it, up to date. Nodes of types that are not
 * known keep what the file lists.
 */
export function refreshOutcomes(draft: Editing, id: string, pageId?: string): void {
  const { exported } = draft;
  const json = ownValue(exported.innerNodes, id) ?? ownValue(exported.nodes, id);
  const nodeType = ownValue(exported.tree.nodes, id)?.nodeType ?? json?._type._id;
  if (json !== undefined && nodeType !== undefined && nodeTypeOf(nodeType) !== undefined) {
    const listed = outcomesOf(exported, id, { nodeType }, json).map((outcome) => ({
      id: spelledOutcome(exported, id, outcome.id),
      displayName: outcome.displayName,
    }));
    if (!isSame(json._outcomes, listed)) json._outcomes = listed;
  }
  if (pageId !== undefined) refreshOutcomes(draft, pageId);
}

function isSame(before: unknown, after: readonly Outcome[]): boolean {
  return (
    Array.isArray(before) &&
    before.length === after.length &&
    after.every(({ id, displayName }, index) => {
      const outcome: Partial<Outcome> | null = before[index];
      return outcome?.id === id && outcome.displayName === displayName;
    })
  );
}
