import type { WitnessStep } from '../checks/problem.ts';
import { type CheckContext, survey } from '../checks/survey.ts';
import { successes, wayTo } from '../checks/walk.ts';
import type { Journey } from '../journey/journey.ts';
import type { Factor } from '../node-type.ts';
import { factorsOf, least, standings } from './standing.ts';

/** Factors that are proven together, in a fixed order. */
export type FactorSet = readonly Factor[];

/** What a journey proves of its user. Every list holds the least sets: whatever way was taken, one of them is proven. */
export interface Assurance {
  /** What is proven when a node is reached; none: no way leads to it. Takes Success and Failure as well. */
  at(nodeId: string): readonly FactorSet[];
  /** What is proven once a node is left by an outcome; none: that never happens. */
  leaving(nodeId: string, outcome: string): readonly FactorSet[];
  /** What is proven at Success, each with a shortest way on which nothing more is. */
  readonly atSuccess: readonly { readonly factors: FactorSet; readonly witness: readonly WitnessStep[] }[];
}

/** Follows the factors that are proven along every way through a journey and those that it runs. */
export function assuranceOf(journey: Journey, context: CheckContext): Assurance {
  const walk = standings(survey(journey, context));
  const setsOf = (arrivals: typeof walk) => least(arrivals).map(({ memory }) => factorsOf(memory));
  return {
    at: (id) => setsOf(walk.filter(({ nodeId }) => nodeId === id)),
    leaving: (id, outcome) =>
      setsOf(
        walk
          .filter(({ nodeId }) => nodeId === id)
          .flatMap(({ onward }) => onward.filter((passage) => passage.outcome === outcome))
          .map(({ to }) => to),
      ),
    atSuccess: least(successes(walk)).map((arrival) => ({
      factors: factorsOf(arrival.memory),
      witness: wayTo(arrival),
    })),
  };
}
