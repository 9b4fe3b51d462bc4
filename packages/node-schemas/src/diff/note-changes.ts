import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { isSameJson, keysOf, objectOf, ownValue } from './comparable.ts';
import type { NodeEdit, NoteChange } from './journey-diff.ts';
import { propertyEdits } from './property-edits.ts';
import type { Side } from './side.ts';
import { valueTexts } from './value-text.ts';

/** The notes on the canvas that are different, and how many of them only stand elsewhere. */
export function noteChanges(
  before: Side,
  after: Side,
): { readonly changes: readonly NoteChange[]; readonly moved: number } {
  const old = notesOf(before);
  const now = notesOf(after);
  const changes = [...new Set([...now.keys(), ...old.keys()])].flatMap((id): readonly NoteChange[] => {
    const from = old.get(id);
    const to = now.get(id);
    const edits = propertyEdits(withoutPlace(from), withoutPlace(to));
    if (edits.length === 0) return [];
    const status = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
    return [
      {
        type: 'note',
        status,
        id,
        text: textOf(to ?? from) ?? '',
        edits: status === 'changed' ? edits : [],
      },
    ];
  });
  const moved = [...now].filter(([id, note]) => {
    const from = old.get(id);
    const isElsewhere = from !== undefined && places.some((key) => !isSameJson(from[key], note[key]));
    return isElsewhere && isSameJson(withoutPlace(from), withoutPlace(note));
  });
  return { changes, moved: moved.length };
}

/** The comments on a node that are different. */
export function commentEdits(before: Side, after: Side, nodeId: string): readonly NodeEdit[] {
  const old = commentsOf(before, nodeId);
  const now = commentsOf(after, nodeId);
  return keysOf(old, now)
    .filter((id) => !isSameJson(ownValue(old, id), ownValue(now, id)))
    .map((id) => {
      const [from, to] = valueTexts('', {}, textOf(ownValue(old, id)), textOf(ownValue(now, id)));
      return { type: 'comment', before: from, after: to };
    });
}

const places = ['x', 'y', 'w', 'h'] as const;

function notesOf(side: Side): ReadonlyMap<string, JsonObject> {
  return new Map(Object.entries(byId(annotationsOf(side).structural)));
}

function commentsOf(side: Side, nodeId: string): JsonObject {
  return byId(ownValue(objectOf(annotationsOf(side).forNodes), nodeId));
}

function annotationsOf({ tree }: Side): JsonObject {
  return objectOf(objectOf(tree.uiConfig).annotations);
}

function byId(list: Json | undefined): { readonly [id: string]: JsonObject } {
  const entries = (Array.isArray(list) ? list : []).filter(isJsonObject);
  return Object.fromEntries(entries.map((entry, index) => [String(entry.id ?? index), entry]));
}

function withoutPlace(note: JsonObject | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(note ?? {}).filter(([key]) => !places.some((place) => place === key)),
  );
}

function textOf(annotation: Json | undefined): string | undefined {
  const { text } = objectOf(annotation);
  return typeof text === 'string' ? text : undefined;
}
