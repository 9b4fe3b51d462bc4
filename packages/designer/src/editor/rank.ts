/** How well a text answers what was typed: higher is better; undefined: not every word is in it. */
function score(text: string, words: readonly string[]): number | undefined {
  const folded = fold(text);
  let total = 0;
  for (const word of words) {
    const at = folded.indexOf(word);
    if (at === 0) total += 8;
    else if (at > 0 && !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '')) total += 5;
    else if (at > 0) total += 2;
    else if (initials(folded).includes(word)) total += 4;
    else return undefined;
  }
  return total;
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const initials = (text: string) =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word[0] ?? '')
    .join('');

/** The words of a query, as `ranked` compares them. */
const wordsOf = (query: string) => fold(query).split(/\s+/).filter(Boolean);

/**
 * The items that have every word of a query, best first: words at the beginning of the first text count most, initials
 * ("ps" for Push Sender) count too, later texts count less. Without a query, all of them as they are.
 *
 * @param textsOf the texts of an item to be searched, the most important first
 */
export function ranked<Item>(
  items: readonly Item[],
  query: string,
  textsOf: (item: Item) => readonly string[],
): readonly Item[] {
  const words = wordsOf(query);
  if (words.length === 0) return items;
  const found: { item: Item; points: number }[] = [];
  for (const item of items) {
    const texts = textsOf(item);
    const points = texts.flatMap((text, index) => {
      const value = score(text, words);
      return value === undefined ? [] : [value * 10 - index * 15 - Math.min(text.length, 99) / 100];
    });
    const together = points.length === 0 ? score(texts.join(' '), words) : undefined;
    if (points.length > 0) found.push({ item, points: Math.max(...points) });
    else if (together !== undefined) found.push({ item, points: together - 100 });
  }
  return found.sort((one, other) => other.points - one.points).map(({ item }) => item);
}
