import { useCanvasView } from '../../canvas/canvas-view.ts';
import { freePlace } from '../../canvas/quick-add.ts';
import { reorderInPage, takeOutOfPage } from '../../document/commands/page-nodes.ts';
import { isPage, pageEntries, pageOf } from '../../document/lookup.ts';
import { typeRefusal } from '../../document/page-rules.ts';
import type { Action } from '../action.ts';
import type { EditorState } from '../editor-state.ts';
import { showDialog } from '../shell-store.ts';
import { onlyNode } from './node-actions.ts';

/** Putting nodes into pages, ordering them there, and taking them out. */
export const pageActions: readonly Action[] = [
  {
    id: 'edit.addToPage',
    group: 'add',
    isEnabled: (state) => !state.isReadOnly && selectedPage(state) !== undefined,
    run(state) {
      const pageId = selectedPage(state);
      if (pageId !== undefined) showDialog({ kind: 'add-to-page', pageId });
    },
  },
  {
    id: 'edit.putIntoPage',
    group: 'edit',
    isEnabled: (state) => !state.isReadOnly && canGoIntoPage(state),
    run(state) {
      const nodeId = onlyNode(state);
      if (nodeId !== undefined) showDialog({ kind: 'put-into-page', nodeId });
    },
  },
  {
    id: 'edit.moveUp',
    group: 'edit',
    isEnabled: (state) => !state.isReadOnly && placeOf(state) !== undefined && placeOf(state)?.index !== 0,
    run: (state) => moveBy(state, -1),
  },
  {
    id: 'edit.moveDown',
    group: 'edit',
    isEnabled(state) {
      const place = placeOf(state);
      return !state.isReadOnly && place !== undefined && place.index < place.count - 1;
    },
    run: (state) => moveBy(state, 1),
  },
  {
    id: 'edit.takeOut',
    group: 'edit',
    isEnabled: (state) => !state.isReadOnly && placeOf(state) !== undefined,
    run(state) {
      const place = placeOf(state);
      if (place === undefined) return;
      const { boxes } = useCanvasView.getState();
      const page = boxes.get(place.pageId);
      const below = page === undefined ? state.viewCentre : { x: page.x, y: page.y + page.height + 40 };
      state.run(takeOutOfPage(state.document, place.id, freePlace(below, [...boxes.values()])));
      state.reveal([place.id]);
    },
  },
];

function selectedPage(state: EditorState): string | undefined {
  const id = onlyNode(state);
  return id !== undefined && isPage(state.document.exported, id) ? id : undefined;
}

/** Where the selected node is in its page. */
function placeOf(state: EditorState) {
  const { exported } = state.document;
  const id = onlyNode(state);
  const pageId = id === undefined ? undefined : pageOf(exported, id);
  if (id === undefined || pageId === undefined) return undefined;
  const entries = pageEntries(exported.nodes[pageId]);
  return { id, pageId, index: entries.findIndex(({ _id }) => _id === id), count: entries.length };
}

function moveBy(state: EditorState, by: 1 | -1): void {
  const place = placeOf(state);
  if (place !== undefined) state.run(reorderInPage(state.document, place.id, place.index + by));
}

function canGoIntoPage(state: EditorState): boolean {
  const id = onlyNode(state);
  const { tree } = state.document.exported;
  const type = id === undefined ? undefined : tree.nodes[id]?.nodeType;
  return (
    type !== undefined &&
    typeRefusal(type) === undefined &&
    Object.values(tree.nodes).some(({ nodeType }) => nodeType === 'PageNode')
  );
}
