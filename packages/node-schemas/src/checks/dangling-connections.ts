import type { Problem } from './problem.ts';
import { ofNode, placeOf } from './report.ts';
import { isEnd, type Survey } from './survey.ts';

/** Every connection leads to a node that is there. */
export function danglingConnections(survey: Survey): Problem[] {
  const problems: Problem[] = [];
  for (const node of survey.all) {
    const { connections, displayName } = node.node;
    for (const outcome in connections) {
      const target = connections[outcome] ?? '';
      if (isEnd(target) || survey.nodes.has(target)) continue;
      const name = node.outcomes.find(({ id }) => id === outcome)?.displayName ?? outcome;
      problems.push(
        ofNode(survey, node, {
          code: 'dangling-connection',
          severity: 'error',
          message: `${name} of ${displayName} leads to ${target}, a node that is not there. Connect it to another.`,
          path: [...placeOf(node), 'connections', outcome],
        }),
      );
    }
  }
  return problems;
}
