import type { NodePass } from '@journeyman/engine';
import type { Journey } from '@journeyman/node-schemas';
import { nodesOf } from '../scenarios/known-nodes.ts';

/** One outcome of one node, and how often it was taken. */
export interface CoveredOutcome {
  readonly nodeId: string;
  readonly node: string;
  /** The id of the page that the node is in. */
  readonly page?: string;
  readonly outcome: string;
  /** As the canvas shows it. */
  readonly outcomeName: string;
  readonly times: number;
}

/** Which outcomes of a journey were taken. */
export interface Coverage {
  readonly journey: string;
  readonly outcomes: readonly CoveredOutcome[];
  readonly missing: readonly CoveredOutcome[];
  /** Of all outcomes, rounded down; 100 for a journey that has none. */
  readonly percent: number;
}

/** The outcomes of a journey's nodes, those of pages among them, that passes have taken; inner journeys count by themselves. */
export function coverageOf(journey: Journey, passes: Iterable<NodePass>): Coverage {
  const times = new Map<string, number>();
  for (const pass of passes) {
    if (pass.result.type !== 'leaves' || pass.path.at(-1) !== journey.name) continue;
    const key = keyOf(pass.nodeId, pass.result.outcome, pass.page);
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  const outcomes = nodesOf(journey).flatMap(({ id, displayName, page, outcomes: ways }) =>
    ways.map(
      (outcome): CoveredOutcome => ({
        nodeId: id,
        node: displayName,
        ...(page === undefined ? {} : { page }),
        outcome: outcome.id,
        outcomeName: outcome.displayName,
        times: times.get(keyOf(id, outcome.id, page)) ?? 0,
      }),
    ),
  );
  const missing = outcomes.filter((outcome) => outcome.times === 0);
  const percent =
    outcomes.length === 0 ? 100 : Math.floor((100 * (outcomes.length - missing.length)) / outcomes.length);
  return { journey: journey.name, outcomes, missing, percent };
}

const keyOf = (nodeId: string, outcome: string, page = '') => JSON.stringify([page, nodeId, outcome]);
