import { useEffect } from 'react';
import type { CommandLabel } from '../document/command.ts';
import { useEditorStore } from '../editor/editor-store.ts';
import type { ReadWalk } from './use-walk.ts';
import type { WalkRow } from './visits.ts';

/** Says where the walk has come to, and where it differs from the one before an edit. */
export function useSpokenSteps({ rows, divergent }: ReadWalk): void {
  const store = useEditorStore();
  useEffect(() => {
    const label = divergent?.kind === 'visit' ? differsAt(divergent.name) : labelOf(rows);
    if (label !== undefined) store.getState().announce(label);
  }, [store, rows, divergent]);
}

const differsAt = (name: string): CommandLabel => ({ key: 'simulator.spoken.differs', values: { name } });

function labelOf(rows: readonly WalkRow[]): CommandLabel | undefined {
  const last = rows.findLast((row) => row.kind !== 'happening');
  if (last === undefined) return undefined;
  const visit = rows.findLast((row) => row.kind === 'visit');
  const values = { name: visit?.name ?? '' };
  return last.kind === 'end'
    ? { key: `simulator.spoken.${last.end.status}`, values }
    : { key: 'simulator.spoken.waits', values };
}
