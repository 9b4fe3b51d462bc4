import type { FoundJourney } from '@journeyman/node-schemas';
import { UsageError } from './usage-error.ts';

/** The folder that journeys are kept in where nobody names another. */
export const usualFolder = 'journeys';

/** The paths that are given, or the usual folder. */
export function pathsOrUsual(paths: readonly string[]): readonly string[] {
  return paths.length === 0 ? [usualFolder] : paths;
}

/** What is wrong where there is no journey at all, or none of a realm. */
export function noJourneyIn(paths: readonly string[], realm?: string): UsageError {
  const ofRealm = realm === undefined ? '' : ` of realm ${realm}`;
  return new UsageError(`There is no journey in ${paths.join(', ')}${ofRealm}.`);
}

/** The value of `--realm`; undefined where none is given. What is no path of a realm is wrong usage. */
export function realmIn(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const realm = String(value);
  if (/^\/(?:[^/\\]+(?:\/[^/\\]+)*)?$/.test(realm)) return realm;
  throw new UsageError(`--realm is ${JSON.stringify(realm)}; a path such as / or /alpha is expected.`);
}

/** The journeys of the realm that is asked for, or all. That there is none is wrong usage. */
export function journeysOfRealm(
  journeys: readonly FoundJourney[],
  realm: string | undefined,
  paths: readonly string[],
): readonly FoundJourney[] {
  const found = journeys.filter((journey) => realm === undefined || journey.realm === realm);
  if (found.length === 0) throw noJourneyIn(paths, realm);
  return found;
}

/** The values of an option that may be given several times. */
export function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** The journeys of the names that are asked for, or all. A name that was not found is wrong usage; `hint` says what there is. */
export function chooseJourneys(
  journeys: readonly FoundJourney[],
  names: readonly string[],
  hint: (missing: string, found: readonly string[]) => string = listed,
): readonly FoundJourney[] {
  const missing = names.find((name) => !journeys.some((journey) => journey.name === name));
  if (missing === undefined) {
    return names.length === 0 ? journeys : journeys.filter(({ name }) => names.includes(name));
  }
  const found = [...new Set(journeys.map(({ name }) => name))];
  throw new UsageError(`There is no journey ${JSON.stringify(missing)}${hint(missing, found)}`);
}

const listed = (_: string, found: readonly string[]) =>
  `; found: ${found.map((name) => JSON.stringify(name)).join(', ') || 'none'}.`;

/** What is wrong where one journey is wanted and there are several: which they are, and how to choose. */
export function severalJourneys(journeys: readonly FoundJourney[]): UsageError {
  const names = journeys.slice(0, 10).map(({ name, realm }) => `${JSON.stringify(name)} of ${realm}`);
  const more = journeys.length > names.length ? ` and ${journeys.length - names.length} more` : '';
  return new UsageError(
    `These are ${journeys.length} journeys: ${names.join(', ')}${more}. One is expected (--journey <name>, or fewer paths), or --out <folder> for all.`,
  );
}
