import type { SurveyedNode } from '../checks/survey.ts';
import { escaped } from '../markdown.ts';
import { localisedTexts } from './localised-texts.ts';

/** The locales of a journey, each with the texts that it lacks and another locale has. */
export function localeLines(nodes: readonly SurveyedNode[]): readonly string[] {
  const texts = nodes
    .flatMap((node) => [node, ...node.children].flatMap(localisedTexts))
    .filter(({ byLocale }) => byLocale.size > 0);
  const locales = [...new Set(texts.flatMap(({ byLocale }) => [...byLocale.keys()]))].sort();
  return locales.flatMap((locale) => {
    const missing = texts.filter(({ byLocale }) => !byLocale.has(locale));
    const count =
      missing.length === 0 ? 'nothing is missing' : `${missing.length} of ${texts.length} texts are missing`;
    return [
      `- **${escaped(locale)}**: ${count}`,
      ...missing.map(({ title, nodeName }) => `  - ${escaped(`${title} of ${nodeName}`)}`),
    ];
  });
}
