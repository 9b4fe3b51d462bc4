import { t } from '../texts/t.ts';
import type { Action } from './action.ts';
import type { EditorState } from './editor-state.ts';

/** The title of an action as menus, buttons and lists show it, such as "Undo: Delete Push Sender". */
export function actionTitle(action: Action, state: EditorState): string {
  const title = action.title?.(state);
  return title === undefined ? t(`action.${action.id}`) : t(title.key, title.values);
}
