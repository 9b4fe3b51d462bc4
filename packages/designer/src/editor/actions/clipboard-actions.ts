import { duplicate } from '../../document/commands/paste.ts';
import type { Action } from '../action.ts';
import { copySelection, pasteClipboard } from '../clipboard.ts';
import { removableIds } from './node-actions.ts';

/** Copying, across tabs and as JSON text too. The keys of the first three are heard as events of the clipboard. */
export const clipboardActions: readonly Action[] = [
  {
    id: 'edit.cut',
    group: 'edit',
    keys: ['$mod+x'],
    isEnabled: (state) => !state.isReadOnly && removableIds(state).length > 0,
    run: (state) => void copySelection(state, true),
  },
  {
    id: 'edit.copy',
    group: 'edit',
    keys: ['$mod+c'],
    isEnabled: (state) => removableIds(state).length > 0,
    run: (state) => void copySelection(state, false),
  },
  {
    id: 'edit.paste',
    group: 'edit',
    keys: ['$mod+v'],
    isEnabled: ({ isReadOnly }) => !isReadOnly,
    run: (state) => void pasteClipboard(state),
  },
  {
    id: 'edit.duplicate',
    group: 'edit',
    keys: ['$mod+d'],
    isEnabled: (state) => !state.isReadOnly && removableIds(state).length > 0,
    run: (state) =>
      state.run(duplicate(state.document, removableIds(state), { newId: () => crypto.randomUUID() })),
  },
];
