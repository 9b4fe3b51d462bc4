import { useMemo } from 'react';
import { useSimulator } from './simulator-store.ts';
import { divergentRow, type Visit, type WalkRow, walkRows } from './visits.ts';

/** The walk as a person reads it. */
export interface ReadWalk {
  readonly rows: readonly WalkRow[];
  /** The row in which the walk differs from the one before an edit. */
  readonly divergent: WalkRow | undefined;
  /** The visit that is looked at. */
  readonly shown: Visit | undefined;
}

/** Reads the walk; made anew only when something has happened. */
export function useWalk(): ReadWalk {
  const steps = useSimulator((state) => state.steps);
  const journeys = useSimulator((state) => state.journeys);
  const divergence = useSimulator((state) => state.divergence);
  const selected = useSimulator((state) => state.selected);
  const rows = useMemo(() => walkRows(steps, journeys), [steps, journeys]);
  const divergent = useMemo(
    () => (divergence === null ? undefined : divergentRow(rows, divergence)),
    [rows, divergence],
  );
  const visits = rows.filter((row) => row.kind === 'visit');
  return { rows, divergent, shown: visits.find(({ number }) => number === selected) ?? visits.at(-1) };
}
