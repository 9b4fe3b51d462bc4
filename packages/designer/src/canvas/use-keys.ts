import { startId } from '@journeyman/node-schemas';
import { type KeyboardEvent, useMemo } from 'react';
import { moveNodes } from '../document/commands/move-nodes.ts';
import { reorderInPage } from '../document/commands/page-nodes.ts';
import { pageEntries, pageOf } from '../document/lookup.ts';
import { type EditorStore, useEditorStore } from '../editor/editor-store.ts';
import { setCanvasView, useCanvasView } from './canvas-view.ts';
import { cardSizes } from './card-geometry.ts';
import { domIdOf } from './dom-id.ts';
import { type Direction, walk } from './walk.ts';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What the keys do while the canvas has the focus; what they do elsewhere too comes from the registry of actions. */
export function useKeys(openJourneyOf: (id: string) => boolean) {
  const store = useEditorStore();
  return useMemo(
    () => (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget) return;
      if (!isHandled(event, store, openJourneyOf)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    [store, openJourneyOf],
  );
}

function isHandled(
  event: KeyboardEvent<HTMLElement>,
  store: EditorStore,
  openJourneyOf: (id: string) => boolean,
): boolean {
  const direction = directions[event.key];
  const state = store.getState();
  const { current } = useCanvasView.getState();
  if (direction !== undefined) {
    if (event.altKey) return shift(store, direction, event.shiftKey ? 32 : cardSizes.snap);
    return step(store, direction, event);
  }
  if (event.key === 'F10' ? event.shiftKey : event.key === 'ContextMenu')
    return openMenu(event.currentTarget);
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  if (event.key === 'Home') return goTo(store, startId, false);
  if (current === null) return false;
  switch (event.key) {
    case 'Enter':
      if (openJourneyOf(current)) return true;
      // What Enter does with what is selected is an action, which hears the key after this.
      if (!state.selection.has(current)) state.select([current]);
      return false;
    case ' ':
      state.select(
        state.selection.has(current)
          ? [...state.selection].filter((id) => id !== current)
          : [...state.selection, current],
      );
      return true;
    case 'Escape':
      if (state.selection.size === 0) return false;
      state.select([]);
      return true;
  }
  return false;
}

function step(
  store: EditorStore,
  direction: Direction,
  { shiftKey, ctrlKey, metaKey }: KeyboardEvent<HTMLElement>,
): boolean {
  const { current, boxes } = useCanvasView.getState();
  const { journey, selection } = store.getState();
  const [selected] = selection;
  if (current === null) return goTo(store, selected ?? startId, false);
  const next = walk({ journey, boxes }, current, direction);
  if (next === null) return true;
  if (ctrlKey || metaKey) {
    setCanvasView({ current: next });
    store.getState().reveal([next]);
    return true;
  }
  return goTo(store, next, shiftKey);
}

function goTo(store: EditorStore, id: string, isAdding: boolean): boolean {
  const { selection, select, reveal } = store.getState();
  setCanvasView({ current: id });
  select(isAdding ? [...selection, id] : [id]);
  reveal([id]);
  return true;
}

/** Moves what is selected; a node in a page changes places with its neighbour. */
function shift(store: EditorStore, direction: Direction, by: number): boolean {
  const { document, selection, run } = store.getState();
  const { boxes } = useCanvasView.getState();
  const [only] = selection;
  const page = only === undefined ? undefined : pageOf(document.exported, only);
  if (only !== undefined && page !== undefined && selection.size === 1) {
    if (direction === 'left' || direction === 'right') return true;
    const entries = pageEntries(document.exported.nodes[page]);
    const index = entries.findIndex(({ _id }) => _id === only);
    const next = index + (direction === 'up' ? -1 : 1);
    if (next >= 0 && next < entries.length) run(reorderInPage(document, only, next));
    return true;
  }
  const dx = direction === 'left' ? -by : direction === 'right' ? by : 0;
  const dy = direction === 'up' ? -by : direction === 'down' ? by : 0;
  const places = [...selection].flatMap((id) => {
    const box = boxes.get(id);
    return box === undefined ? [] : [[id, { x: box.x + dx, y: box.y + dy }] as const];
  });
  if (places.length > 0) {
    const coalesce = `move:${[...selection].sort().join()}`;
    run(moveNodes(document, Object.fromEntries(places), { coalesce }));
  }
  return true;
}

function openMenu(canvas: HTMLElement): boolean {
  const { current } = useCanvasView.getState();
  const element = current === null ? null : document.getElementById(domIdOf(current));
  const box = (element ?? canvas).getBoundingClientRect();
  if (current === null) return false;
  setCanvasView({
    menu: { at: { x: box.left + 24, y: box.top + 32 }, about: { kind: 'node', id: current } },
  });
  return true;
}
