import type { CommandLabel } from '../../document/command.ts';
import { t } from '../../texts/t.ts';
import type { Action } from '../action.ts';

/** Going back and forth between the steps of the journey's history. */
export const historyActions: readonly Action[] = [
  {
    id: 'edit.undo',
    group: 'edit',
    keys: ['$mod+z'],
    isEnabled: ({ history, isReadOnly }) => history.past.length > 0 && !isReadOnly,
    run: (state) => state.undo(),
    title: ({ history }) => titleOf('undo', history.past.at(-1)),
  },
  {
    id: 'edit.redo',
    group: 'edit',
    keys: ['$mod+Shift+z', '$mod+y'],
    isEnabled: ({ history, isReadOnly }) => history.future.length > 0 && !isReadOnly,
    run: (state) => state.redo(),
    title: ({ history }) => titleOf('redo', history.future[0]),
  },
];

function titleOf(what: 'undo' | 'redo', step: CommandLabel | undefined) {
  return step === undefined
    ? { key: `action.edit.${what}` }
    : { key: `action.edit.${what}Step`, values: { step: t(step.key, step.values) } };
}
