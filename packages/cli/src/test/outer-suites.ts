import { existsSync } from 'node:fs';
import { type FoundJourney, innerJourneysOf } from '@journeyman/node-schemas';
import { filesOf } from '../journeys-at.ts';
import type { JourneysInPlace } from '../journeys-in-place.ts';
import { type Suite, scenariosFileOf, suitesIn } from './suites.ts';

/** The scenarios of the journeys in a collection, and beside it, that run those of some suites, or run others that do. */
export async function outerSuites(
  suites: readonly Suite[],
  collection: JourneysInPlace,
): Promise<readonly Suite[]> {
  const all = [...collection.journeys, ...collection.others];
  const outer = journeysThatRun(
    suites.map(({ found }) => found),
    all,
  );
  const paths = outer.map(scenariosFileOf).filter((path) => existsSync(path));
  if (paths.length === 0) return [];
  const files = await filesOf(paths);
  const others = all.filter((found) => !outer.includes(found));
  const found = suitesIn({ ...collection, journeys: outer, others, files });
  return found.suites.flatMap((suite) => (suite.text === undefined ? [] : [{ ...suite, isOuter: true }]));
}

function journeysThatRun(
  inner: readonly FoundJourney[],
  all: readonly FoundJourney[],
): readonly FoundJourney[] {
  const keyOf = (realm: string, name: string) => JSON.stringify([realm, name]);
  const runners = Map.groupBy(
    all.flatMap((found) => innerJourneysOf(found.journey).map((name) => ({ found, name }))),
    ({ found, name }) => keyOf(found.realm, name),
  );
  const closure = new Set(inner);
  for (const { realm, name } of closure) {
    for (const { found } of runners.get(keyOf(realm, name)) ?? []) closure.add(found);
  }
  return [...closure].slice(inner.length);
}
