import type { Problem } from './problem.ts';
import { ofNode, placeOf } from './report.ts';
import { isEnd, type Survey } from './survey.ts';

/** Every connection leads to a node that is there. */
export function danglingConnections(survey: Survey): Problem[] {
  return survey.all.flatMap((node) =>
    Object.entries(node.node.connections)
      .filter(([, target]) => !isEnd(target) && !survey.nodes.has(target))
      .map(([outcome, target]) => {
        const name = node.outcomes.find(({ id }) => id === outcome)?.displayName ?? outcome;
        return ofNode(survey, node, {
          code: 'dangling-connection',
          severity: 'error',
          message: `${name} of ${node.node.displayName} leads to ${target}, a node that is not there. Connect it to another.`,
          path: [...placeOf(node), 'connections', outcome],
        });
      }),
  );
}
