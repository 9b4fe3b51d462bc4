import { oneLine } from '../one-line.ts';
import type { JourneyDiff } from './journey-diff.ts';
import { counted, type Item, itemsOf, type Phrase } from './phrases.ts';

/** How long a line may get before its parts go into lines of their own. */
const widest = 110;

const signs: Readonly<Record<Item['status'], string>> = {
  added: '+',
  removed: '-',
  rewired: '~',
  changed: '~',
};

/** A diff as plain lines: a heading, then a line or a few for each change, which begin with `+`, `-` or `~`. */
export function diffText(diff: JourneyDiff): string {
  const lines = [
    headingOf(diff),
    ...(diff.newIds ? [`  ${newIdsText}`] : []),
    ...itemsOf(diff.changes).flatMap(itemLines),
  ];
  return lines.map((line) => `${oneLine(line)}\n`).join('');
}

/** That ids could not be compared, in a sentence. */
export const newIdsText = 'All nodes have new ids; they were matched by type, name and neighbours.';

/** What a diff comes to, in a line: `PushLogin: 5 changes, 3 nodes only moved`. */
export function headingOf({ status, name, nodes, changes, moved }: JourneyDiff): string {
  const only = moved === 0 ? '' : `, ${counted(moved, 'node')} only moved`;
  switch (status) {
    case 'same':
      return `${name}: no changes${only}`;
    case 'added':
    case 'removed':
      return `${name}: ${status}, ${counted(nodes, 'node')}`;
    case 'changed':
      return `${name}: ${counted(changes.length, 'change')}${only}`;
  }
}

function itemLines({ status, name, kind, phrases, hunk }: Item): readonly string[] {
  const head = `  ${signs[status]} ${name}${kind === '' ? '' : ` (${kind})`}${status === 'removed' ? ' removed' : ''}`;
  const texts = phrases.map(phraseText);
  const line = texts.length === 0 ? head : `${head}: ${texts.join('; ')}`;
  const source = hunk === undefined ? [] : hunk.split('\n').map((text) => `      ${text}`);
  return line.length <= widest
    ? [line, ...source]
    : [head, ...texts.map((text) => `      ${text}`), ...source];
}

function phraseText(phrase: Phrase): string {
  switch (phrase.type) {
    case 'words':
      return phrase.words;
    case 'leads':
      return `${phrase.outcome} → ${phrase.target}`;
    case 'values':
      return `${phrase.label === '' ? '' : `${phrase.label}: `}${phrase.before ?? 'nothing'} → ${phrase.after ?? 'nothing'}`;
  }
}
