import type { Problem } from '../problem.ts';
import { listed, nameOf, ofNode, placeOf } from '../report.ts';
import { wayTo } from '../walk.ts';
import { unlimitedLoop } from './loops.ts';
import type { Review } from './review.ts';

/** The outcome by which a type tells that a guess was wrong. */
const wrongGuesses: ReadonlyMap<string, string> = new Map([
  ['ADDecisionNode', 'FALSE'],
  ['AgentDataStoreDecisionNode', 'false'],
  ['DataStoreDecisionNode', 'false'],
  ['IdentityStoreDecisionNode', 'FALSE'],
  ['KbaVerifyNode', 'false'],
  ['LdapDecisionNode', 'FALSE'],
  ['OathTokenVerifierNode', 'failureOutcome'],
  ['OneTimePasswordCollectorDecisionNode', 'false'],
  ['RecoveryCodeCollectorDecisionNode', 'false'],
]);

/** Whoever guesses wrong may not guess again for ever. */
export function unlimitedAttempts({ surveyed, walk }: Review): Problem[] {
  return walk.flatMap((arrival, index) => {
    const node = surveyed.nodes.get(arrival.nodeId);
    const outcome = wrongGuesses.get((node?.children.at(-1) ?? node)?.node.type ?? '');
    if (node === undefined || outcome === undefined) return [];
    const isFirst = walk.findIndex(({ nodeId }) => nodeId === arrival.nodeId) === index;
    if (!isFirst) return [];
    const loop = unlimitedLoop(surveyed, node, outcome);
    if (loop === undefined) return [];
    const round = loop.map(({ nodeId }) => nameOf(surveyed, nodeId));
    return [
      ofNode(surveyed, node, {
        code: 'unlimited-attempts',
        severity: 'warning',
        outcome,
        message: `Whoever guesses wrong at ${node.node.displayName} may try again for ever: ${listed(round, 'and')} go round without a limit. Put a Retry Limit Decision on the way back, with Account Lockout behind its Reject.`,
        path: [...placeOf(node), 'connections', outcome],
        witness: [...wayTo(arrival), ...loop],
      }),
    ];
  });
}
