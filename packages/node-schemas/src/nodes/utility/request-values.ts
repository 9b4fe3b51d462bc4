import { Pairs, Texts } from '../../fields.ts';
import type { ConfigFault } from '../../node-type.ts';

/** The property that says which parts of the request go to which keys. */
export const keptValues = (parts: string) =>
  Pairs({
    title: `Allowed ${parts}`,
    description: `The ${parts} to keep, each with the key of the shared state that gets its values, as a list.`,
  });

/** The property that says which values hold several, with commas between them. */
export const splitValues = (parts: string) =>
  Texts({
    title: `Allowed ${parts} to be delimited`,
    description: `Which of those ${parts} hold several values with commas between them; the others are kept as one.`,
  });

/** What is wrong with the values that a node takes from the request: something is kept, and only what is kept is split. */
export function faultsOfRequestValues(
  kept: readonly [property: string, pairs: Readonly<Record<string, string>>],
  split: readonly [property: string, names: readonly string[]],
): readonly ConfigFault[] {
  const stray = split[1].filter((name) => !Object.hasOwn(kept[1], name));
  return [
    ...(Object.keys(kept[1]).length === 0 ? [{ property: kept[0], message: 'must name at least one' }] : []),
    ...stray.map((name) => ({ property: split[0], message: `names ${name}, which is not kept` })),
  ];
}
