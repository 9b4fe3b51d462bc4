/** Above so many pairs of lines the middle of two texts is taken to have nothing in common. */
const mostPairs = 4_000_000;

/** What two lists have in common in the same order, as pairs of indexes; as many as there can be. */
export function alignment(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [
    ...Array.from({ length: head }, (_, index) => [index, index] as const),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)).map(
      ([i, j]) => [i + head, j + head] as const,
    ),
    ...Array.from(
      { length: tail },
      (_, index) => [before.length - tail + index, after.length - tail + index] as const,
    ),
  ];
}

/** By the table of the longest common subsequence. */
function middle(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const width = after.length + 1;
  if (before.length * after.length > mostPairs) return [];
  const longest = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
