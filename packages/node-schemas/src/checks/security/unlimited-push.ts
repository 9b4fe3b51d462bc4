import type { Problem } from '../problem.ts';
import { nameOf, ofNode, placeOf } from '../report.ts';
import { wayTo } from '../walk.ts';
import { type Attempts, remedyFor, unlimitedLoop } from './loops.ts';
import type { Review } from './review.ts';

const pushes: Attempts = new Map([['PushAuthenticationSenderNode', 'SENT']]);

/** Nobody may have pushes sent for ever: who is asked often enough says yes at last. */
export function unlimitedPush({ surveyed, walk }: Review): Problem[] {
  return [...surveyed.reached].flatMap((node) => {
    const loop = unlimitedLoop(surveyed, node, pushes)?.way;
    const arrival = loop && walk.find(({ nodeId }) => nodeId === node.node.id);
    const last = loop?.at(-1);
    if (loop === undefined || arrival === undefined || last === undefined) return [];
    const limit = `Put a Retry Limit Decision on the way back from ${nameOf(surveyed, last.nodeId)}.`;
    return [
      ofNode(surveyed, node, {
        code: 'unlimited-push',
        severity: 'warning',
        message: `${node.node.displayName} can be come by again and again, each time with another push: who has the password can wear the user out. ${remedyFor(surveyed, loop, limit)}`,
        path: placeOf(node),
        witness: [...wayTo(arrival), ...loop],
      }),
    ];
  });
}
