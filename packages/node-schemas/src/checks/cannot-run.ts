import { canRun } from '../nodes/index.ts';
import type { Problem } from './problem.ts';
import { ofNode, placeOf } from './report.ts';
import type { Survey } from './survey.ts';
import { isCustomType } from './unknown-node-types.ts';

/** Of the types that are known, this runtime runs each, and of custom ones none. Told once for each node that it does not run. */
export function cannotRun(survey: Survey): Problem[] {
  return survey.parts
    .filter(({ node, type }) => (type === undefined ? isCustomType(node.type) : !canRun(type.id)))
    .map((node) =>
      ofNode(survey, node, {
        code: 'cannot-run',
        severity: 'note',
        message: `${node.node.displayName} is of type ${node.node.type}, ${isCustomType(node.node.type) ? 'a custom one of its tenant, ' : ''}which this runtime cannot run. It can be designed, checked and exported.`,
        path: placeOf(node),
      }),
    );
}
