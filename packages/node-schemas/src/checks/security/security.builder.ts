import type { Journey } from '../../journey/journey.ts';
import { type BuiltJourney, journeyOf } from '../../journey/journey-export.builder.ts';
import type { JsonObject } from '../../json.ts';
import { designOnlyNodeTypes } from '../../nodes/design-only.ts';
import { nodeTypes } from '../../nodes/index.ts';
import { readPolicy } from '../../policy/policy.ts';
import type { Problem, SecurityCode } from '../problem.ts';
import { checkSecurity } from './index.ts';

/** The nodes of a journey, by name. */
export type Nodes = BuiltJourney['nodes'];

/** Where the outcomes of a decision lead that ends a journey. */
export const ends = { true: 'Success', false: 'Failure' };
/** A page for name and password. */
export const page = {
  type: 'PageNode',
  to: { outcome: 'Check' },
  children: { Name: { type: 'UsernameCollectorNode' }, Password: { type: 'PasswordCollectorNode' } },
};
/** What checks them. */
export const check = { type: 'DataStoreDecisionNode', to: { true: 'Sender', false: 'Failure' } };
/** What asks for a number on the phone, registers a phone, and asks for a code of a lost one. */
export const sender = {
  type: 'PushAuthenticationSenderNode',
  config: { mandatory: true, pushType: 'CHALLENGE' },
  to: { SENT: 'Wait', NOT_REGISTERED: 'Register' },
};
export const register = {
  type: 'PushRegistrationNode',
  to: { successOutcome: 'Show', failureOutcome: 'Failure', timeoutOutcome: 'Failure' },
};
export const code = { type: 'RecoveryCodeCollectorDecisionNode', config: { recoveryCodeType: 'PUSH' } };

/** Password, then a number on the phone; a phone is registered first, and a recovery code stands in for it. */
export const sound = {
  Page: page,
  Check: check,
  Sender: sender,
  Register: register,
  Show: { type: 'RecoveryCodeDisplayNode', to: { outcome: 'Sender' } },
  Wait: { type: 'PushWaitNode', to: { DONE: 'Verifier', EXITED: 'Code' } },
  Verifier: {
    type: 'PushResultVerifierNode',
    to: { TRUE: 'Success', FALSE: 'Failure', EXPIRED: 'Again', WAITING: 'Wait' },
  },
  Again: { type: 'RetryLimitDecisionNode', to: { Retry: 'Sender', Reject: 'Failure' } },
  Code: { ...code, to: { true: 'Success', false: 'Limit' } },
  Limit: { type: 'RetryLimitDecisionNode', to: { Retry: 'Code', Reject: 'Lock' } },
  Lock: { type: 'AccountLockoutNode', to: { outcome: 'Failure' } },
} satisfies Nodes;

const types = new Map(Object.entries({ ...designOnlyNodeTypes, ...nodeTypes }));

interface Around {
  readonly others?: readonly Journey[];
  readonly tree?: JsonObject;
  readonly policy?: JsonObject;
}

/** What is found in a journey of such nodes. */
export function found(nodes: Nodes, { others = [], tree = {}, policy }: Around = {}): readonly Problem[] {
  const journey = journeyOf({ nodes, tree });
  const journeys = new Map([journey, ...others].map((each) => [each.name, each]));
  const read = readPolicy({ journeys: policy ?? {} });
  if (read.status === 'refused') throw new Error(JSON.stringify(read.findings));
  return checkSecurity(journey, {
    journeys,
    types,
    ...(policy === undefined ? {} : { policy: read.policy }),
  });
}

/** What is found, with its way: `code node outcome: Page check=true …`. */
export const told = (problems: readonly Problem[]) =>
  problems.map(({ code, nodeName = '', outcome = '', witness = [] }) => {
    const way = witness.map(
      ({ journey, nodeId, outcome }) => `${journey ? `${journey}/` : ''}${nodeId}=${outcome}`,
    );
    return `${[code, nodeName, outcome].filter(Boolean).join(' ')}: ${way.join(' ')}`;
  });

/** The same of one kind of finding. */
export const toldOf = (code: SecurityCode, problems: readonly Problem[]) =>
  told(problems.filter((problem) => problem.code === code));

/** Asks for a passkey. */
export const passkey = (config: JsonObject) => ({
  type: 'WebAuthnAuthenticationNode',
  config,
  to: {
    success: 'Success',
    noDevice: 'Failure',
    unsupported: 'Failure',
    failure: 'Failure',
    error: 'Failure',
  },
});
