import type { Problem } from './problem.ts';
import { nameOf, ofNode, placeOf } from './report.ts';
import type { Survey } from './survey.ts';

/** Every connection starts at an outcome that the node has. */
export function unknownOutcomes(survey: Survey): Problem[] {
  const problems: Problem[] = [];
  for (const node of survey.all) {
    const { connections, displayName } = node.node;
    for (const outcome in connections) {
      if (node.outcomes.some(({ id }) => id === outcome)) continue;
      problems.push(
        ofNode(survey, node, {
          code: 'unknown-outcome',
          severity: 'warning',
          message: `${displayName} has no outcome ${outcome} as it is configured, so its connection to ${nameOf(survey, connections[outcome] ?? '')} is never taken. Remove the connection, or change the configuration.`,
          path: [...placeOf(node), 'connections', outcome],
        }),
      );
    }
  }
  return problems;
}
