import { formerFactorsOf } from '../../assurance/standing.ts';
import { asksWho } from '../../assurance/vouching.ts';
import type { Problem } from '../problem.ts';
import { listed, ofNode, placeOf } from '../report.ts';
import type { SurveyedNode } from '../survey.ts';
import { firstPassages, successes, wayOver, waysOn } from '../walk.ts';
import type { Review } from './review.ts';

/** No factor is decided before it is settled whose it is: naming another user afterwards carries nothing over. */
export function userChanged({ surveyed, walk }: Review): Problem[] {
  const ways = waysOn(successes(walk).filter(({ memory }) => formerFactorsOf(memory).length > 0));
  if (ways.size === 0) return [];
  const found = firstPassages(
    walk,
    ({ from, outcome, to }) =>
      ways.has(to) &&
      formerFactorsOf(to.memory).length > formerFactorsOf(from.memory).length &&
      asksAnew(surveyed.nodes.get(from.nodeId), outcome),
  );
  return surveyed.all.flatMap((node) => {
    const passage = found.get(node.node.id);
    if (passage === undefined) return [];
    const lost = listed(formerFactorsOf(passage.to.memory));
    return [
      ofNode(surveyed, node, {
        code: 'user-changed',
        severity: 'warning',
        message: `${node.node.displayName} asks who the user is after ${lost} was proven, and Success can be reached without proving it again: what one user has proven would let in another. Ask for the name before anything is proven.`,
        path: placeOf(node),
        witness: wayOver(passage, ways),
      }),
    ];
  });
}

function asksAnew(node: SurveyedNode | undefined, outcome: string): boolean {
  const parts = node === undefined || node.children.length > 0 ? (node?.children ?? []) : [node];
  return parts.some((part) => asksWho(part, outcome));
}
