import type { Clock } from '@journeyman/engine';
import type { Advance } from '../authenticate/advances.ts';

/** Where a run waits for its user. */
interface Waiting {
  readonly realm: string;
  /** The journey that was started. */
  readonly started: string;
  /** The journey that the node is in. */
  readonly journey: string;
  readonly nodeId: string;
  /** When the run came to the node, in milliseconds since the epoch. */
  readonly arrivedAtMs: number;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number;
}

/** The runs that wait for somebody, as far as this process knows. */
export interface LiveRuns {
  /** When the run came to the node that it leaves now; undefined: in this very request, or before this process began. */
  arrivalAt(runId: string, journey: string, nodeId: string): number | undefined;
  /** Notes where a run is after an advance. */
  follow(advance: Advance): void;
  /** Forgets the runs that have expired, and gives where each was waiting. */
  takeAbandoned(): readonly Waiting[];
}

/** More runs than anybody has in flight; the oldest are forgotten, and then not counted as abandoned. */
const largest = 100_000;

/** Follows runs from request to request, in memory. */
export function createLiveRuns(clock: Clock): LiveRuns {
  const waiting = new Map<string, Waiting>();
  return {
    arrivalAt(runId, journey, nodeId) {
      const found = waiting.get(runId);
      return found?.nodeId === nodeId && found.journey === journey ? found.arrivedAtMs : undefined;
    },
    follow({ id, realm, run, passes, result }) {
      switch (result.status) {
        case 'refused':
        case 'broken':
          return;
        case 'succeeded':
        case 'failed':
          waiting.delete(id);
          return;
        case 'waiting': {
          const last = passes.at(-1);
          if (last === undefined) return;
          const { nodeId, path } = last.pass;
          const journey = path.at(-1) ?? run.journey;
          const before = waiting.get(id);
          // What happens within a page, where a field may be filled while another is still asked for, is not leaving it.
          const onlyWaits = passes.every(
            ({ pass }) => pass.page !== undefined || pass.result.type === 'waits',
          );
          if (onlyWaits && before?.nodeId === nodeId && before.journey === journey) return;
          waiting.set(id, {
            realm: realm.name,
            started: run.journey,
            journey,
            nodeId,
            arrivedAtMs: last.atMs,
            expiresAtMs: run.expiresAtMs,
          });
          if (waiting.size > largest) waiting.delete(waiting.keys().next().value ?? '');
        }
      }
    },
    takeAbandoned() {
      const now = clock.now();
      const abandoned: Waiting[] = [];
      for (const [id, run] of waiting) {
        if (run.expiresAtMs > now) continue;
        waiting.delete(id);
        abandoned.push(run);
      }
      return abandoned;
    },
  };
}
