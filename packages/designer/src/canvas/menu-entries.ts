import { failureId, startId, successId } from '@journeyman/node-schemas';
import { addNote } from '../document/commands/notes.ts';
import { isStaticId, notePrefix, startOutcome } from '../document/lookup.ts';
import type { EditorState } from '../editor/editor-state.ts';
import { t } from '../texts/t.ts';
import { type MenuRequest, type QuickAddFor, setCanvasView } from './canvas-view.ts';
import { cardContentOf, unconnectedOutcomes } from './card-content.ts';

/** A line of the context menu that only the canvas has. */
export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  run(): void;
}

/** What a context menu has beside the actions that can be done from everywhere. */
export function entriesFor(
  state: EditorState,
  request: MenuRequest,
  openJourney: ((name: string) => void) | undefined,
): readonly MenuEntry[] {
  const { about, at } = request;
  switch (about.kind) {
    case 'node':
      return [...openEntry(state, about.id, openJourney), ...nodeEntries(state, about.id, request)];
    case 'connection':
      return state.isReadOnly
        ? []
        : [entry('insert', t('canvas.menu.insert'), { kind: 'between', from: about.from }, request)];
    case 'canvas':
      if (state.isReadOnly) return [];
      return [
        {
          id: 'add-here',
          title: t('canvas.menu.addHere'),
          run: () => setCanvasView({ quickAdd: { purpose: { kind: 'alone' }, at, place: about.place } }),
        },
        {
          id: 'add-note',
          title: t('canvas.menu.addNote'),
          run: () => writeNote(state, about.place),
        },
      ];
  }
}

/** Puts a note somewhere and opens it for writing. */
function writeNote({ document, run }: EditorState, place: { readonly x: number; readonly y: number }): void {
  const id = crypto.randomUUID();
  if (run(addNote(document, { id, ...place }))) setCanvasView({ editedNote: id });
}

function nodeEntries(state: EditorState, id: string, request: MenuRequest): readonly MenuEntry[] {
  if (id.startsWith(notePrefix)) {
    const write = () => setCanvasView({ editedNote: id.slice(notePrefix.length) });
    return state.isReadOnly ? [] : [{ id: 'edit-note', title: t('canvas.note.edit'), run: write }];
  }
  const comments = {
    id: 'comments',
    title: t('canvas.menu.comments'),
    run: () => setCanvasView({ commentsOf: id }),
  };
  if (state.isReadOnly) return isStaticId(id) ? [] : [comments];
  return [...followingEntries(state, id, request), ...(isStaticId(id) ? [] : [comments])];
}

/** A line for each outcome that leads nowhere. */
function followingEntries({ journey }: EditorState, id: string, request: MenuRequest): readonly MenuEntry[] {
  const leadsSomewhere = (target: string) =>
    journey.nodes.has(target) || target === successId || target === failureId;
  if (id === startId && !leadsSomewhere(journey.entryNodeId)) {
    const from = { nodeId: startId, outcome: startOutcome };
    return [entry('after', t('canvas.menu.afterStart'), { kind: 'after', from }, request)];
  }
  const node = journey.nodes.get(id);
  if (node === undefined) return [];
  const free = new Set(unconnectedOutcomes(node, leadsSomewhere));
  return cardContentOf(node)
    .outcomes.filter((outcome) => free.has(outcome.id) && !outcome.isGone)
    .map((outcome) =>
      entry(
        `after ${outcome.id}`,
        t('canvas.menu.connect', { outcome: outcome.name }),
        { kind: 'after', from: { nodeId: id, outcome: outcome.id } },
        request,
      ),
    );
}

function openEntry(
  { journey }: EditorState,
  id: string,
  openJourney: ((name: string) => void) | undefined,
): readonly MenuEntry[] {
  const node = journey.nodes.get(id);
  const name = node === undefined ? undefined : cardContentOf(node).innerJourney;
  if (name === undefined || openJourney === undefined) return [];
  return [{ id: 'open', title: t('canvas.menu.openJourney', { name }), run: () => openJourney(name) }];
}

function entry(id: string, title: string, purpose: QuickAddFor, { at }: MenuRequest): MenuEntry {
  return { id, title, run: () => setCanvasView({ quickAdd: { purpose, at } }) };
}
