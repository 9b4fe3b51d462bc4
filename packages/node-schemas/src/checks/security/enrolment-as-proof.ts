import { factorsOf, isOnlyEnrolled, isVouchedFor } from '../../assurance/standing.ts';
import { enrols } from '../../assurance/vouching.ts';
import type { Problem } from '../problem.ts';
import { ofNode, placeOf } from '../report.ts';
import { successes, wayOver, waysOn } from '../walk.ts';
import type { Review } from './review.ts';

/**
 * Registering a device proves nothing: whoever knows the password registers his own. Told where other ways, or the policy, ask for
 * the device to be used.
 */
export function enrolmentAsProof({ surveyed, walk, demands }: Review): Problem[] {
  const ends = successes(walk);
  const isAskedFor =
    (demands.factors ?? 0) > 1 || ends.some(({ memory }) => factorsOf(memory).includes('possession'));
  if (!isAskedFor) return [];
  const ways = waysOn(
    walk,
    ends.filter(({ memory }) => isOnlyEnrolled(memory) && !isVouchedFor(memory)),
  );
  if (ways.size === 0) return [];
  return [...surveyed.nodes.values()].flatMap((node) => {
    const passage = walk
      .filter(({ nodeId }) => nodeId === node.node.id)
      .flatMap(({ onward }) => onward)
      .find(({ outcome, to }) => ways.has(to) && enrols(node.children.at(-1) ?? node, outcome));
    if (passage === undefined) return [];
    return [
      ofNode(surveyed, node, {
        code: 'enrolment-as-proof',
        severity: 'warning',
        outcome: passage.outcome,
        message: `${node.node.displayName} registers a device, and a way leads from there to Success without the device being used. Whoever gets this far can register a device of their own: lead it to where the device is asked for.`,
        path: [...placeOf(node), 'connections', passage.outcome],
        witness: wayOver(passage, ways),
      }),
    ];
  });
}
