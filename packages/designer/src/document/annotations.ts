import { isJsonObject, type Json, type JsonObject, type Place } from '@journeyman/node-schemas';
import type { Editing } from './editing.ts';
import { withoutKeys } from './edits.ts';
import type { Exported } from './journey-document.ts';
import { notePrefix } from './lookup.ts';

/** The tints of notes and comments; a file may name others, which are kept. */
export const noteColours = ['yellow', 'green', 'blue', 'pink'] as const;

/** A sticky note on the canvas. Keys and their names are AM's. */
export interface Note extends Comment, Place {
  /** Width and height, in pixels. */
  readonly w: number;
  readonly h: number;
}

/** What somebody wrote about a node. */
export interface Comment {
  readonly id: string;
  readonly text: string;
  readonly color: string;
  readonly createdBy?: string;
  /** ISO 8601. */
  readonly createdAt?: string;
}

/** The size of a note that says nothing of it. */
export const noteSize = { w: 200, h: 96 } as const;

/** The notes of a journey and the comments on its nodes, by node. */
export interface Annotations {
  readonly notes: readonly Note[];
  readonly comments: ReadonlyMap<string, readonly Comment[]>;
}

const nothing: Annotations = { notes: [], comments: new Map() };

/** The last text that was read, since the canvas asks again and again. */
let latest: { readonly text: Json | undefined; readonly annotations: Annotations } = {
  text: undefined,
  annotations: nothing,
};

/** The notes and comments of a journey, which AM keeps as JSON in a text under `uiConfig.annotations`. The same object while the text is. */
export function annotationsOf({ tree }: Exported): Annotations {
  const text = isJsonObject(tree.uiConfig) ? tree.uiConfig.annotations : undefined;
  if (text !== latest.text) latest = { text, annotations: read(parsed(text)) };
  return latest.annotations;
}

/** Whether the notes of a journey are in a form that is understood, so that writing loses nothing. */
export function areAnnotationsReadable({ tree }: Exported): boolean {
  const text = isJsonObject(tree.uiConfig) ? tree.uiConfig.annotations : undefined;
  return text === undefined || text === null || text === '' || parsed(text) !== undefined;
}

function read(all: JsonObject | undefined): Annotations {
  if (all === undefined) return nothing;
  const notes = listOf(all.structural).map((raw) => ({
    ...commentFrom(raw),
    x: numberOf(raw.x, 0),
    y: numberOf(raw.y, 0),
    w: numberOf(raw.w, noteSize.w),
    h: numberOf(raw.h, noteSize.h),
  }));
  const comments = Object.entries(isJsonObject(all.forNodes) ? all.forNodes : {}).map(
    ([nodeId, list]) => [nodeId, listOf(list).map(commentFrom)] as const,
  );
  return { notes, comments: new Map(comments) };
}

/** Puts a note on the canvas. */
export function putNote(draft: Editing, note: Note): void {
  rewrite(draft, (all) => ({ ...all, structural: [...listOf(all.structural), { ...note }] }));
}

/** Changes what a note says, its tint or its size. */
export function changeNote(draft: Editing, id: string, change: Partial<Omit<Note, 'id'>>): void {
  rewrite(draft, (all) => ({
    ...all,
    structural: listOf(all.structural).map((raw) => (raw.id === id ? { ...raw, ...change } : raw)),
  }));
}

/** Puts a note somewhere, on whole pixels. */
export function putNotePlace(draft: Editing, id: string, { x, y }: Place): void {
  changeNote(draft, id, { x: Math.round(x), y: Math.round(y) });
}

/** Gives a node its comments. */
export function putComments(
  draft: Editing,
  nodeId: string,
  change: (known: JsonObject[]) => JsonObject[],
): void {
  rewrite(draft, (all) => {
    const forNodes = isJsonObject(all.forNodes) ? all.forNodes : {};
    const next = change(listOf(forNodes[nodeId]));
    return {
      ...all,
      forNodes:
        next.length === 0 ? withoutKeys(forNodes, new Set([nodeId])) : { ...forNodes, [nodeId]: next },
    };
  });
}

/** Removes notes (`note:<id>`) and the comments on nodes that go. */
export function removeAnnotations(draft: Editing, going: ReadonlySet<string>): void {
  const { notes, comments } = annotationsOf(draft.exported);
  const isAffected =
    notes.some(({ id }) => going.has(`${notePrefix}${id}`)) ||
    [...comments.keys()].some((id) => going.has(id));
  if (!isAffected) return;
  rewrite(draft, (all) => ({
    ...all,
    structural: listOf(all.structural).filter(({ id }) => !going.has(`${notePrefix}${String(id)}`)),
    forNodes: withoutKeys(isJsonObject(all.forNodes) ? all.forNodes : {}, going),
  }));
}

/** AM's own keys in AM's spelling; whatever else is there is kept. */
function rewrite({ exported }: Editing, change: (all: JsonObject) => JsonObject): void {
  const { tree } = exported;
  const uiConfig: JsonObject = isJsonObject(tree.uiConfig) ? tree.uiConfig : {};
  const all = parsed(uiConfig.annotations) ?? {};
  const next = JSON.stringify(change({ forNodes: {}, structural: [], ...all }));
  if (next !== uiConfig.annotations) tree.uiConfig = { ...uiConfig, annotations: next };
}

function parsed(text: Json | undefined): JsonObject | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const listOf = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isJsonObject) : [];

const numberOf = (value: Json | undefined, otherwise: number) =>
  typeof value === 'number' ? value : otherwise;

function commentFrom({ id, text, color, createdBy, createdAt }: JsonObject): Comment {
  return {
    id: String(id ?? ''),
    text: typeof text === 'string' ? text : '',
    color: typeof color === 'string' ? color : noteColours[0],
    ...(typeof createdBy === 'string' ? { createdBy } : {}),
    ...(typeof createdAt === 'string' ? { createdAt } : {}),
  };
}
