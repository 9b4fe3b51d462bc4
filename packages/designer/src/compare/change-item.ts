import { type Item, type Phrase, startId } from '@journeyman/node-schemas';
import { notePrefix } from '../document/lookup.ts';

/** A line of what is different about something: words in a row, or a value that became another. */
export type ChangeLine =
  | { readonly type: 'words'; readonly words: string }
  | Extract<Phrase, { readonly type: 'values' }>;

/** What tells an item from the others of its comparison, and is the same in the next one. */
export function keyOf({ changes, name }: Pick<Item, 'changes' | 'name'>): string {
  return changes[0]?.type === 'dependency' ? `dependency ${changes[0].id}` : (idsOf({ changes })[0] ?? name);
}

/** What of the canvas an item is about: nodes, Start or a note. */
export function idsOf({ changes }: Pick<Item, 'changes'>): readonly string[] {
  return changes.flatMap(idOf);
}

function idOf(change: Item['changes'][number]): readonly string[] {
  switch (change.type) {
    case 'node':
      return [change.nodeId];
    case 'start':
      return [startId];
    case 'note':
      return [`${notePrefix}${change.id}`];
    case 'journey':
    case 'dependency':
    case 'other':
      return [];
  }
}

/** The lines of an item. What is said of a kind in a row shares a line. */
export function linesOf({ kind, phrases }: Item): readonly ChangeLine[] {
  const lines: ChangeLine[] = [];
  let before: Phrase['type'] | undefined;
  const said: readonly Phrase[] = [
    ...(kind === '' ? [] : [{ type: 'words', words: kind } as const]),
    ...phrases,
  ];
  for (const phrase of said) {
    const last = lines.at(-1);
    if (phrase.type === 'values') lines.push(phrase);
    else if (last?.type === 'words' && before === phrase.type) {
      lines.splice(-1, 1, { type: 'words', words: `${last.words} · ${wordsOf(phrase)}` });
    } else lines.push({ type: 'words', words: wordsOf(phrase) });
    before = phrase.type;
  }
  return lines;
}

function wordsOf(phrase: Exclude<Phrase, { readonly type: 'values' }>): string {
  return phrase.type === 'words' ? phrase.words : `${phrase.outcome} → ${phrase.target}`;
}
