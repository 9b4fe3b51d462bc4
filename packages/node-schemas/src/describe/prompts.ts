import { innerJourneyName } from '../checks/inner-journeys.ts';
import type { SurveyedChild, SurveyedNode } from '../checks/survey.ts';
import { escaped } from '../markdown.ts';
import { type LocalisedText, localisedTexts } from './localised-texts.ts';

/** What nodes ask and show: a line for each node, and below it one for each text in each locale. */
export function promptLines(nodes: readonly SurveyedNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    const parts = [node, ...node.children];
    const texts = parts.flatMap((part) =>
      localisedTexts(part).flatMap((text) => linesOf(text, part !== node)),
    );
    if (texts.length === 0 && !parts.some(mayAsk)) return [];
    return [`- ${askingNode(node)}`, ...texts.map((line) => `  - ${line}`)];
  });
}

/** Whether a node can ask something, as far as is known. */
export function mayAsk({ type }: SurveyedChild): boolean {
  return type === undefined || type.interactive;
}

/** A node with what asks in it: the nodes of a page, or the journey that it runs. */
export function askingNode({ node, children }: SurveyedNode): string {
  const inner = innerJourneyName(node);
  const names = children.filter(mayAsk).map((child) => child.node.displayName);
  const parts = inner === undefined ? names : [`journey ${inner}`];
  return escaped(parts.length === 0 ? node.displayName : `${node.displayName} (${parts.join(', ')})`);
}

function linesOf(
  { title, nodeName, byLocale, builtIn }: LocalisedText,
  isOnPage: boolean,
): readonly string[] {
  const name = escaped(isOnPage ? `${nodeName}: ${title}` : title);
  if (byLocale.size === 0) return builtIn === undefined ? [] : [`${name}, built in: “${escaped(builtIn)}”`];
  return [...byLocale].map(([locale, text]) => `${name}, ${escaped(locale)}: “${escaped(text)}”`);
}
