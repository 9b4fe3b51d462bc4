import { acquaintances, familiarityOf } from '../../assurance/acquaintance.ts';
import { factorsOf, isAnybody, isEnrolled, isOnlyEnrolled, isVouchedFor } from '../../assurance/standing.ts';
import { changesProfile, enrols } from '../../assurance/vouching.ts';
import { innerJourneyName } from '../inner-journeys.ts';
import type { Problem } from '../problem.ts';
import { ofNode, placeOf } from '../report.ts';
import type { SurveyedNode } from '../survey.ts';
import {
  firstPassages,
  type Memory,
  type Passage,
  successes,
  type Walk,
  type WaysOn,
  wayOver,
  waysOn,
} from '../walk.ts';
import type { Review } from './review.ts';

/**
 * Registering a device proves nothing: whoever knows the password registers his own. Told where other ways, or the policy, ask for
 * the device to be used; and where not even a password is asked for before. A profile that anybody can change is as good as a device.
 */
export function enrolmentAsProof(review: Review): Problem[] {
  const { surveyed, walk } = review;
  if (!surveyed.all.some(mayEnrol)) return [];
  const enrolling = walk.filter(({ nodeId }) => mayEnrol(surveyed.nodes.get(nodeId)));
  if (enrolling.length === 0) return [];
  const open = enrolling.some(({ memory }) => isAnybody(memory)) ? enrolmentsOfAnybody(review) : [];
  const told = new Set(open.map(({ nodeId }) => nodeId));
  return [...open, ...enrolmentsWithoutUse(review).filter(({ nodeId }) => !told.has(nodeId))];
}

const mayEnrol = (node: SurveyedNode | undefined) =>
  node !== undefined &&
  (innerJourneyName(node.node) !== undefined ||
    node.exits.some(
      ({ outcome }) => enrolsHere(node, outcome.id) || changesProfile(lastOf(node), outcome.id),
    ));

const enrolsHere = (node: SurveyedNode, outcome: string) => enrols(lastOf(node), outcome);

const lastOf = (node: SurveyedNode) => node.children.at(-1) ?? node;

const named: ReadonlySet<string> = new Set(['named', 'renamed']);

function enrolmentsOfAnybody(review: Review): Problem[] {
  const walk = acquaintances(review.surveyed);
  const ways = waysOn(successes(walk));
  const toldAs = (after: string, what: string) =>
    problemsOf(
      review,
      walk,
      ways,
      ({ from, to }) => named.has(familiarityOf(from.memory)) && familiarityOf(to.memory) === after,
      `${what} Have something proven before.`,
    );
  return [
    ...toldAs(
      'enrolled',
      'registers a device for the user who was named, of whom nothing is proven by then: whoever knows a name can register a device of their own for it, and sign in with that.',
    ),
    ...toldAs(
      'changed',
      'changes the profile of the user who was named, of whom nothing is proven by then: whoever knows a name can set a password or a mail address of their own for it, and sign in with that.',
    ),
  ];
}

function enrolmentsWithoutUse(review: Review): Problem[] {
  const { surveyed, walk, demands } = review;
  const ends = successes(walk);
  const isUsed = (memory: number) => factorsOf(memory).includes('possession');
  if ((demands.factors ?? 0) < 2 && !ends.some(({ memory }) => isUsed(memory))) return [];
  return problemsOf(
    review,
    walk,
    waysOn(ends.filter(({ memory }) => isOnlyEnrolled(memory) && !isVouchedFor(memory))),
    ({ from, outcome, inside, to }) => {
      // Keeping a device that was registered before is no more than that.
      if (isEnrolled(from.memory)) return false;
      const node = surveyed.nodes.get(from.nodeId);
      if (inside === undefined) return node !== undefined && enrolsHere(node, outcome);
      // Where the device can be used inside, it is told of there.
      const isUsedInside = from.onward.some((other) => other.outcome === outcome && isUsed(other.to.memory));
      return isEnrolled(to.memory) && !isUsedInside;
    },
    'registers a device, and a way leads from there to Success without the device being used. Whoever gets this far can register a device of their own: lead it to where the device is asked for.',
  );
}

/** One problem for each node that is left by such a passage on a way to a goal. */
function problemsOf<M extends Memory>(
  { surveyed }: Review,
  walk: Walk<M>,
  ways: WaysOn<M>,
  isMeant: (passage: Passage<M>) => boolean,
  what: string,
): Problem[] {
  if (ways.size === 0) return [];
  const found = firstPassages(walk, (passage) => ways.has(passage.to) && isMeant(passage));
  return surveyed.all.flatMap((node) => {
    const passage = found.get(node.node.id);
    if (passage === undefined) return [];
    return [
      ofNode(surveyed, node, {
        code: 'enrolment-as-proof',
        severity: 'warning',
        outcome: passage.outcome,
        message: `${node.node.displayName} ${what}`,
        path: [...placeOf(node), 'connections', passage.outcome],
        witness: wayOver(passage, ways),
      }),
    ];
  });
}
