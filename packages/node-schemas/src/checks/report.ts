import { successId } from '../journey/journey.ts';
import type { JsonPath } from '../journey/position.ts';
import type { Problem } from './problem.ts';
import { isEnd, type Survey, type SurveyedChild } from './survey.ts';

/** A problem of a node: names the journey and the node. */
export function ofNode(
  { journey }: Survey,
  { node }: SurveyedChild,
  problem: Omit<Problem, 'journey' | 'nodeId' | 'nodeName'>,
): Problem {
  return { ...problem, journey: journey.name, nodeId: node.id, nodeName: node.displayName };
}

/** Where a node is in a single-journey export: in the tree; one in a page, which is not there, by its configuration. */
export function placeOf({ node, path }: SurveyedChild): JsonPath {
  return path[0] === 'nodes' ? ['tree', 'nodes', node.id] : path;
}

/** What a designer calls the thing with this id: a node's display name, Success or Failure. */
export function nameOf({ journey }: Survey, id: string): string {
  if (isEnd(id)) return id === successId ? 'Success' : 'Failure';
  return journey.nodes.get(id)?.displayName ?? id;
}

/** Names in a row, such as `a, b and c`. */
export function listed(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}
