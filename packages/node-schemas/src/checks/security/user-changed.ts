import { factorBits, formerFactorsOf, leavesFactors } from '../../assurance/standing.ts';
import type { Problem } from '../problem.ts';
import { listed, ofNode, placeOf } from '../report.ts';
import { firstPassages, successes, wayOver, waysOn } from '../walk.ts';
import type { Review } from './review.ts';

/**
 * No factor is decided before it is settled whose it is: naming another user afterwards carries nothing over. No matter where what
 * is proven of that one is enough elsewhere.
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
      (inside === undefined || leavesFactors(from.memory, to.memory)),
  );
  return surveyed.all.flatMap((node) => {
    const passage = found.get(node.node.id);
    if (passage === undefined) return [];
    const lost = listed(formerFactorsOf(passage.to.memory));
    return [
      ofNode(surveyed, node, {
        code: 'user-changed',
        severity: 'warning',
        message: `${node.node.displayName} may name another user after ${lost} was proven, and Success can be reached without proving it again: what one user has proven would count for another. Settle who it is before anything is proven.`,
        path: placeOf(node),
        witness: wayOver(passage, ways),
      }),
    ];
  });
}
