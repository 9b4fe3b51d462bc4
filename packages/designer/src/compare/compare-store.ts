import { create } from 'zustand';
import { setMode } from '../editor/shell-store.ts';

/** What the journey is compared with. */
export type Against =
  | { readonly type: 'file' }
  /** A state that git keeps, by the id of its commit and by what is shown of it. */
  | { readonly type: 'revision'; readonly id: string; readonly title: string }
  /** Another journey of the realm. */
  | { readonly type: 'journey'; readonly name: string }
  /** The text of a file that was chosen or pasted. */
  | { readonly type: 'text'; readonly title: string; readonly text: string };

/** What the comparison that is shown lets be done with it by key. */
export interface CompareActs {
  /** Whether there is a change to go to. */
  readonly hasChanges: boolean;
  readonly canPutBack: boolean;
  step(by: 1 | -1): void;
  putBack(): void;
  copyMarkdown(): void;
}

interface CompareState {
  readonly against: Against;
  /** The dialog that is open: what to compare with, or a text to be pasted. */
  readonly choosing: 'baseline' | 'text' | null;
  /** Null while no comparison is shown. */
  readonly acts: CompareActs | null;
}

/** Reads what is compared with. */
export const useCompare = create<CompareState>()(() => ({
  against: { type: 'file' },
  choosing: null,
  acts: null,
}));

/** Shows what is different between the journey as it is drawn and something else. */
export function startComparing(against: Against = { type: 'file' }): void {
  useCompare.setState({ against });
  setMode('compare');
}

/** Goes back to drawing. */
export function stopComparing(): void {
  useCompare.setState({ choosing: null });
  setMode('edit');
}

/** Opens a dialog that chooses what to compare with, or closes it. */
export function setChoosing(choosing: CompareState['choosing']): void {
  useCompare.setState({ choosing });
}
