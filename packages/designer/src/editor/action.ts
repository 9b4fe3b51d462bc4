import type { EditorState } from './editor-state.ts';

/** Something that can be done from a menu, the command palette, a button or a key. All keys and menus come from these. */
export interface Action {
  /** Such as `edit.undo`; also the key of its title among the texts: `action.edit.undo`. */
  readonly id: string;
  /** The heading under which the palette and the list of keys show it. */
  readonly group: 'edit' | 'add' | 'view' | 'arrange' | 'file' | 'go';
  /** In tinykeys' notation, `$mod` for Ctrl or Command. */
  readonly keys?: readonly string[];
  /** Whether the keys also work while a text field has the focus. */
  readonly worksInFields?: boolean;
  isEnabled(state: EditorState): boolean;
  run(state: EditorState): void;
  /** Its title, where that depends on the state: "Undo delete Push Sender". */
  title?(state: EditorState): {
    readonly key: string;
    readonly values?: Readonly<Record<string, string | number>>;
  };
}
