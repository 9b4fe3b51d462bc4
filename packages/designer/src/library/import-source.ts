import { type CollectionFinding, type FoundJourney, readCollection } from '@journeyman/node-schemas';
import type { ChosenFiles } from './chosen-files.ts';

/** What files hold: journeys, and what of them could not be read or is worth knowing. */
export interface ImportSource {
  readonly journeys: readonly FoundJourney[];
  readonly findings: readonly CollectionFinding[];
}

/** The journeys in files, whatever tool wrote them. */
export function readSource({ files, findings }: ChosenFiles): ImportSource {
  const collection = readCollection(files);
  return { journeys: collection.journeys, findings: [...findings, ...collection.findings] };
}

/** The realms that journeys come from, `/` first. */
export function realmsOf({ journeys }: ImportSource): readonly string[] {
  return [...new Set(journeys.map(({ realm }) => realm))].sort();
}
