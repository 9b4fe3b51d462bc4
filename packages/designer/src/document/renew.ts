import type { Json } from '@journeyman/node-schemas';
import { annotationsOf } from './annotations.ts';
import { uniqueName } from './edits.ts';
import type { Exported, JourneyDocument, NodeJson, TreeNode } from './journey-document.ts';
import { isEndId, ownValue, pageEntries } from './lookup.ts';

/** The ids and names that the nodes and notes of a document get where it is pasted, by their old ids. */
export interface Renewal {
  readonly ids: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

/** New ids for everything, and for each node its own name, or that with a number if it is taken. */
export function renewalOf(
  { exported }: JourneyDocument,
  newId: () => string,
  taken: ReadonlySet<string>,
): Renewal {
  const known = new Set(taken);
  const names = new Map<string, string>();
  const take = (id: string, displayName: string) => {
    const name = uniqueName(displayName, known);
    known.add(name);
    names.set(id, name);
  };
  for (const [id, { displayName }] of Object.entries(exported.tree.nodes)) {
    take(id, displayName);
    for (const child of pageEntries(ownValue(exported.nodes, id))) take(child._id, child.displayName);
  }
  const notes = annotationsOf(exported).notes.map(({ id }) => id);
  return { ids: new Map([...names.keys(), ...notes].map((id) => [id, newId()])), names };
}

/** A node of the canvas, renewed, with the connections that lead somewhere. */
export function renewedNode(node: TreeNode, id: string, { ids, names }: Renewal): TreeNode {
  const connections = Object.entries(node.connections).flatMap(([outcome, target]): [string, string][] => {
    const next = isEndId(target) ? target : ids.get(target);
    return next === undefined ? [] : [[renewedOutcome(outcome, ids), next]];
  });
  return {
    ...node,
    displayName: names.get(id) ?? node.displayName,
    connections: Object.fromEntries(connections),
  };
}

/** A configuration, renewed: its id, the nodes that a page lists, and the ids that a page's outcomes begin with. */
export function renewedJson(json: NodeJson, id: string, { ids, names }: Renewal): NodeJson {
  const children = pageEntries(json).map((child) => ({
    ...child,
    _id: ids.get(child._id) ?? child._id,
    displayName: names.get(child._id) ?? child.displayName,
  }));
  const outcomes = (Array.isArray(json._outcomes) ? json._outcomes : []).map((outcome: Json) =>
    typeof outcome === 'object' && outcome !== null && 'id' in outcome && typeof outcome.id === 'string'
      ? { ...outcome, id: renewedOutcome(outcome.id, ids) }
      : outcome,
  );
  return {
    ...json,
    _id: ids.get(id) ?? id,
    ...(children.length > 0 ? { nodes: children } : {}),
    ...(outcomes.length > 0 ? { _outcomes: outcomes } : {}),
  };
}

/** The configurations of the nodes in a page, by id. */
export function innerJson({ nodes, innerNodes }: Exported, page: NodeJson | undefined): [string, NodeJson][] {
  return pageEntries(page).flatMap(({ _id }): [string, NodeJson][] => {
    const json = ownValue(innerNodes, _id) ?? ownValue(nodes, _id);
    return json === undefined ? [] : [[_id, json]];
  });
}

/** Newer versions of AM put the id of a page's last node and a hyphen before an outcome. */
function renewedOutcome(outcome: string, ids: ReadonlyMap<string, string>): string {
  const old = [...ids.keys()].find((id) => outcome.startsWith(`${id}-`));
  return old === undefined ? outcome : `${ids.get(old)}${outcome.slice(old.length)}`;
}
