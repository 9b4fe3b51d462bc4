import { create } from 'zustand';
import type { EditorStore } from '../editor/editor-store.ts';

/** What the run that is replayed lets be done with it by key. */
interface RunActs {
  step(by: 1 | -1): void;
  /** Shows the journey as it was then, or as it is now. */
  turn(): void;
}

interface Replaying {
  /** What the canvas shows in place of the journey that is edited: that journey as it was then. */
  readonly past: EditorStore | null;
  /** Null while no run is replayed. */
  readonly acts: RunActs | null;
}

/** Reads what the run that is replayed does to the rest of the editor. */
export const useReplaying = create<Replaying>()(() => ({ past: null, acts: null }));
