import type { Problem, WitnessStep } from '../problem.ts';
import { ofNode, placeOf } from '../report.ts';
import type { Survey } from '../survey.ts';
import { type Arrival, type Memory, type Passage, type Walk, type WaysOn, wayOver, waysOn } from '../walk.ts';

/** Where the good ends of a journey are left for good. */
export interface Escape<M extends Memory> {
  readonly passage: Passage<M>;
  /** A way over it to a bad end. */
  readonly way: readonly WitnessStep[];
  readonly end: Arrival<M>;
}

/**
 * The passages after which no good end can be reached, and a bad one can; the last ones of all where nothing was good from Start. Of
 * an outcome, the one that leads to the worst end: the end of the lowest rank.
 */
export function escapes<M extends Memory>(
  walk: Walk<M>,
  good: readonly Arrival<M>[],
  bad: readonly Arrival<M>[],
  rankOf: (end: Arrival<M>) => number = () => 0,
): Escape<M>[] {
  if (bad.length === 0) return [];
  const toGood = waysOn(good);
  const ranks = [...new Set(bad.map(rankOf))].sort((one, other) => one - other);
  const toBad = ranks.map((rank) => waysOn(bad.filter((end) => rankOf(end) === rank)));
  const [start] = walk;
  const isHopeless = start !== undefined && !toGood.has(start);
  const isEscape = ({ from, to }: Passage<M>) =>
    isHopeless ? bad.includes(to) : toGood.has(from) && !toGood.has(to);
  const found = new Map<string, Escape<M>>();
  for (const { onward } of walk) {
    for (const passage of onward) {
      const ways = isEscape(passage) ? toBad.find((each) => each.has(passage.to)) : undefined;
      if (ways === undefined) continue;
      const end = endOf(passage, ways);
      const key = `${passage.from.nodeId} ${passage.outcome}`;
      const known = found.get(key);
      if (known !== undefined && rankOf(known.end) <= rankOf(end)) continue;
      found.set(key, { passage, way: wayOver(passage, ways), end });
    }
  }
  return [...found.values()];
}

function endOf<M extends Memory>({ to }: Passage<M>, ways: WaysOn<M>): Arrival<M> {
  let end = to;
  for (let next = ways.get(end); next !== undefined; next = ways.get(end)) end = next.to;
  return end;
}

/** A problem of the outcome by which an escape is made. */
export function escapeProblem<M extends Memory>(
  surveyed: Survey,
  { passage: { from, outcome }, way }: Escape<M>,
  rest: Pick<Problem, 'severity' | 'message' | 'factors'>,
): Problem {
  const node = surveyed.nodes.get(from.nodeId);
  const problem = { code: 'too-few-factors', outcome, ...rest, witness: way } as const;
  return node === undefined
    ? { ...problem, journey: surveyed.journey.name, path: ['tree'] }
    : ofNode(surveyed, node, { ...problem, path: [...placeOf(node), 'connections', outcome] });
}

/** The outcome by which an escape is made, such as `Skip of MFA Registration Options`. */
export function wayOut<M extends Memory>(
  { nodes }: Survey,
  { passage: { from, outcome } }: Escape<M>,
): string {
  const node = nodes.get(from.nodeId);
  const name = node?.outcomes.find(({ id }) => id === outcome)?.displayName ?? outcome;
  return `${name} of ${node?.node.displayName ?? from.nodeId}`;
}
