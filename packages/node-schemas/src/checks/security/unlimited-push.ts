import type { Problem } from '../problem.ts';
import { ofNode, placeOf } from '../report.ts';
import { wayTo } from '../walk.ts';
import { unlimitedLoop } from './loops.ts';
import type { Review } from './review.ts';

/** Nobody may have pushes sent for ever: who is asked often enough says yes at last. */
export function unlimitedPush({ surveyed, walk }: Review): Problem[] {
  return [...surveyed.reached].flatMap((node) => {
    if (node.node.type !== 'PushAuthenticationSenderNode') return [];
    const loop = unlimitedLoop(surveyed, node, 'SENT');
    const arrival = walk.find(({ nodeId }) => nodeId === node.node.id);
    const last = loop?.at(-1);
    if (loop === undefined || arrival === undefined || last === undefined) return [];
    return [
      ofNode(surveyed, node, {
        code: 'unlimited-push',
        severity: 'warning',
        message: `${node.node.displayName} can be come by again and again, each time with another push: who has the password can wear the user out. Put a Retry Limit Decision on the way back from ${surveyed.journey.nodes.get(last.nodeId)?.displayName ?? last.nodeId}.`,
        path: placeOf(node),
        witness: [...wayTo(arrival), ...loop],
      }),
    ];
  });
}
