import { setCanvasView } from '../../canvas/canvas-view.ts';
import { snapped } from '../../canvas/card-geometry.ts';
import { addNote } from '../../document/commands/notes.ts';
import type { Action } from '../action.ts';
import { showDialog } from '../shell-store.ts';

/** Adding to the journey. */
export const addActions: readonly Action[] = [
  {
    id: 'add.node',
    group: 'add',
    keys: ['n', 'Insert', 'Tab'],
    isEnabled: ({ isReadOnly }) => !isReadOnly,
    run: () => showDialog({ kind: 'add-node' }),
  },
  {
    id: 'add.note',
    group: 'add',
    isEnabled: ({ isReadOnly }) => !isReadOnly,
    run(state) {
      const id = crypto.randomUUID();
      if (state.run(addNote(state.document, { id, ...snapped(state.viewCentre) })))
        setCanvasView({ editedNote: id });
    },
  },
];
