import type { Problem, ProblemCode, SecurityCode } from '@journeyman/node-schemas';

const codes: Readonly<Record<SecurityCode, true>> = {
  'too-few-factors': true,
  'enrolment-as-proof': true,
  'user-changed': true,
  'unlimited-attempts': true,
  'unlimited-push': true,
  'weak-push': true,
  'recovery-codes-not-shown': true,
  'recovery-codes-not-made': true,
  'user-revealed': true,
  'unwanted-session': true,
  'missing-session': true,
  'unused-exception': true,
};

/** Whether a security check has found it. */
export function isSecurityFinding({ code }: { readonly code: ProblemCode }): boolean {
  return Object.hasOwn(codes, code);
}

/**
 * Whether it can be accepted in the policy with a reason. What is about the policy itself is mended there, and a journey that cannot
 * be started is not helped by it.
 */
export function canBeAccepted(problem: Problem): boolean {
  return (
    problem.code !== 'unused-exception' && (isSecurityFinding(problem) || problem.severity === 'warning')
  );
}
