import type { Problem } from './problem.ts';
import { ofNode, placeOf } from './report.ts';
import { type Survey, targetOf } from './survey.ts';

/** Every outcome that a node has is connected. */
export function unconnectedOutcomes(survey: Survey): Problem[] {
  const problems: Problem[] = [];
  for (const node of survey.all) {
    for (const { outcome, target } of node.exits) {
      if (target !== undefined || targetOf(node.node, outcome.id) !== undefined) continue;
      problems.push(
        ofNode(survey, node, {
          code: 'unconnected-outcome',
          severity: 'error',
          message: `${outcome.displayName} of ${node.node.displayName} leads nowhere. Connect it to a node, to Success or to Failure.`,
          path: [...placeOf(node), 'connections', outcome.id],
        }),
      );
    }
  }
  return problems;
}
