import type { Problem } from './problem.ts';
import { ofNode } from './report.ts';
import type { Survey } from './survey.ts';

/** Where there is no text, the file has none: AM's console writes the word "null" there. */
export function nullWords(survey: Survey): Problem[] {
  const { journey } = survey;
  const told = (whose: string, property: string) => ({
    code: 'null-word' as const,
    severity: 'note' as const,
    property,
    message: `The ${property} of ${whose} is the word "null", which the console writes where there is none. It is taken as none; remove it.`,
  });
  return [
    ...(journey.nullWords ?? []).map((property) => ({
      ...told('the journey', property),
      journey: journey.name,
      path: ['tree', property],
    })),
    ...survey.all.flatMap((each) =>
      (each.node.nullWords ?? []).map((property) =>
        ofNode(survey, each, {
          ...told(each.node.displayName, property),
          path: [...each.path, property],
        }),
      ),
    ),
  ];
}
