import {
  factorBits,
  factorCount,
  factorsOf,
  isAnybody,
  isNewUser,
  isOnlyEnrolled,
  isVouchedFor,
  provesMore,
  provesMoreThanKnowledge,
  type Standing,
  withoutInherence,
} from '../../assurance/standing.ts';
import { successId } from '../../journey/journey.ts';
import type { Problem } from '../problem.ts';
import { listed } from '../report.ts';
import { type Arrival, type Passage, successes } from '../walk.ts';
import { escapeProblem, escapes, wayOut } from './escapes.ts';
import type { Review } from './review.ts';
import { unprovenUsers } from './unproven-users.ts';

/**
 * Every way to Success proves the factors that the policy demands. Without a demand, none proves nothing at all, nor fewer than
 * another where a second factor is at stake. Tells of each outcome by which the better ways are left for good.
 */
export function tooFewFactors(review: Review): Problem[] {
  const demanded = demandedFactors(review);
  return demanded === undefined ? fewerThanElsewhere(review) : fewerThanDemanded(review, demanded);
}

function fewerThanDemanded({ surveyed, walk }: Review, demanded: number): Problem[] {
  const ends = successes(walk);
  const good = ends.filter((end) => countOf(end) >= demanded);
  const bad = ends.filter((end) => !good.includes(end));
  const demand = `where the policy demands ${demanded === 1 ? 'one factor' : `${demanded} factors`}.`;
  const { journey } = surveyed;
  if (journey.entryNodeId === successId) {
    const message = `Start leads straight to Success, ${demand} Put a node in between that proves something.`;
    const path = ['tree', 'entryNodeId'];
    return [{ code: 'too-few-factors', severity: 'error', journey: journey.name, message, path, factors: 0 }];
  }
  return escapes(walk, good, bad, countOf).map((found) =>
    escapeProblem(surveyed, found, {
      severity: 'error',
      factors: countOf(found.end),
      message: `${wayOut(surveyed, found)} leads to Success with ${told(found.end)}, ${demand}${unsure(found.end)} Lead it another way, or accept it in policy.json with a reason.`,
    }),
  );
}

function fewerThanElsewhere({ surveyed, walk }: Review): Problem[] {
  const ends = successes(walk);
  const plain = ends.filter(isPlain);
  const problems = ends.some(({ memory }) => isAnybody(memory)) ? unprovenUsers(surveyed) : [];
  const found = new Map(problems.map((problem) => [`${problem.nodeId} ${problem.outcome}`, problem]));
  for (const proven of new Set(plain.map(({ memory }) => factorBits(memory)))) {
    const better = ends.filter(({ memory }) => provesMore(withoutInherence(memory), proven));
    const best = better.find(({ memory }) => provesMoreThanKnowledge(memory));
    const same = plain.filter(({ memory }) => factorBits(memory) === proven);
    const [end] = same;
    if (best === undefined || end === undefined) continue;
    for (const left of escapes(walk, better, same)) {
      const key = `${left.passage.from.nodeId} ${left.passage.outcome}`;
      const factors = countOf(end);
      if ((found.get(key)?.factors ?? Number.POSITIVE_INFINITY) <= factors || isInside(left.passage))
        continue;
      const message = `${wayOut(surveyed, left)} leads to Success with ${told(end)}, where other ways prove ${told(best)}. Lead it another way, or say in policy.json what is demanded and what is accepted.`;
      found.set(key, escapeProblem(surveyed, left, { severity: 'warning', factors, message }));
    }
  }
  return [...found.values()];
}

/** What is demanded of every journey is not asked of one that lets nobody in by itself. */
function demandedFactors({ demands, policy, surveyed: { journey } }: Review): number | undefined {
  const isNamed = policy?.get(journey.name)?.factors !== undefined;
  return isNamed || !(journey.innerTreeOnly || journey.noSession) ? demands.factors : undefined;
}

/** An end that says nothing but that too little was proven: a new user has nothing to prove, and enrolment is told of elsewhere. */
const isPlain = (end: Arrival<Standing>) =>
  countOf(end) < 2 && !isVouchedFor(end.memory) && !isNewUser(end.memory) && !isOnlyEnrolled(end.memory);

const countOf = ({ memory }: Arrival<Standing>) => factorCount(memory);

/** Whether the better way is left inside a journey that the node runs, where it is told of. */
function isInside({ from, outcome, to }: Passage<Standing>): boolean {
  return from.onward.some(
    (other) => other.outcome === outcome && other.to !== to && provesMore(other.to.memory, to.memory),
  );
}

function told(end: Arrival<Standing> | undefined): string {
  const proven = factorsOf(end?.memory ?? 0);
  return proven.length === 0 ? 'nothing proven' : `${listed(proven)}${proven.length === 1 ? ' alone' : ''}`;
}

const unsure = ({ memory }: Arrival<Standing>) =>
  isVouchedFor(memory) ? ' What a script or another service on the way may prove is not counted.' : '';
