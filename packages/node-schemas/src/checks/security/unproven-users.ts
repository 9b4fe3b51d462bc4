import {
  type Acquaintance,
  acquaintances,
  familiarityOf,
  hasShownProof,
  isUnproven,
} from '../../assurance/acquaintance.ts';
import { innerJourneyName } from '../inner-journeys.ts';
import type { Problem } from '../problem.ts';
import { type Survey, survey } from '../survey.ts';
import { type Passage, successes } from '../walk.ts';
import { type Escape, escapeProblem, escapes, wayOut } from './escapes.ts';

/**
 * Nobody comes in of whom nothing is proven: by a proof that has failed, or by no more than the name of a user. A journey that makes
 * no session by itself may say who somebody claims to be.
 */
export function unprovenUsers(surveyed: Survey): Problem[] {
  return openings(surveyed)
    .filter(({ passage }) => !isToldInside(surveyed, passage))
    .map((opening) =>
      escapeProblem(surveyed, opening, {
        severity: 'warning',
        factors: 0,
        message: isAfterFailure(opening.passage)
          ? `${wayOut(surveyed, opening)} leads to Success although nothing is proven by it, nor by anything else on the way. Lead it to Failure, or to another proof.`
          : `${wayOut(surveyed, opening)} leads to Success with nothing proven of the user who was named, so whoever knows a name comes in. Have something proven on the way, or lead it to Failure; a journey that only others run says so with innerTreeOnly.`,
      }),
    );
}

/** Where users come in of whom nothing is proven, here or in a journey that is run. */
function openings(surveyed: Survey): readonly Escape<Acquaintance>[] {
  const { innerTreeOnly, noSession } = surveyed.journey;
  const walk = acquaintances(surveyed);
  const ends = successes(walk);
  const good = ends.filter(({ memory }) => !isUnproven(memory));
  const bad = ends.filter(({ memory }) => isUnproven(memory));
  const failed = escapes(walk, good, bad).filter(({ passage }) => isAfterFailure(passage));
  if (innerTreeOnly || noSession) return failed;
  const named = escapes(
    walk,
    good,
    bad.filter(({ memory }) => familiarityOf(memory) === 'named'),
  );
  const keyOf = ({ passage: { from, outcome } }: Escape<Acquaintance>) => `${from.nodeId} ${outcome}`;
  return [...new Map([...named, ...failed].map((each) => [keyOf(each), each])).values()];
}

/** Whether another outcome would have proven something. */
const isAfterFailure = ({ from, outcome }: Passage<Acquaintance>) =>
  isUnproven(from.memory) &&
  from.onward.some((other) => other.outcome !== outcome && hasShownProof(other.to.memory));

/** Whether more can be proven inside the journey that the node runs, and it is told of there. */
function isToldInside({ nodes, context }: Survey, { from, outcome }: Passage<Acquaintance>): boolean {
  const node = nodes.get(from.nodeId)?.node;
  const inner = node && context.journeys.get(innerJourneyName(node) ?? '');
  return (
    inner !== undefined &&
    from.onward.some((other) => other.outcome === outcome && !isUnproven(other.to.memory)) &&
    openings(survey(inner, context)).length > 0
  );
}
