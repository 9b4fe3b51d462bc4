import { type Policy, type PushDemand, policyFor } from '../../policy/policy.ts';
import { pushDemands } from '../../policy/policy-schema.ts';
import { innerJourneyName } from '../inner-journeys.ts';
import type { Problem } from '../problem.ts';
import { ofNode } from '../report.ts';
import { isSettled, type Survey } from '../survey.ts';
import { wayTo } from '../walk.ts';
import type { Review } from './review.ts';

/** An answer to a push takes what the policy demands of this journey and of those that run it. */
export function weakPush({ surveyed, walk, policy }: Review): Problem[] {
  const senders = [...surveyed.reached].filter(({ node }) => node.type === 'PushAuthenticationSenderNode');
  if (policy === undefined || senders.length === 0) return [];
  const demand = strictest(surveyed, policy);
  return senders.flatMap((node) => {
    const offered = isSettled(node.validated) ? offers[String(node.validated.config.pushType)] : undefined;
    if (offered === undefined || rank(offered) >= rank(demand)) return [];
    const arrival = walk.find(({ nodeId }) => nodeId === node.node.id);
    return [
      ofNode(surveyed, node, {
        code: 'weak-push',
        severity: 'error',
        property: 'pushType',
        message: `${node.node.displayName} asks for ${words[offered]}, where the policy demands ${words[demand]}. ${remedies[demand]}`,
        path: [...node.path, 'pushType'],
        ...(arrival === undefined ? {} : { witness: wayTo(arrival) }),
      }),
    ];
  });
}

/** What an answer takes, by the type of the push. A fingerprint says who is there, not which sign-in is meant. */
const offers: Readonly<Record<string, PushDemand>> = {
  DEFAULT: 'tap',
  BIOMETRIC: 'tap',
  CHALLENGE: 'number',
};

const words: Readonly<Record<PushDemand, string>> = {
  tap: 'a tap alone',
  number: 'one of three numbers',
  'six-digits': 'six digits to be carried over',
};

const remedies: Readonly<Record<PushDemand, string>> = {
  tap: '',
  number: 'Set Push Type to Display Challenge Code.',
  'six-digits':
    'NIST SP 800-63B-4 wants that many; use a one-time password instead, or accept it in policy.json with a reason.',
};

const rank = (demand: PushDemand) => pushDemands.indexOf(demand);

function strictest({ journey, context }: Survey, policy: Policy): PushDemand {
  const runs = new Set([journey.name]);
  for (const name of runs) {
    for (const other of context.journeys.values()) {
      if ([...other.nodes.values()].some((node) => innerJourneyName(node) === name)) runs.add(other.name);
    }
  }
  return [...runs]
    .map((name) => policyFor(policy, name).push ?? 'tap')
    .reduce((one, other) => (rank(one) >= rank(other) ? one : other));
}
