import { factorBits, formerFactorsOf, leavesFactors } from '../../assurance/standing.ts';
import { isAwaited } from '../../assurance/underway.ts';
import type { Problem } from '../problem.ts';
import { listed, ofNode, placeOf } from '../report.ts';
import { firstPassages, successes, wayOver, waysOn } from '../walk.ts';
import type { Review } from './review.ts';

/**
 * No factor is decided before it is settled whose it is: naming another user afterwards carries nothing over, nor does what was sent
 * to the former one and is answered then. No matter where what is proven of that one is enough elsewhere.
 */
export function userChanged({ surveyed, walk }: Review): Problem[] {
  const changed = successes(walk).filter(({ memory }) => formerFactorsOf(memory).length > 0);
  if (changed.length === 0) return [];
  const enough = successes(walk).flatMap(({ memory }) =>
    formerFactorsOf(memory).length === 0 && factorBits(memory) !== 0 ? [factorBits(memory)] : [],
  );
  const ways = waysOn(
    changed.filter(({ memory }) => enough.every((factors) => (factors & memory) !== factors)),
  );
  // What happens inside a journey that is run is told there, unless it is about what was proven before.
  const found = firstPassages(
    walk,
    ({ from, inside, to }) =>
      ways.has(to) &&
      formerFactorsOf(to.memory).length > formerFactorsOf(from.memory).length &&
      (inside === undefined || leavesFactors(from.memory, to.memory) || isAwaited(from.memory)),
  );
  return surveyed.all.flatMap((node) => {
    const passage = found.get(node.node.id);
    if (passage === undefined) return [];
    const { from, to } = passage;
    const lost = listed(formerFactorsOf(to.memory));
    const what = leavesFactors(from.memory, to.memory)
      ? `may name another user after ${lost} was proven, and Success can be reached without proving it again: what one user has proven would count for another. Settle who it is before anything is proven.`
      : 'may take the answer of the user to whom a message or a code was sent for that of another, who was named since: what one user has proven would count for another. Settle who it is before anything is sent.';
    return [
      ofNode(surveyed, node, {
        code: 'user-changed',
        severity: 'warning',
        message: `${node.node.displayName} ${what}`,
        path: placeOf(node),
        witness: wayOver(passage, ways),
      }),
    ];
  });
}
