import type { Problem, WitnessStep } from '../problem.ts';
import { ofNode, placeOf } from '../report.ts';
import type { Survey } from '../survey.ts';
import { type Arrival, type Memory, type Passage, type Walk, wayOver, waysOn } from '../walk.ts';

/** Where the good ends of a journey are left for good. */
export interface Escape<M extends Memory> {
  readonly passage: Passage<M>;
  /** A way over it to a bad end. */
  readonly way: readonly WitnessStep[];
  readonly end: Arrival<M>;
}

/** The passages after which no good end can be reached, and a bad one can; the last ones of all where nothing was good from Start. */
export function escapes<M extends Memory>(
  walk: Walk<M>,
  good: readonly Arrival<M>[],
  bad: readonly Arrival<M>[],
): Escape<M>[] {
  const [toGood, toBad] = [waysOn(good), waysOn(bad)];
  const [start] = walk;
  const isHopeless = start !== undefined && !toGood.has(start);
  const isEscape = ({ from, to }: Passage<M>) =>
    isHopeless ? bad.includes(to) : toGood.has(from) && !toGood.has(to) && toBad.has(to);
  const found = new Map<string, Escape<M>>();
  for (const { onward } of walk) {
    for (const passage of onward) {
      if (!isEscape(passage)) continue;
      const key = `${passage.from.nodeId} ${passage.outcome}`;
      if (found.has(key)) continue;
      let end = passage.to;
      for (let next = toBad.get(end); next !== undefined; next = toBad.get(end)) end = next.to;
      found.set(key, { passage, way: wayOver(passage, toBad), end });
    }
  }
  return [...found.values()];
}

/** A problem of the outcome by which an escape is made. */
export function escapeProblem<M extends Memory>(
  surveyed: Survey,
  { passage: { from, outcome }, way }: Escape<M>,
  rest: Pick<Problem, 'severity' | 'message'>,
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
