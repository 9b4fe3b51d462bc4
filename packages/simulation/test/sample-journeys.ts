import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Journey, readJourney } from '@journeyman/node-schemas';

const root = join(import.meta.dirname, '../../../journeys');

/** Where the files of a sample realm are. */
export const realmFolder = (realm = '.') => join(root, realm);

/** The project's own journeys of a realm, by name. */
export function sampleJourneys(realm = '.'): ReadonlyMap<string, Journey> {
  const names = readdirSync(realmFolder(realm), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'realms')
    .map(({ name }) => name);
  return new Map(names.map((name) => [name, journeyIn(realm, name)]));
}

function journeyIn(realm: string, name: string): Journey {
  const read = readJourney(readFileSync(join(realmFolder(realm), name, `${name}.journey.json`), 'utf8'));
  if (read.status === 'refused') throw new Error(`${name} cannot be read.`);
  return read.journey;
}
