import type { FoundJourney } from '@journeyman/node-schemas';
import { UsageError } from './usage-error.ts';

/** The values of an option that may be given several times. */
export function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** The journeys of the names that are asked for, or all. A name that was not found is wrong usage. */
export function chooseJourneys(
  journeys: readonly FoundJourney[],
  names: readonly string[],
): readonly FoundJourney[] {
  const missing = names.find((name) => !journeys.some((journey) => journey.name === name));
  if (missing === undefined) {
    return names.length === 0 ? journeys : journeys.filter(({ name }) => names.includes(name));
  }
  const found = journeys.map(({ name }) => JSON.stringify(name)).join(', ') || 'none';
  throw new UsageError(`There is no journey ${JSON.stringify(missing)}; found: ${found}.`);
}

/** What is wrong where one journey is wanted and there are several: which they are, and how to choose. */
export function severalJourneys(journeys: readonly FoundJourney[]): UsageError {
  const names = journeys.slice(0, 10).map(({ name, realm }) => `${JSON.stringify(name)} of ${realm}`);
  const more = journeys.length > names.length ? ` and ${journeys.length - names.length} more` : '';
  return new UsageError(
    `These are ${journeys.length} journeys: ${names.join(', ')}${more}. One is expected (--journey <name>, or fewer paths), or --out <folder> for all.`,
  );
}
