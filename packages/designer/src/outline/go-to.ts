import type { EditorState } from '../editor/editor-state.ts';

/** Selects a node and brings it into view. */
export function goTo(state: EditorState, id: string): void {
  state.select([id]);
  state.reveal([id]);
}
