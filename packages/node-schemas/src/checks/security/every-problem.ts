import type { Journey } from '../../journey/journey.ts';
import { readPolicyText } from '../../policy/policy-text.ts';
import type { Problem } from '../problem.ts';
import { checkSecurity, withoutAccepted } from './index.ts';
import type { SecurityContext } from './review.ts';

/**
 * What is wrong with a journey and its policy does not accept: `found` by `checkJourney`, and what the security checks find on top.
 * `policyText` is the text of `policy.json`, null where there is none; one that cannot be read demands nothing, and is told too.
 */
export function everyProblem(
  found: readonly Problem[],
  journey: Journey,
  context: Omit<SecurityContext, 'policy'>,
  policyText: string | null,
): readonly Problem[] {
  const read = policyText === null ? undefined : readPolicyText(policyText);
  const measured: SecurityContext = read?.status === 'read' ? { ...context, policy: read.policy } : context;
  return [
    ...withoutAccepted(found, journey, measured),
    ...(read?.status === 'refused' ? wrongPolicy(journey.name, read.findings) : []),
    ...checkSecurity(journey, measured),
  ];
}

/** What a journey's problems say of a `policy.json` that cannot be read. */
export function wrongPolicy(
  journey: string,
  faults: readonly { readonly line: number; readonly message: string }[],
): readonly Problem[] {
  return faults.map(({ line, message }) => ({
    code: 'wrong-policy',
    severity: 'error',
    journey,
    message: `policy.json cannot be read, so nothing is demanded. Line ${line}: ${message}`,
    path: [],
  }));
}
