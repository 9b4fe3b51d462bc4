import type { Problem } from './problem.ts';
import { ofNode, placeOf } from './report.ts';
import { type Survey, type SurveyedNode, successors } from './survey.ts';

/** No loop goes round without asking the user or making the client wait. */
export function endlessLoops(survey: Survey): Problem[] {
  const told = new Set<SurveyedNode>();
  const problems: Problem[] = [];
  for (const node of survey.reached) {
    if (told.has(node) || stops(node)) continue;
    const loop = shortestLoop(survey, node);
    if (loop === undefined || loop.some((each) => told.has(each))) continue;
    for (const each of loop) told.add(each);
    const names = [...loop, node].map((each) => each.node.displayName).join(' → ');
    problems.push(
      ofNode(survey, node, {
        code: 'endless-loop',
        severity: 'error',
        message: `${names} goes round without asking or waiting, so nothing could ever change. Put a node in between that asks or waits, or a Retry Limit Decision.`,
        path: placeOf(node),
      }),
    );
  }
  return problems;
}

/** What counts its passes ends a loop as well as what waits for somebody; of an unknown type it is not known. */
function stops({ type, children }: SurveyedNode): boolean {
  if (type === undefined || type.id === 'RetryLimitDecisionNode') return true;
  return children.length === 0
    ? type.interactive
    : children.some((child) => child.type === undefined || child.type.interactive);
}

function shortestLoop({ nodes }: Survey, start: SurveyedNode): SurveyedNode[] | undefined {
  const cameFrom = new Map<SurveyedNode, SurveyedNode>();
  const open = [start];
  for (const node of open) {
    for (const next of successors(nodes, node)) {
      if (next === start) return wayTo(node, cameFrom);
      if (stops(next) || cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      open.push(next);
    }
  }
  return undefined;
}

function wayTo(end: SurveyedNode, cameFrom: ReadonlyMap<SurveyedNode, SurveyedNode>): SurveyedNode[] {
  const way: SurveyedNode[] = [];
  for (let node: SurveyedNode | undefined = end; node !== undefined; node = cameFrom.get(node))
    way.unshift(node);
  return way;
}
