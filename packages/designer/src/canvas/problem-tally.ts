import type { Problem } from '@journeyman/node-schemas';

/** How many problems a node has, notes apart. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
}

const none: Tally = { errors: 0, warnings: 0 };

const tallies = new WeakMap<readonly Problem[], ReadonlyMap<string, Tally>>();

/** How many problems the nodes with these ids have together. */
export function tallyOf(problems: readonly Problem[], ids: readonly string[]): Tally {
  let byNode = tallies.get(problems);
  if (byNode === undefined) {
    byNode = counted(problems);
    tallies.set(problems, byNode);
  }
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) return byNode.get(only) ?? none;
  return ids.reduce((sum, id) => plus(sum, byNode.get(id) ?? none), none);
}

function counted(problems: readonly Problem[]): ReadonlyMap<string, Tally> {
  const byNode = new Map<string, Tally>();
  for (const { nodeId, severity } of problems) {
    if (nodeId === undefined || severity === 'note') continue;
    const one = severity === 'error' ? { errors: 1, warnings: 0 } : { errors: 0, warnings: 1 };
    byNode.set(nodeId, plus(byNode.get(nodeId) ?? none, one));
  }
  return byNode;
}

const plus = (a: Tally, b: Tally): Tally => ({
  errors: a.errors + b.errors,
  warnings: a.warnings + b.warnings,
});
