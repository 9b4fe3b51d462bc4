import {
  factorBits,
  factorsOf,
  isNewUser,
  isOnlyEnrolled,
  isVouchedFor,
  provesMore,
  type Standing,
} from '../../assurance/standing.ts';
import { successId } from '../../journey/journey.ts';
import type { Problem, WitnessStep } from '../problem.ts';
import { listed, ofNode, placeOf } from '../report.ts';
import { type Arrival, type Passage, successes, wayOver, waysOn } from '../walk.ts';
import type { Review } from './review.ts';

/**
 * Every way to Success proves the factors that the policy demands. Without a demand, none proves fewer than another where a second
 * factor is at stake. Tells of each outcome by which the better ways are left for good.
 */
export function tooFewFactors(review: Review): Problem[] {
  const demanded = demandedFactors(review);
  return demanded === undefined ? fewerThanElsewhere(review) : fewerThanDemanded(review, demanded);
}

function fewerThanDemanded(review: Review, demanded: number): Problem[] {
  const ends = successes(review.walk);
  const good = ends.filter(({ memory }) => factorsOf(memory).length >= demanded);
  const bad = ends.filter((end) => !good.includes(end));
  const demand = `where the policy demands ${demanded === 1 ? 'one factor' : `${demanded} factors`}.`;
  const { journey } = review.surveyed;
  if (journey.entryNodeId === successId) {
    const message = `Start leads straight to Success, ${demand} Put a node in between that proves something.`;
    const path = ['tree', 'entryNodeId'];
    return [{ code: 'too-few-factors', severity: 'error', journey: journey.name, message, path }];
  }
  return escapes(review, good, bad).map(({ passage, way, end }) =>
    problemOf(review, passage, {
      severity: 'error',
      message: `${wayOut(review, passage)} leads to Success with ${told(end)}, ${demand}${unsure(end)} Lead it another way, or accept it in policy.json with a reason.`,
      witness: way,
    }),
  );
}

function fewerThanElsewhere(review: Review): Problem[] {
  const ends = successes(review.walk);
  const found = new Map<string, Problem>();
  for (const end of ends.filter(isPlain)) {
    const better = ends.filter(({ memory }) => provesMore(memory, end.memory) && isMultiFactor(memory));
    if (better.length === 0) continue;
    const same = ends.filter((each) => isPlain(each) && factorBits(each.memory) === factorBits(end.memory));
    for (const { passage, way } of escapes(review, better, same)) {
      const key = `${passage.from.nodeId} ${passage.outcome}`;
      if (found.has(key) || isInside(passage)) continue;
      const problem = problemOf(review, passage, {
        severity: 'warning',
        message: `${wayOut(review, passage)} leads to Success with ${told(end)}, where other ways prove ${told(better[0])}. Lead it another way, or say in policy.json what is demanded and what is accepted.`,
        witness: way,
      });
      found.set(key, problem);
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
const isPlain = ({ memory }: Arrival<Standing>) =>
  !isVouchedFor(memory) && !isNewUser(memory) && !isOnlyEnrolled(memory);

const isMultiFactor = (standing: Standing) => factorsOf(standing).some((factor) => factor !== 'knowledge');

interface Escape {
  readonly passage: Passage<Standing>;
  readonly way: readonly WitnessStep[];
  readonly end: Arrival<Standing>;
}

/** The passages after which no good end can be reached, and a bad one can; the last ones of all where nothing was good from Start. */
function escapes(
  { walk }: Review,
  good: readonly Arrival<Standing>[],
  bad: readonly Arrival<Standing>[],
): Escape[] {
  const [toGood, toBad] = [waysOn(walk, good), waysOn(walk, bad)];
  const [start] = walk;
  const isHopeless = start !== undefined && !toGood.has(start);
  const isEscape = ({ from, to }: Passage<Standing>) =>
    isHopeless ? bad.includes(to) : toGood.has(from) && !toGood.has(to) && toBad.has(to);
  const found = new Map<string, Escape>();
  for (const passage of walk.flatMap(({ onward }) => onward).filter(isEscape)) {
    const key = `${passage.from.nodeId} ${passage.outcome}`;
    if (found.has(key)) continue;
    let end = passage.to;
    for (let next = toBad.get(end); next !== undefined; next = toBad.get(end)) end = next.to;
    found.set(key, { passage, way: wayOver(passage, toBad), end });
  }
  return [...found.values()];
}

/** Whether the better way is left inside a journey that the node runs, where it is told of. */
function isInside({ from, outcome, to }: Passage<Standing>): boolean {
  return from.onward.some(
    (other) => other.outcome === outcome && other.to !== to && provesMore(other.to.memory, to.memory),
  );
}

function problemOf(
  { surveyed }: Review,
  { from, outcome }: Passage<Standing>,
  rest: Pick<Problem, 'severity' | 'message' | 'witness'>,
): Problem {
  const node = surveyed.nodes.get(from.nodeId);
  const problem = { code: 'too-few-factors', outcome, ...rest } as const;
  return node === undefined
    ? { ...problem, journey: surveyed.journey.name, path: ['tree'] }
    : ofNode(surveyed, node, { ...problem, path: [...placeOf(node), 'connections', outcome] });
}

function wayOut({ surveyed }: Review, { from, outcome }: Passage<Standing>): string {
  const node = surveyed.nodes.get(from.nodeId);
  const name = node?.outcomes.find(({ id }) => id === outcome)?.displayName ?? outcome;
  return `${name} of ${node?.node.displayName ?? from.nodeId}`;
}

function told(end: Arrival<Standing> | undefined): string {
  const proven = factorsOf(end?.memory ?? 0);
  return proven.length === 0 ? 'nothing proven' : `${listed(proven)}${proven.length === 1 ? ' alone' : ''}`;
}

const unsure = ({ memory }: Arrival<Standing>) =>
  isVouchedFor(memory) ? ' What a script or another service on the way may prove is not counted.' : '';
