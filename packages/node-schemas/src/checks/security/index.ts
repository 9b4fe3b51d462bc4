import { standings } from '../../assurance/standing.ts';
import type { Journey } from '../../journey/journey.ts';
import { nodeTypesById } from '../../nodes/index.ts';
import { type JourneyPolicy, policyFor } from '../../policy/policy.ts';
import { checkJourney } from '../index.ts';
import type { Problem } from '../problem.ts';
import { survey } from '../survey.ts';
import { enrolmentAsProof } from './enrolment-as-proof.ts';
import { notExcused, withoutExceptions } from './exceptions.ts';
import { recoveryCodesNotMade, recoveryCodesNotShown } from './recovery-codes.ts';
import type { Review, SecurityContext } from './review.ts';
import { missingSession, unwantedSession } from './session-expectations.ts';
import { tooFewFactors } from './too-few-factors.ts';
import { unlimitedAttempts } from './unlimited-attempts.ts';
import { unlimitedPush } from './unlimited-push.ts';
import { userChanged } from './user-changed.ts';
import { userRevealed } from './user-revealed.ts';
import { weakPush } from './weak-push.ts';

/** Every security check, in the order in which findings are told. */
const checks: readonly ((review: Review) => Problem[])[] = [
  tooFewFactors,
  enrolmentAsProof,
  userChanged,
  unlimitedAttempts,
  unlimitedPush,
  weakPush,
  recoveryCodesNotShown,
  recoveryCodesNotMade,
  userRevealed,
  unwantedSession,
  missingSession,
];

const noDemands: JourneyPolicy = { exceptions: [] };

/**
 * What in a journey lets in whom it should not, each with the shortest way on which it happens. Tells what is certain and leaves out
 * what a script may see to. Never throws. `context.types` are all that this package knows unless given.
 */
export function checkSecurity(
  journey: Journey,
  context: Omit<SecurityContext, 'types'> & Partial<Pick<SecurityContext, 'types'>>,
): Problem[] {
  const surveyed = survey(journey, { types: nodeTypesById, ...context });
  const { policy } = context;
  const demands = policy === undefined ? noDemands : policyFor(policy, journey.name);
  const review: Review = { surveyed, walk: standings(surveyed), demands, policy };
  return withoutExceptions(
    checks.flatMap((check) => check(review)),
    review,
    () => checkJourney(journey, context),
  );
}

/** Those of other checks' problems that the policy does not accept. */
export function withoutAccepted(
  problems: readonly Problem[],
  journey: Journey,
  context: SecurityContext,
): readonly Problem[] {
  const { exceptions } = context.policy === undefined ? noDemands : policyFor(context.policy, journey.name);
  return exceptions.length === 0 ? problems : notExcused(problems, exceptions, survey(journey, context));
}
