import type { Problem } from '../problem.ts';
import { listed, nameOf, ofNode, placeOf } from '../report.ts';
import { wayTo } from '../walk.ts';
import { type Attempts, remedyFor, unlimitedLoop } from './loops.ts';
import type { Review } from './review.ts';

/** The outcome by which a type tells that a guess was wrong. */
const wrongGuesses: Attempts = new Map([
  ['ADDecisionNode', 'FALSE'],
  ['AgentDataStoreDecisionNode', 'false'],
  ['DataStoreDecisionNode', 'false'],
  ['IdentityStoreDecisionNode', 'FALSE'],
  ['KbaVerifyNode', 'false'],
  ['LdapDecisionNode', 'FALSE'],
  ['OathTokenVerifierNode', 'failureOutcome'],
  ['OneTimePasswordCollectorDecisionNode', 'false'],
  ['PassthroughAuthenticationNode', 'FAILED'],
  ['RadiusDecisionNode', 'failure'],
  ['RecoveryCodeCollectorDecisionNode', 'false'],
  ['VerifyAuthCollectorDecisionNode', 'false'],
  ['product-SecurIdNode', 'failure'],
]);

/** Whoever guesses wrong may not guess again for ever. */
export function unlimitedAttempts({ surveyed, walk }: Review): Problem[] {
  const seen = new Set<string>();
  return walk.flatMap((arrival) => {
    if (seen.has(arrival.nodeId)) return [];
    seen.add(arrival.nodeId);
    const node = surveyed.nodes.get(arrival.nodeId);
    const loop = node && unlimitedLoop(surveyed, node, wrongGuesses);
    if (node === undefined || loop === undefined) return [];
    const { outcome, way } = loop;
    const limit = 'Put a Retry Limit Decision on the way back, with Account Lockout behind its Reject.';
    const round = way.flatMap(({ journey, nodeId }) => (journey ? [] : [nameOf(surveyed, nodeId)]));
    return [
      ofNode(surveyed, node, {
        code: 'unlimited-attempts',
        severity: 'warning',
        outcome,
        message: `Whoever guesses wrong at ${node.node.displayName} may try again for ever: ${listed(round)} ${round.length === 1 ? 'goes' : 'go'} round without a limit. ${remedyFor(surveyed, way, limit)}`,
        path: [...placeOf(node), 'connections', outcome],
        witness: [...wayTo(arrival), ...way],
      }),
    ];
  });
}
