import type { StateScope } from '../state.ts';

/** The keys that are in the state on every way to a place, with their scope; `anything` where that cannot be known. */
export type Written = ReadonlyMap<string, StateScope> | 'anything';

/** What is there on either of two ways. */
export function common(a: Written, b: Written): Written {
  if (a === 'anything') return b;
  if (b === 'anything' || a === b) return a;
  let both: Map<string, StateScope> | undefined;
  for (const [key, scope] of a) {
    const other = b.get(key);
    if (other === scope || (other === 'shared' && scope === 'transient')) continue;
    both ??= new Map(a);
    if (other === undefined) both.delete(key);
    else both.set(key, other);
  }
  return both ?? a;
}

/** Whether the same is there. */
export function isSame(a: Written, b: Written): boolean {
  if (a === b) return true;
  if (a === 'anything' || b === 'anything') return false;
  return a.size === b.size && [...a].every(([key, scope]) => b.get(key) === scope);
}

/** Of what an inner journey writes, shared state comes out and transient state does not. */
export function cameOut(left: Written, before: Written): Written {
  if (left === 'anything' || before === 'anything') return left;
  return new Map([...left].filter(([key, scope]) => scope === 'shared' || before.has(key)));
}
