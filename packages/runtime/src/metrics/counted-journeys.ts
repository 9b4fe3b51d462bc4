import type { Clock } from '@journeyman/engine';
import type { Advance, TimedPass, Witness } from '../authenticate/advances.ts';
import { createJourneyNumbers, type HourOfJourney } from './journey-numbers.ts';
import { createLiveRuns } from './live-runs.ts';
import type { Metrics } from './metrics.ts';

/** Counts what journeys do, for Prometheus and for the designer. */
export interface CountedJourneys {
  readonly witness: Witness;
  /** The last hour of a journey. */
  numbersOf(realm: string, journey: string): HourOfJourney;
  /** Counts the runs that have expired without an end, which nothing else would tell of. */
  countAbandoned(): void;
  close(): void;
}

/** How often runs that were abandoned are looked for, in milliseconds, when nobody reads the numbers. */
const everyMs = 30_000;

/** Starts to count. Nothing of it outlives the process. */
export function countJourneys(
  metrics: Pick<Metrics, 'started' | 'ended' | 'abandoned' | 'passes'>,
  clock: Clock,
): CountedJourneys {
  const numbers = createJourneyNumbers(clock);
  const runs = createLiveRuns(clock);

  function countPass({ id, realm }: Advance, { pass, atMs, tookMs }: TimedPass): void {
    const { path, nodeId, type, page, result } = pass;
    if (result.type !== 'leaves') return;
    const journey = path.at(-1) ?? '';
    metrics.passes.observe(tookMs, realm.name, journey, type, result.outcome);
    const arrivedAtMs = runs.arrivalAt(id, journey, nodeId);
    const sinceArrivalMs = arrivedAtMs === undefined ? tookMs : atMs - arrivedAtMs;
    numbers.left(
      realm.name,
      journey,
      nodeId,
      result.outcome,
      page === undefined ? sinceArrivalMs : undefined,
    );
  }

  function countAbandoned(): void {
    for (const { realm, started, journey, nodeId } of runs.takeAbandoned()) {
      metrics.abandoned.add(realm, started);
      numbers.count(realm, started, 'abandoned');
      numbers.stopped(realm, journey, nodeId);
    }
  }

  const timer = setInterval(countAbandoned, everyMs).unref();
  return {
    witness(advance) {
      const { realm, run, step, passes, result } = advance;
      if (step === 0) {
        metrics.started.add(realm.name, run.journey);
        numbers.count(realm.name, run.journey, 'started');
      }
      for (const timed of passes) countPass(advance, timed);
      if (result.status === 'succeeded' || result.status === 'failed') {
        metrics.ended.add(realm.name, run.journey, result.status);
        numbers.count(realm.name, run.journey, result.status);
      }
      runs.follow(advance);
    },
    numbersOf(realm, journey) {
      countAbandoned();
      return numbers.of(realm, journey);
    },
    countAbandoned,
    close: () => clearInterval(timer),
  };
}
