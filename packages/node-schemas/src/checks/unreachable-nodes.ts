import type { Problem } from './problem.ts';
import { ofNode, placeOf } from './report.ts';
import type { Survey } from './survey.ts';

/** Every node can be reached from Start. Says nothing where Start itself leads nowhere. */
export function unreachableNodes(survey: Survey): Problem[] {
  if (survey.reached.size === 0) return [];
  return survey.all
    .filter((node) => !survey.reached.has(node))
    .map((node) =>
      ofNode(survey, node, {
        code: 'unreachable-node',
        severity: 'warning',
        message: `Nothing leads from Start to ${node.node.displayName}. Connect an outcome to it, or remove it.`,
        path: placeOf(node),
      }),
    );
}
