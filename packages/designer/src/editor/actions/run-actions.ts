import { useReplaying } from '../../runs/runs-store.ts';
import type { Action } from '../action.ts';

const actsNow = () => useReplaying.getState().acts;
const isReplaying = () => actsNow() !== null;

/** Walking along a recorded run. */
export const runActions: readonly Action[] = [
  { id: 'runs.next', group: 'go', keys: ['.'], isEnabled: isReplaying, run: () => actsNow()?.step(1) },
  { id: 'runs.previous', group: 'go', keys: [','], isEnabled: isReplaying, run: () => actsNow()?.step(-1) },
  { id: 'runs.turn', group: 'view', isEnabled: isReplaying, run: () => actsNow()?.turn() },
];
