import { exportActions } from '../../files/export-actions.ts';
import { saveActions } from '../../files/save-actions.ts';
import { layoutActions } from '../../layout/layout-actions.ts';
import { useReplaying } from '../../runs/runs-store.ts';
import type { Action } from '../action.ts';
import { useShell } from '../shell-store.ts';
import { addActions } from './add-actions.ts';
import { arrangeActions } from './arrange-actions.ts';
import { clipboardActions } from './clipboard-actions.ts';
import { compareActions } from './compare-actions.ts';
import { goActions } from './go-actions.ts';
import { historyActions } from './history-actions.ts';
import { nodeActions } from './node-actions.ts';
import { pageActions } from './page-actions.ts';
import { runActions } from './run-actions.ts';
import { simulateActions } from './simulate-actions.ts';
import { viewActions } from './view-actions.ts';

/** What also makes sense while two states of the journey are compared, by its id. */
const inComparison =
  /^(?:compare|simulate|file)\.|^edit\.(?:undo|redo)$|^view\.(?:fit$|zoom|theme)|^go\.(?:find$|commands|keys|home|signIn)/;

/** Everything that can be done in the editor: menus, the list of commands, the keys and their help are drawn from it. */
export const actions: readonly Action[] = [
  ...historyActions,
  ...clipboardActions,
  ...nodeActions,
  ...pageActions,
  ...addActions,
  ...goActions,
  ...layoutActions,
  ...arrangeActions,
  ...viewActions,
  ...saveActions,
  ...exportActions,
  ...compareActions,
  ...simulateActions,
  ...runActions,
].map((action) => (inComparison.test(action.id) ? action : whileDrawing(action)));

/** Does nothing while two states of the journey are compared, and edits nothing while a former one is shown: what is selected is not seen then. */
function whileDrawing(action: Action): Action {
  const edits = /^(?:edit|add|arrange)\./.test(action.id);
  return {
    ...action,
    isEnabled: (state) =>
      useShell.getState().mode !== 'compare' &&
      !(edits && useReplaying.getState().past !== null) &&
      action.isEnabled(state),
  };
}

const byId = new Map(actions.map((action) => [action.id, action]));

/** The action with an id; a mistake in the designer's own code if there is none. */
export function actionOf(id: string): Action {
  const action = byId.get(id);
  if (action === undefined) throw new Error(`There is no action called ${id}.`);
  return action;
}

/** What a context menu can be about. */
export type MenuSubject = 'node' | 'child' | 'several' | 'connection' | 'canvas';

const menus: Readonly<Record<MenuSubject, readonly (readonly string[])[]>> = {
  node: [
    ['edit.configure', 'edit.rename', 'edit.connect', 'add.node', 'edit.addToPage', 'edit.putIntoPage'],
    ['edit.cut', 'edit.copy', 'edit.paste', 'edit.duplicate'],
    ['edit.selectPath'],
    ['simulate.runTo', 'simulate.stop'],
    ['edit.delete', 'edit.deleteAndRejoin'],
  ],
  child: [
    ['edit.configure', 'edit.rename'],
    ['edit.moveUp', 'edit.moveDown', 'edit.takeOut'],
    ['edit.cut', 'edit.copy', 'edit.duplicate'],
    ['edit.delete'],
  ],
  several: [
    ['edit.cut', 'edit.copy', 'edit.duplicate'],
    ['arrange.alignLeft', 'arrange.alignTop', 'arrange.distributeAcross', 'arrange.distributeDown'],
    ['edit.delete', 'edit.deleteAndRejoin'],
  ],
  connection: [['edit.configure', 'edit.connect'], ['edit.delete']],
  canvas: [['add.node', 'edit.paste'], ['edit.selectAll', 'view.fit'], ['go.journey']],
};

/** What a context menu shows, in sections; only some of it may be enabled. */
export function actionsFor(subject: MenuSubject): readonly (readonly Action[])[] {
  return menus[subject].map((section) => section.map(actionOf));
}
