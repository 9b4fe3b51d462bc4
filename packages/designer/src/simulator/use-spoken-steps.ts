import { useEffect } from 'react';
import type { CommandLabel } from '../document/command.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import { followWalk, type ReadWalk } from './use-walk.ts';

/** Says where the walk has come to, and where it differs from the one before an edit. */
export function useSpokenSteps(): void {
  const store = useEditorStore();
  useEffect(() => {
    let spoken: ReadWalk | undefined;
    return followWalk((walk) => {
      const label = labelOf(walk);
      const isNews = walk.rows !== spoken?.rows || walk.divergent !== spoken.divergent;
      if (isNews && label !== undefined) store.getState().announce(label);
      spoken = walk;
    });
  }, [store]);
}

function labelOf({ rows, divergent }: ReadWalk): CommandLabel | undefined {
  if (divergent?.kind === 'visit') {
    return { key: 'simulator.spoken.differs', values: { name: divergent.name } };
  }
  const last = rows.findLast((row) => row.kind !== 'happening');
  if (last === undefined) return undefined;
  const visit = rows.findLast((row) => row.kind === 'visit');
  const values = { name: visit?.name ?? '' };
  return last.kind === 'end'
    ? { key: `simulator.spoken.${last.end.status}`, values }
    : { key: 'simulator.spoken.waits', values };
}
