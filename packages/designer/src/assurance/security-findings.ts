import {
  checkSecurity,
  nodeTypesById,
  type Policy,
  type Problem,
  readPolicyText,
  type SecurityContext,
  withoutAccepted,
  wrongPolicy,
} from '@journeyman/node-schemas';
import type { EditorState } from '../editor/editor-state.ts';
import type { StoredPolicy } from '../files/journey-files.ts';

/** A journey, and what it is checked against. */
export type Subject = Pick<EditorState, 'journey' | 'others' | 'services' | 'policy'>;

/** What in a journey lets in whom it should not, and what is wrong with the policy that it is measured by. */
export function securityFindings(subject: Subject): readonly Problem[] {
  const { journey, policy } = subject;
  return [
    ...wrongPolicy(journey.name, policyIn(policy).faults),
    ...checkSecurity(journey, contextOf(subject)),
  ];
}

/** Those of the problems that other checks have found that the policy does not accept. */
export function notAccepted(problems: readonly Problem[], subject: Subject): readonly Problem[] {
  return withoutAccepted(problems, subject.journey, contextOf(subject));
}

/** What a journey is checked against, with the policy where it can be read. */
export function contextOf({ journey, others, services, policy: stored }: Subject): SecurityContext {
  const { policy } = policyIn(stored);
  return {
    journeys: new Map(others).set(journey.name, journey),
    services,
    types: nodeTypesById,
    ...(policy === undefined ? {} : { policy }),
  };
}

/** What the file demands, or what is wrong with it. */
export function policyIn(stored: StoredPolicy | null): {
  readonly policy: Policy | undefined;
  readonly faults: readonly { readonly line: number; readonly message: string }[];
} {
  if (stored === null) return { policy: undefined, faults: [] };
  const read = readPolicyText(stored.text);
  return read.status === 'read'
    ? { policy: read.policy, faults: [] }
    : { policy: undefined, faults: read.findings };
}
