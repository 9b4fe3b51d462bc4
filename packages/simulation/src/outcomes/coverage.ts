import type { NodePass } from '@journeyman/engine';
import { type CoverageException, type Journey, type Policy, policyFor } from '@journeyman/node-schemas';
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

/** An outcome that does not count, and why. */
export interface LeftOutOutcome extends CoveredOutcome {
  readonly reason: string;
}

/** Which outcomes of a journey were taken. */
export interface Coverage {
  readonly journey: string;
  /** Those that count. */
  readonly outcomes: readonly CoveredOutcome[];
  readonly missing: readonly CoveredOutcome[];
  /** Those that the policy says no scenario needs to take, and that none has taken. */
  readonly leftOut: readonly LeftOutOutcome[];
  /** Of the outcomes that count, rounded down; 100 where there are none. */
  readonly percent: number;
}

/**
 * The outcomes of a journey's nodes, those of pages among them, that passes have taken; inner journeys count by themselves. What the
 * policy says no scenario needs to take counts only where one has taken it.
 */
export function coverageOf(journey: Journey, passes: Iterable<NodePass>, policy?: Policy): Coverage {
  const exceptions = (policy && policyFor(policy, journey.name).coverageExceptions) ?? [];
  const outcomes: CoveredOutcome[] = [];
  const leftOut: LeftOutOutcome[] = [];
  for (const outcome of outcomesTaken(journey, passes)) {
    const exception = exceptions.find((each) => isAbout(each, outcome));
    if (outcome.times > 0 || exception === undefined) outcomes.push(outcome);
    else leftOut.push({ ...outcome, reason: exception.reason });
  }
  const missing = outcomes.filter(({ times }) => times === 0);
  const percent =
    outcomes.length === 0 ? 100 : Math.floor((100 * (outcomes.length - missing.length)) / outcomes.length);
  return { journey: journey.name, outcomes, missing, leftOut, percent };
}

function outcomesTaken(journey: Journey, passes: Iterable<NodePass>): readonly CoveredOutcome[] {
  const times = new Map<string, number>();
  for (const pass of passes) {
    if (pass.result.type !== 'leaves' || pass.path.at(-1) !== journey.name) continue;
    const key = keyOf(pass.nodeId, pass.result.outcome, pass.page);
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return nodesOf(journey).flatMap(({ id, displayName, page, outcomes: ways }) =>
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
}

const isAbout = (exception: CoverageException, { nodeId, node, outcome, outcomeName }: CoveredOutcome) =>
  [nodeId, node].includes(exception.node) && [outcome, outcomeName].includes(exception.outcome);

const keyOf = (nodeId: string, outcome: string, page = '') => JSON.stringify([page, nodeId, outcome]);
