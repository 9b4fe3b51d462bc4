import { escaped } from '../markdown.ts';
import { oneLine } from '../one-line.ts';
import { headingOf, newIdsText } from './diff-text.ts';
import type { JourneyDiff } from './journey-diff.ts';
import { type Item, itemsOf, type Phrase } from './phrases.ts';

/** A diff for a pull request: a heading, a bullet for each change, and the lines of scripts folded away below. */
export function diffMarkdown(diff: JourneyDiff): string {
  const items = itemsOf(diff.changes);
  const bullets = [...(diff.newIds ? [newIdsText] : []), ...items.map(bullet)].map((text) => `- ${text}`);
  const blocks = [`### ${escaped(headingOf(diff))}`, bullets.join('\n'), ...items.flatMap(sourceBlock)];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function bullet({ status, name, kind, phrases }: Item): string {
  const head = `**${escaped(name)}**${kind === '' ? '' : ` (${escaped(kind)})`} ${status}`;
  return phrases.length === 0 ? head : `${head}: ${phrases.map(phraseMarkdown).join('; ')}`;
}

function phraseMarkdown(phrase: Phrase): string {
  switch (phrase.type) {
    case 'words':
      return escaped(phrase.words);
    case 'leads':
      return `${escaped(phrase.outcome)} → ${escaped(phrase.target)}`;
    case 'values': {
      const before = phrase.before === null ? 'nothing' : `~~${escaped(phrase.before)}~~`;
      const label = phrase.label === '' ? '' : `${escaped(phrase.label)} `;
      return `${label}${before} → ${escaped(phrase.after ?? 'nothing')}`;
    }
  }
}

function sourceBlock({ name, hunk }: Item): readonly string[] {
  if (hunk === undefined) return [];
  const longestRun = Math.max(2, ...(hunk.match(/`+/g) ?? []).map((run) => run.length));
  const title = oneLine(name).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const lines = hunk.split('\n').map(oneLine);
  const fence = '`'.repeat(longestRun + 1);
  return [
    `<details><summary>${title}</summary>\n\n${fence}diff\n${lines.join('\n')}\n${fence}\n\n</details>`,
  ];
}
