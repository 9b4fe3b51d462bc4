import { applyEdits, findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { JsonPath } from '../journey/position.ts';
import { isJsonObject, type Json } from '../json.ts';

/** One change of a JSON value. Those of a list hold for the value that the changes before have left. */
export type JsonEdit =
  | { readonly type: 'set' | 'insert'; readonly path: JsonPath; readonly value: Json }
  | { readonly type: 'remove'; readonly path: JsonPath };

/** The smallest changes that make one JSON value of another. The order of keys is no difference. */
export function editsBetween(before: Json, after: Json, path: JsonPath = []): readonly JsonEdit[] {
  if (before === after) return [];
  if (isJsonObject(before) && isJsonObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key): readonly JsonEdit[] => {
      const at = [...path, key];
      const [old, value] = [own(before, key), own(after, key)];
      if (value === undefined) return [{ type: 'remove', path: at }];
      return old === undefined ? [{ type: 'insert', path: at, value }] : editsBetween(old, value, at);
    });
  }
  if (Array.isArray(before) && Array.isArray(after)) return editsOfLists(before, after, path);
  return [{ type: 'set', path, value: after }];
}

/** What the lists begin and end with in common stays as it is. */
function editsOfLists(before: readonly Json[], after: readonly Json[], path: JsonPath): readonly JsonEdit[] {
  const isSame = (one: Json | undefined, other: Json | undefined) =>
    one !== undefined && other !== undefined && editsBetween(one, other).length === 0;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start], after[start])) start++;
  let end = 0;
  while (end < shorter - start && isSame(before.at(-1 - end), after.at(-1 - end))) end++;
  const both = shorter - end;
  const changed = before
    .slice(start, both)
    .flatMap((old, index) => editsBetween(old, after[start + index] ?? null, [...path, start + index]));
  const removed = before
    .slice(both, before.length - end)
    .map(
      (_, index, { length }): JsonEdit => ({ type: 'remove', path: [...path, both + length - 1 - index] }),
    );
  const inserted = after
    .slice(both, after.length - end)
    .map((value, index): JsonEdit => ({ type: 'insert', path: [...path, both + index], value }));
  return [...changed, ...removed, ...inserted];
}

/** A JSON text after changes of its value; all that they do not touch keeps its spelling, order and indentation. */
export function rewriteText(text: string, edits: readonly JsonEdit[]): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  return mark + edits.reduce(edited, text.slice(mark.length));
}

function edited(text: string, edit: JsonEdit): string {
  const root = parseTree(text);
  const parentPath = edit.path.slice(0, -1);
  const last = edit.path.at(-1);
  const node = edit.type === 'insert' ? undefined : nodeAt(root, edit.path);
  const parent = nodeAt(root, parentPath);
  const replaced = (offset: number, length: number, content: string) =>
    applyEdits(text, [{ offset, length, content }]);
  if (node !== undefined && edit.type === 'set') {
    return replaced(node.offset, node.length, written(edit.value, text, node.offset));
  }
  if (parent === undefined || last === undefined)
    throw new RangeError(`There is nothing at ${edit.path.join('.')}.`);
  const members = parent.children ?? [];
  if (edit.type === 'remove') {
    const index = members.findIndex((member) => member === node || member === node?.parent);
    const [member, next, before] = [members[index], members[index + 1], members[index - 1]];
    if (member === undefined) throw new RangeError(`There is nothing at ${edit.path.join('.')}.`);
    if (next !== undefined) return replaced(member.offset, next.offset - member.offset, '');
    const from = before === undefined ? parent.offset + 1 : endOf(before);
    const to = before === undefined ? endOf(parent) - 1 : endOf(member);
    return replaced(from, to - from, '');
  }
  if (edit.type === 'set') throw new RangeError(`There is nothing at ${edit.path.join('.')}.`);
  const first = members[0];
  if (first === undefined) {
    const value = typeof last === 'string' ? { [last]: edit.value } : [edit.value];
    return replaced(parent.offset, parent.length, written(value, text, parent.offset));
  }
  const index = typeof last === 'number' ? last : placeOfKey(last, members);
  const gap = gapBefore(members[1] ?? first, text);
  const at = index === 0 ? first.offset : endOf(members[index - 1] ?? first);
  const key = typeof last === 'string' ? `${JSON.stringify(last)}${separatorOf(first, text)}` : '';
  const member = key + written(edit.value, text, first.offset);
  return replaced(at, 0, index === 0 ? `${member},${gap}` : `,${gap}${member}`);
}

const nodeAt = (root: Node | undefined, path: JsonPath) =>
  root === undefined ? undefined : findNodeAtLocation(root, [...path]);

const endOf = (node: Node) => node.offset + node.length;

const own = (values: { readonly [key: string]: Json }, key: string) =>
  Object.hasOwn(values, key) ? values[key] : undefined;

/** Among sorted keys a new one is sorted in; else it is the last. */
function placeOfKey(key: string, members: readonly Node[]): number {
  const keys = members.map((member) => String(member.children?.[0]?.value));
  const isSorted = keys.every((one, index) => index === 0 || (keys[index - 1] ?? '') <= one);
  const next = isSorted ? keys.findIndex((one) => one > key) : -1;
  return next === -1 ? keys.length : next;
}

const gapBefore = (node: Node, text: string) => /\s*$/.exec(text.slice(0, node.offset))?.[0] ?? '';

/** What stands between a key and its value. */
function separatorOf({ children: [key, value] = [] }: Node, text: string): string {
  return key === undefined || value === undefined ? ': ' : text.slice(endOf(key), value.offset);
}

/** A value as it is written in a text: with its indentation and line ends, or in one line where the text is one. */
function written(value: Json, text: string, offset: number): string {
  const unit = /\n([ \t]+)\S/.exec(text)?.[1];
  if (unit === undefined) return JSON.stringify(value);
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const indentation = /^[ \t]*/.exec(line)?.[0] ?? '';
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return JSON.stringify(value, null, unit).replaceAll('\n', `${lineEnd}${indentation}`);
}
