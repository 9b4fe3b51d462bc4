import { canRun } from '../nodes/index.ts';
import type { Problem } from './problem.ts';
import { ofNode, placeOf } from './report.ts';
import type { Survey } from './survey.ts';

/** Of the types that are known, this runtime runs each. Told once for each node that it does not run. */
export function cannotRun(survey: Survey): Problem[] {
  return [...survey.nodes.values()].flatMap((node) =>
    [node, ...node.children]
      .filter(({ type }) => type !== undefined && !canRun(type.id))
      .map((each) =>
        ofNode(survey, each, {
          code: 'cannot-run',
          severity: 'note',
          message: `${each.node.displayName} is of type ${each.node.type}, which this runtime cannot run. It can be designed, checked and exported.`,
          path: each === node ? placeOf(node) : each.path,
        }),
      ),
  );
}
