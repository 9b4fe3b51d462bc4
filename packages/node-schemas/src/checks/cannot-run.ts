import { canRun } from '../nodes/index.ts';
import type { Problem } from './problem.ts';
import { ofNode, placeOf } from './report.ts';
import type { Survey } from './survey.ts';

/** Of the types that are known, this runtime runs each. Told once for each node that it does not run. */
export function cannotRun(survey: Survey): Problem[] {
  return survey.parts
    .filter(({ type }) => type !== undefined && !canRun(type.id))
    .map((node) =>
      ofNode(survey, node, {
        code: 'cannot-run',
        severity: 'note',
        message: `${node.node.displayName} is of type ${node.node.type}, which this runtime cannot run. It can be designed, checked and exported.`,
        path: placeOf(node),
      }),
    );
}
