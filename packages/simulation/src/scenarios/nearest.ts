/** A sentence that offers the nearest candidate, or else says what there is; begins with a blank. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  if (near !== undefined) return ` Did you mean ${near}?`;
  return candidates.length === 0 ? '' : ` There is ${candidates.slice(0, 10).join(', ')}.`;
}

/** The candidate that a misspelt word was probably meant to be; undefined: none is near. */
function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = word.toLowerCase();
  const farthest = Math.max(2, Math.floor(word.length / 2));
  let found: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(folded, candidate.toLowerCase());
    if (distance <= farthest && distance < (found?.distance ?? Infinity)) found = { candidate, distance };
  }
  return found?.candidate;
}

/** How many letters must be put in, taken out or exchanged to make one word another (Levenshtein). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    let diagonal = index;
    row = row.reduce<number[]>(
      (next, above, column) => {
        if (column === 0) return next;
        const replaced = diagonal + (letter === other[column - 1] ? 0 : 1);
        diagonal = above;
        next.push(Math.min(replaced, above + 1, (next[column - 1] ?? 0) + 1));
        return next;
      },
      [index + 1],
    );
  }
  return row[other.length] ?? 0;
}
