/** The middle of some numbers; of an even number of them the mean of the two in the middle. NaN for none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** Each number of one row divided by that of another at the same place: what two servers did in the same round. */
export function ratios(of: readonly number[], to: readonly number[]): readonly number[] {
  return of.map((number, round) => number / (to[round] ?? Number.NaN));
}

/** The same in another order, by chance. */
export function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
