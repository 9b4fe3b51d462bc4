import type { Change, EntryEdit, NodeChange, NodeEdit, OutcomeEdit, PropertyEdit } from './journey-diff.ts';

/** A line of a diff for people: what it is about, and what is different about it. */
export interface Item {
  /** What it tells of: one change, or nodes that changed in the same way. */
  readonly changes: readonly Change[];
  readonly status: 'added' | 'removed' | 'rewired' | 'changed';
  readonly name: string;
  /** What it is where the name does not tell, such as `Push Sender on Sign in`; may be empty. */
  readonly kind: string;
  readonly phrases: readonly Phrase[];
  /** The hunk of a script. */
  readonly hunk?: string;
}

/** What is different, in words; with two values, one of which may be nothing, where it went from one to another. */
export type Phrase =
  | { readonly type: 'words'; readonly words: string }
  | {
      readonly type: 'values';
      readonly label: string;
      readonly before: string | null;
      readonly after: string | null;
    }
  | { readonly type: 'leads'; readonly outcome: string; readonly target: string };

/** So many nodes with the very same difference become one line. */
const fewestAlike = 3;

/** The lines of a diff, one for each change; nodes that changed in the same way share one. */
export function itemsOf(changes: readonly Change[]): readonly Item[] {
  const alike = new Map<string, NodeChange[]>();
  for (const change of changes) {
    if (change.type !== 'node' || change.status !== 'changed') continue;
    const key = JSON.stringify(change.edits);
    alike.set(key, [...(alike.get(key) ?? []), change]);
  }
  return changes.flatMap((change) => {
    const group = change.type === 'node' ? (alike.get(JSON.stringify(change.edits)) ?? []) : [];
    if (change.type !== 'node' || change.status !== 'changed' || group.length < fewestAlike) {
      return [{ ...lineOf(change), changes: [change] }];
    }
    return group[0] === change
      ? [{ ...lineOf(change), changes: group, name: `${group.length} nodes`, kind: named(group) }]
      : [];
  });
}

/** How many of something there are, in words. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

type Line = Omit<Item, 'changes'>;

function lineOf(change: Change): Line {
  switch (change.type) {
    case 'journey':
      return { status: 'changed', name: 'Journey', kind: '', phrases: change.edits.flatMap(propertyPhrases) };
    case 'start':
      return { status: 'rewired', name: 'Start', kind: '', phrases: [values('leads to', change)] };
    case 'node':
      return nodeLine(change);
    case 'note':
      return {
        status: change.status,
        name: 'Note',
        kind: '',
        phrases: [
          ...(change.status === 'changed' ? [] : [words(`“${shortened(change.text)}”`)]),
          ...change.edits.flatMap(propertyPhrases),
        ],
      };
    case 'dependency':
      return {
        status: change.status,
        name: change.name,
        kind: change.kind,
        phrases: [
          ...(change.lines === undefined ? [] : [words(linesText(change.lines))]),
          ...change.edits.flatMap(propertyPhrases),
        ],
        ...(change.lines?.hunk ? { hunk: change.lines.hunk } : {}),
      };
    case 'other':
      return {
        status: change.before === null ? 'added' : change.after === null ? 'removed' : 'changed',
        name: change.path.join('.'),
        kind: '',
        phrases: [values('', change)],
      };
  }
}

function nodeLine({ status, name, nodeType, page, edits }: NodeChange): Line {
  const isRewiring = edits.every(({ type }) => type === 'outcome');
  const type = nodeType !== '' && !name.startsWith(nodeType.replace(/ Node$/, '')) ? nodeType : '';
  const kind = [type, ...(page === undefined ? [] : [`on ${page}`])].filter((part) => part !== '').join(' ');
  return {
    status: status === 'changed' && isRewiring ? 'rewired' : status,
    name,
    kind: status === 'changed' ? (page === undefined ? '' : `on ${page}`) : kind,
    phrases: edits.flatMap((edit) => editPhrases(edit, status)),
  };
}

function editPhrases(edit: NodeEdit, status: NodeChange['status']): readonly Phrase[] {
  switch (edit.type) {
    case 'renamed':
      return [values('name', edit)];
    case 'retyped':
      return [values('type', edit)];
    case 'placed':
      return [values('moved', { before: edit.before ?? 'the canvas', after: edit.after ?? 'the canvas' })];
    case 'reordered':
      return [values('order', { before: edit.before.join(', '), after: edit.after.join(', ') })];
    case 'property':
      return status === 'added' ? givenPhrases(edit) : propertyPhrases(edit);
    case 'outcome':
      return [outcomePhrase(edit, status)];
    case 'comment':
      return [values('comment', edit)];
  }
}

function outcomePhrase(
  { status, outcome, before, after }: OutcomeEdit,
  ofNode: NodeChange['status'],
): Phrase {
  switch (status) {
    case 'gone':
      return words(before === null ? `${outcome} gone` : `${outcome} gone (led to ${before})`);
    case 'new':
      if (ofNode === 'added') return { type: 'leads', outcome, target: after ?? 'nothing' };
      return words(after === null ? `${outcome} new, leads to nothing` : `${outcome} new, leads to ${after}`);
    case 'rewired':
      return values(outcome, { before, after });
  }
}

/** A property of what was not there before. */
function givenPhrases({ title, after, entries = [] }: PropertyEdit): readonly Phrase[] {
  const named = entries.flatMap((entry) =>
    entry.name === undefined ? [] : [words(`${title} ${entry.name}: ${entry.after ?? 'nothing'}`)],
  );
  return named.length > 0 ? named : [words(`${title}: ${after ?? 'nothing'}`)];
}

function propertyPhrases({ title, before, after, entries }: PropertyEdit): readonly Phrase[] {
  if (entries === undefined) return [values(title, { before, after })];
  const listed = entries.filter(({ name }) => name === undefined);
  return [
    ...entries.flatMap((entry) =>
      entry.name === undefined ? [] : [values(`${title} ${entry.name}`, entry)],
    ),
    ...(listed.length === 0 ? [] : [words(`${title}: ${listPhrase(listed)}`)]),
  ];
}

function listPhrase(entries: readonly EntryEdit[]): string {
  const texts = (side: 'before' | 'after') => entries.flatMap((entry) => entry[side] ?? []);
  const added = texts('after');
  const removed = texts('before');
  return [
    ...(added.length === 0 ? [] : [`added ${added.join(', ')}`]),
    ...(removed.length === 0 ? [] : [`removed ${removed.join(', ')}`]),
  ].join('; ');
}

function linesText({ added, removed }: { readonly added: number; readonly removed: number }): string {
  return added + removed === 0 ? 'only line ends differ' : `+${added} −${removed} lines`;
}

function named(group: readonly NodeChange[]): string {
  const names = group.slice(0, 3).map(({ name }) => name);
  const more = group.length - names.length;
  return `${names.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}

const shortened = (text: string) => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

const words = (text: string): Phrase => ({ type: 'words', words: text });

const values = (
  label: string,
  { before, after }: { readonly before: string | null; readonly after: string | null },
): Phrase => ({ type: 'values', label, before, after });
