import type { Problem } from './problem.ts';
import { ofNode, placeOf } from './report.ts';
import { isEnd, reachedFrom, type Survey, type SurveyedNode } from './survey.ts';

/** From every node that can be reached there is a way to Success or Failure. Tells of the first node of each trap. */
export function waysToAnEnd(survey: Survey): Problem[] {
  const good = nodesWithAnEnd(survey);
  const told = new Set<SurveyedNode>();
  const problems: Problem[] = [];
  for (const node of survey.reached) {
    if (good.has(node) || told.has(node)) continue;
    for (const trapped of reachedFrom(survey.nodes, node.node.id)) told.add(trapped);
    problems.push(
      ofNode(survey, node, {
        code: 'no-end',
        severity: 'error',
        message: `From ${node.node.displayName} no way leads to Success or Failure. Connect one of its outcomes, or of those behind it, to an end.`,
        path: placeOf(node),
      }),
    );
  }
  return problems;
}

/** A node with another fault counts as having one: with that fault mended there may be a way. */
function nodesWithAnEnd({ nodes, reached }: Survey): Set<SurveyedNode> {
  const good = new Set<SurveyedNode>();
  const leadsOn = (target: string | undefined) => {
    if (target === undefined) return false;
    const next = nodes.get(target);
    return next === undefined ? isEnd(target) : good.has(next);
  };
  // Ends are farthest from Start: beginning there, one pass finds nearly all.
  const farthestFirst = [...reached].reverse();
  for (let before = -1; before < good.size && good.size < reached.size; ) {
    before = good.size;
    for (const node of farthestFirst) {
      if (!good.has(node) && (isFaulty(node) || node.exits.some(({ target }) => leadsOn(target))))
        good.add(node);
    }
  }
  return good;
}

function isFaulty({ type, validated, exits, node }: SurveyedNode): boolean {
  return (
    type === undefined ||
    validated === undefined ||
    validated.problems.some(({ severity }) => severity === 'error') ||
    exits.some(({ target }) => target === undefined) ||
    (node.children !== undefined && exits.length === 0)
  );
}
