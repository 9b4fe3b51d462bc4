import type { Problem } from './problem.ts';
import { nameOf, ofNode, placeOf } from './report.ts';
import type { Survey } from './survey.ts';

/** Every connection starts at an outcome that the node has. */
export function unknownOutcomes(survey: Survey): Problem[] {
  return survey.all.flatMap((node) =>
    Object.entries(node.node.connections)
      .filter(([outcome]) => node.outcomes.every(({ id }) => id !== outcome))
      .map(([outcome, target]) =>
        ofNode(survey, node, {
          code: 'unknown-outcome',
          severity: 'warning',
          message: `${node.node.displayName} has no outcome ${outcome} as it is configured, so its connection to ${nameOf(survey, target)} is never taken. Remove the connection, or change the configuration.`,
          path: [...placeOf(node), 'connections', outcome],
        }),
      ),
  );
}
