import type { ProblemCode } from '@journeyman/node-schemas';
import {
  checkJourney,
  type Journey,
  type JsonObject,
  journeyFrom,
  nodeTypesById,
} from '@journeyman/node-schemas/run';
import { AmError } from '../http/am-error.ts';
import type { FindChild } from './node-body.ts';
import { type ConfiguredNode, childrenOf, type RealmContent } from './realm-content.ts';

/**
 * Throws `bad-request`, in words that begin with AM's, for a page with nodes that cannot be in it, and for an inner journey that
 * leads back to one of the journeys that the node is in. Whatever else is wrong, AM finds only when the journey runs.
 */
export function requireSound(
  node: ConfiguredNode,
  journeyNames: readonly string[],
  content: RealmContent,
  child: FindChild,
): void {
  if (node.type === 'InnerTreeEvaluatorNode' && journeyNames.length > 0) {
    const journeys = new Map(content.journeys.map(({ name, exported }) => [name, journeyFrom(exported)]));
    for (const name of journeyNames) requireNo('recursive-journey', journeyOf(node, name, {}), journeys);
  }
  // A page with nothing in it is one that somebody is about to fill.
  if (childrenOf(node.config).length > 0) {
    requireNo('page-contents', journeyOf(node, '', innerNodesOf(node, child)), new Map());
  }
}

function requireNo(code: ProblemCode, journey: Journey, journeys: ReadonlyMap<string, Journey>): void {
  const fault = checkJourney(journey, { journeys }).find((problem) => problem.code === code);
  if (fault !== undefined) throw new AmError('bad-request', fault.message);
}

/** A journey that has this one node. */
function journeyOf({ id, type, config }: ConfiguredNode, name: string, innerNodes: JsonObject): Journey {
  const node = { displayName: nodeTypesById.get(type)?.name ?? type, nodeType: type, connections: {} };
  return journeyFrom({
    tree: { _id: name, nodes: Object.fromEntries([[id, node]]) },
    nodes: Object.fromEntries([[id, config]]),
    innerNodes,
  });
}

/** The configurations of the nodes in a page. What is of a type that is not known could not be written, and is let pass. */
function innerNodesOf({ config }: ConfiguredNode, child: FindChild): JsonObject {
  const found = childrenOf(config).flatMap(({ _id, nodeType }): [string, JsonObject][] => {
    if (typeof nodeType !== 'string') return [];
    const inner = child(_id, nodeType) ?? (nodeTypesById.has(nodeType) ? undefined : {});
    return inner === undefined ? [] : [[_id, inner]];
  });
  return Object.fromEntries(found);
}
