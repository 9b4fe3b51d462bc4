import { type Node, parseTree } from 'jsonc-parser';
import { isSameJson, keysOf, ownValue } from '../diff/comparable.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

type Key = string | number;

/** What makes one JSON value of another. Keys are those of the value before, but for what is inserted. */
export type JsonEdit =
  | { readonly type: 'set'; readonly value: Json }
  | {
      readonly type: 'members';
      readonly changed: ReadonlyMap<Key, JsonEdit>;
      readonly removed: ReadonlySet<Key>;
      /** The items of a list stand together there. */
      readonly inserted: ReadonlyMap<Key, Json>;
    };

/** The smallest edit that makes one JSON value of another; undefined: they are the same. The order of keys is no difference. */
export function editsBetween(before: Json, after: Json): JsonEdit | undefined {
  if (before === after) return undefined;
  if (isJsonObject(before) && isJsonObject(after)) return editOfObjects(before, after);
  if (Array.isArray(before) && Array.isArray(after)) return editOfLists(before, after);
  return { type: 'set', value: after };
}

function editOfObjects(before: JsonObject, after: JsonObject): JsonEdit | undefined {
  const changed = new Map<Key, JsonEdit>();
  const removed = new Set<Key>();
  const inserted = new Map<Key, Json>();
  for (const key of keysOf(before, after)) {
    const [old, value] = [ownValue(before, key), ownValue(after, key)];
    if (value === undefined) {
      removed.add(key);
    } else if (old === undefined) {
      inserted.set(key, value);
    } else {
      const edit = editsBetween(old, value);
      if (edit !== undefined) changed.set(key, edit);
    }
  }
  const isSame = changed.size + removed.size + inserted.size === 0;
  return isSame ? undefined : { type: 'members', changed, removed, inserted };
}

/** What the lists begin and end with in common stays as it is. */
function editOfLists(before: readonly Json[], after: readonly Json[]): JsonEdit | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSameJson(before[start], after[start])) start++;
  if (start === before.length && start === after.length) return undefined;
  let end = 0;
  while (end < shorter - start && isSameJson(before.at(-1 - end), after.at(-1 - end))) end++;
  const both = shorter - end;
  const changed = before.slice(start, both).flatMap((old, index): readonly [Key, JsonEdit][] => {
    const edit = editsBetween(old, after[start + index] ?? null);
    return edit === undefined ? [] : [[start + index, edit]];
  });
  const removed = before.slice(both, before.length - end).map((_, index) => both + index);
  const inserted = after
    .slice(both, after.length - end)
    .map((value, index): [Key, Json] => [both + index, value]);
  return {
    type: 'members',
    changed: new Map(changed),
    removed: new Set(removed),
    inserted: new Map(inserted),
  };
}

/** A JSON text after an edit of its value; all that it does not touch keeps its spelling, order and indentation. */
export function rewriteText(text: string, edit: JsonEdit | undefined): string {
  if (edit === undefined) return text;
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const value = text.slice(mark.length);
  const root = parseTree(value);
  if (root === undefined) throw new RangeError('There is no JSON value in the text that is to be edited.');
  const replacements = replacementsFor(edit, root, writingOf(value));
  return mark + replaced(value, replacements);
}

/** What takes the place of a part of a text. */
interface Replacement {
  readonly offset: number;
  readonly length: number;
  readonly content: string;
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  // What is put in goes before what is replaced at the same place.
  const ordered = replacements.toSorted((a, b) => a.offset - b.offset || a.length - b.length);
  const parts: string[] = [];
  let at = 0;
  for (const { offset, length, content } of ordered) {
    parts.push(text.slice(at, offset), content);
    at = offset + length;
  }
  return parts.join('') + text.slice(at);
}

