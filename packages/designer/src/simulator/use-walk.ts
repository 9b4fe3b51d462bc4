import { keptRows } from './kept-rows.ts';
import { type SimulatorState, useSimulator } from './simulator-store.ts';
import { divergentRow, type Visit, type WalkRow, walkRows } from './visits.ts';

/** The walk as a person reads it. */
export interface ReadWalk {
  readonly rows: readonly WalkRow[];
  /** The row in which the walk differs from the one before an edit. */
  readonly divergent: WalkRow | undefined;
  /** The visit that is looked at. */
  readonly shown: Visit | undefined;
}

let latest: { readonly of: SimulatorState; readonly walk: ReadWalk } | undefined;

/** Reads the walk; the same object until something has happened, and the rows that have stayed are those of before. */
export function useWalk(): ReadWalk {
  return useSimulator(readWalk);
}

/**
 * Hands the walk over now and whenever something of it has changed, until the returned function is called. What follows from it in
 * other stores is then drawn together with it, not after it.
 */
export function followWalk(follow: (walk: ReadWalk, state: SimulatorState) => void): () => void {
  follow(readWalk(useSimulator.getState()), useSimulator.getState());
  return useSimulator.subscribe((state, before) => {
    const isNews = state.steps !== before.steps || state.journeys !== before.journeys;
    const isSeenOtherwise =
      state.divergence !== before.divergence ||
      state.selected !== before.selected ||
      state.stops !== before.stops;
    if (isNews || isSeenOtherwise || state.now !== before.now) follow(readWalk(state), state);
  });
}

function readWalk(state: SimulatorState): ReadWalk {
  const { steps, journeys, divergence, selected } = state;
  const before = latest?.of;
  const known = latest?.walk.rows ?? [];
  const isSameWay = before?.steps === steps && before.journeys === journeys;
  if (latest !== undefined && isSameWay) {
    const { of } = latest;
    if (of.divergence === divergence && of.selected === selected) return latest.walk;
  }
  const rows = isSameWay ? known : keptRows(walkRows(steps, journeys), known);
  const visits = rows.filter((row) => row.kind === 'visit');
  const walk = {
    rows,
    divergent: divergence === null ? undefined : divergentRow(rows, divergence),
    shown: visits.find(({ number }) => number === selected) ?? visits.at(-1),
  };
  latest = { of: state, walk };
  return walk;
}
