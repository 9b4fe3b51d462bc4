import {
  checkJourney,
  checkSecurity,
  type Policy,
  type PolicyException,
  type Problem,
  policyFor,
  withoutAccepted,
} from '@journeyman/node-schemas';
import { contextOf, type Subject } from './security-findings.ts';

/** A finding that the policy accepts, with what accepts it. */
export interface Accepted {
  readonly problem: Problem;
  readonly exception: PolicyException;
}

/** What would be told of a journey if the policy did not accept it, in the order in which it would be. */
export function acceptedFindings(subject: Subject): readonly Accepted[] {
  const { journey } = subject;
  const context = contextOf(subject);
  const { policy } = context;
  const { exceptions, ...demands } =
    policy === undefined ? { exceptions: [] } : policyFor(policy, journey.name);
  if (exceptions.length === 0) return [];
  const alone = (accepted: readonly PolicyException[]): Policy =>
    new Map([[journey.name, { ...demands, exceptions: accepted }]]);
  const found = [
    ...checkSecurity(journey, { ...context, policy: alone([]) }),
    ...checkJourney(journey, context),
  ];
  return found.flatMap((problem) => {
    const exception = exceptions.find(
      (each) => withoutAccepted([problem], journey, { ...context, policy: alone([each]) }).length === 0,
    );
    return exception === undefined ? [] : [{ problem, exception }];
  });
}