function replacementsFor(edit: JsonEdit, node: Node, writing: Writing): readonly Replacement[] {
  const whole = (value: Json) => {
    const content = written(value, writing, node.offset);
    return [{ offset: node.offset, length: node.length, content }];
  };
  if (edit.type === 'set') return whole(edit.value);
  const members = node.children ?? [];
  const isKept = (member: Node, index: number) => !edit.removed.has(keyOf(member, index));
  const kept = members.filter(isKept);
  if (kept.length === 0) {
    const inserted = [...edit.inserted];
    return whole(
      node.type === 'array' ? inserted.map(([, value]) => value) : Object.fromEntries(inserted.sort(byKey)),
    );
  }

  const places = new Map(members.map((member, index) => [keyOf(member, index), index]));
  const changed = [...edit.changed].flatMap(([key, change]) => {
    const member = members[places.get(key) ?? -1];
    const value = member?.type === 'property' ? member.children?.[1] : member;
    if (value === undefined) throw new RangeError(`There is no ${key} in the text that is to be edited.`);
    return replacementsFor(change, value, writing);
  });
  const last = members.findLastIndex(isKept);
  const removed = members.flatMap((member, index) => {
    if (isKept(member, index)) return [];
    const from = index < last ? member.offset : endOf(members[index - 1] ?? member);
    const to = index < last ? (members[index + 1] ?? member).offset : endOf(member);
    return [{ offset: from, length: to - from, content: '' }];
  });
  return [...changed, ...removed, ...insertions(edit.inserted, node, kept, writing)];
}

/** `kept`: the members of the node that stay, at least one. */
function insertions(
  inserted: ReadonlyMap<Key, Json>,
  node: Node,
  kept: readonly Node[],
  writing: Writing,
): readonly Replacement[] {
  const [first, second] = node.children ?? [];
  const [firstKept] = kept;
  if (inserted.size === 0 || first === undefined || firstKept === undefined) return [];
  const before = writing.text.slice(
    second === undefined ? node.offset + 1 : endOf(first),
    (second ?? first).offset,
  );
  const gap = /\s*$/.exec(before)?.[0] ?? '';
  return placed(inserted, kept).map(({ key, value, place }) => {
    const name = typeof key === 'string' ? `${JSON.stringify(key)}${separatorOf(first, writing)}` : '';
    const member = name + written(value, writing, first.offset);
    const previous = kept[place - 1];
    return previous === undefined
      ? { offset: firstKept.offset, length: 0, content: `${member},${gap}` }
      : { offset: endOf(previous), length: 0, content: `,${gap}${member}` };
  });
}

/** Before how many of the members that stay something goes: among sorted keys a new one is sorted in, else it is the last. */
function placed(
  inserted: ReadonlyMap<Key, Json>,
  kept: readonly Node[],
): readonly { readonly key: Key; readonly value: Json; readonly place: number }[] {
  const keys = kept.map((member, index) => keyOf(member, index));
  const isSorted = keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') <= key);
  const entries = isSorted ? [...inserted].sort(byKey) : [...inserted];
  const [start] = inserted.keys();
  let place = typeof start === 'number' ? start : 0;
  return entries.map(([key, value]) => {
    if (typeof key === 'string') {
      while (place < keys.length && !(isSorted && (keys[place] ?? '') > key)) place++;
    }
    return { key, value, place };
  });
}

const endOf = (node: Node) => node.offset + node.length;

const keyOf = (member: Node, index: number): Key =>
  member.type === 'property' ? String(member.children?.[0]?.value) : index;

const byKey = ([a]: readonly [Key, Json], [b]: readonly [Key, Json]) => (a < b ? -1 : a > b ? 1 : 0);

/** How a text is written. `unit`: that of its indentation; undefined: it is one line. */
interface Writing {
  readonly text: string;
  readonly unit: string | undefined;
  readonly lineEnd: string;
}

function writingOf(text: string): Writing {
  const unit = /\n([ \t]+)\S/.exec(text)?.[1];
  return { text, unit, lineEnd: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** What stands between a key and its value. */
function separatorOf({ children: [key, value] = [] }: Node, { text }: Writing): string {
  return key === undefined || value === undefined ? ': ' : text.slice(endOf(key), value.offset);
}

/** A value as it is written in a text: with its indentation and line ends, or in one line where the text is one. */
function written(value: Json, { text, unit, lineEnd }: Writing, offset: number): string {
  if (unit === undefined) return JSON.stringify(value);
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const indentation = /^[ \t]*/.exec(line)?.[0] ?? '';
  return JSON.stringify(value, null, unit).replaceAll('\n', `${lineEnd}${indentation}`);
}
