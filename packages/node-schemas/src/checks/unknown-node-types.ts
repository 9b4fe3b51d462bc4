import type { Problem } from './problem.ts';
import { ofNode, placeOf } from './report.ts';
import type { Survey } from './survey.ts';

/** Whether a type is one that people have made in AM's node designer; what it does, its own tenant alone knows. */
export const isCustomType = (id: string) => /^designer-[0-9a-f]{32}$/.test(id);

/** Every node is of a type that is known, or a custom one. */
export function unknownNodeTypes(survey: Survey): Problem[] {
  return survey.parts
    .filter(({ node, type }) => type === undefined && !isCustomType(node.type))
    .map((unknown) =>
      ofNode(survey, unknown, {
        code: 'unknown-node-type',
        severity: 'error',
        message: `${unknown.node.displayName} is of type ${unknown.node.type || '(none)'}, which is not known here. Replace it with a node of the palette.`,
        path: placeOf(unknown),
      }),
    );
}
