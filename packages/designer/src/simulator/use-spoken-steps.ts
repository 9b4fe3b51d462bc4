import { useEffect } from 'react';
import type { CommandLabel } from '../document/command.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { waitWords } from './moments.ts';
import { endWords } from './row-words.ts';
import { followWalk, type ReadWalk } from './use-walk.ts';

/** Says where the walk has come to, and where it differs from the one before an edit. */
export function useSpokenSteps(): void {
  const store = useEditorStore();
  useEffect(() => {
    let spoken: ReadWalk | undefined;
    return followWalk((walk, { isRunning }) => {
      const label = labelOf(walk, isRunning);
      const isNews = walk.rows !== spoken?.rows || walk.divergent !== spoken.divergent;
      if (isNews && label !== undefined) store.getState().announce(label);
      spoken = walk;
    });
  }, [store]);
}

function labelOf({ rows, divergent }: ReadWalk, isRunning: boolean): CommandLabel | undefined {
  if (divergent?.kind === 'visit') {
    return { key: 'simulator.spoken.differs', values: { name: divergent.name } };
  }
  if (divergent?.kind === 'end')
    return { key: 'simulator.spoken.endDiffers', values: { end: endWords(divergent.end) } };
  const latest = rows.at(-1);
  if (latest?.kind === 'happening' && latest.act.type === 'wait') {
    // A clock that runs is not spoken second by second.
    return isRunning
      ? undefined
      : { key: 'simulator.spoken.passed', values: { time: waitWords(latest.act.ms) } };
  }
  const last = rows.findLast((row) => row.kind !== 'happening');
  if (last === undefined) return undefined;
  const visit = rows.findLast((row) => row.kind === 'visit');
  const values = { name: visit?.name ?? '' };
  return last.kind === 'end'
    ? { key: `simulator.spoken.${last.end.status}`, values }
    : { key: 'simulator.spoken.waits', values };
}
