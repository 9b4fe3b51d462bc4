import type { Problem } from './problem.ts';
import { ofNode, placeOf } from './report.ts';
import type { Survey } from './survey.ts';

/** Every node is of a type that is known. */
export function unknownNodeTypes(survey: Survey): Problem[] {
  return survey.parts
    .filter(({ type }) => type === undefined)
    .map((unknown) =>
      ofNode(survey, unknown, {
        code: 'unknown-node-type',
        severity: 'error',
        message: `${unknown.node.displayName} is of type ${unknown.node.type || '(none)'}, which is not known here. Replace it with a node of the palette.`,
        path: placeOf(unknown),
      }),
    );
}
