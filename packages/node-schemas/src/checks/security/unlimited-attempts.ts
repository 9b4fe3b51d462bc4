import type { Problem } from '../problem.ts';
import { listed, nameOf, ofNode, placeOf } from '../report.ts';
import { wayTo } from '../walk.ts';
import { type Attempts, attemptAt, remedyFor, unlimitedLoop } from './loops.ts';
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
    const attempt = node && attemptAt(surveyed, node, wrongGuesses);
    const loop = attempt && unlimitedLoop(surveyed, node, attempt);
    if (node === undefined || attempt === undefined || loop === undefined) return [];
    const { outcome } = attempt;
    const limit = 'Put a Retry Limit Decision on the way back, with Account Lockout behind its Reject.';
    const round = loop.flatMap(({ journey, nodeId }) => (journey ? [] : [nameOf(surveyed, nodeId)]));
    return [
      ofNode(surveyed, node, {
        code: 'unlimited-attempts',
        severity: 'warning',
        outcome,
        message: `Whoever guesses wrong at ${node.node.displayName} may try again for ever: ${listed(round)} ${round.length === 1 ? 'goes' : 'go'} round without a limit. ${remedyFor(surveyed, loop, limit)}`,
        path: [...placeOf(node), 'connections', outcome],
        witness: [...wayTo(arrival), ...loop],
      }),
    ];
  });
}
