import { alignment } from './alignment.ts';

/**
 * Three lists of texts merged: what one side changed is taken from it. Undefined where both changed the same place in different
 * ways.
 */
export function mergeSequence(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  const inOurs = new Map(alignment(base, ours));
  const inTheirs = new Map(alignment(base, theirs));
  const merged: string[] = [];
  const at = { base: 0, ours: 0, theirs: 0 };
  for (let index = 0; index <= base.length; index++) {
    const isEnd = index === base.length;
    const our = isEnd ? ours.length : inOurs.get(index);
    const their = isEnd ? theirs.length : inTheirs.get(index);
    if (our === undefined || their === undefined) continue;
    const chunk = mergeChunk(
      base.slice(at.base, index),
      ours.slice(at.ours, our),
      theirs.slice(at.theirs, their),
    );
    if (chunk === undefined) return undefined;
    merged.push(...chunk, ...base.slice(index, index + 1));
    at.base = index + 1;
    at.ours = our + 1;
    at.theirs = their + 1;
  }
  return merged;
}

function mergeChunk(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  if (isSame(ours, theirs) || isSame(base, theirs)) return ours;
  return isSame(base, ours) ? theirs : undefined;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
