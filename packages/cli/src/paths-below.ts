import { join } from 'node:path';
import { type FoundJourney, folderOfRealm } from '@journeyman/node-schemas';
import { UsageError } from './usage-error.ts';

/** A journey with the file that something made of it goes into. */
export interface JourneyPath {
  readonly journey: FoundJourney;
  readonly path: string;
}

/** A file below a folder for each journey, `realms/<realm>/<Name>` with an ending. Two that would be the same are wrong usage. */
export function pathsBelow(
  folder: string,
  journeys: readonly FoundJourney[],
  ending: string,
): readonly JourneyPath[] {
  const taken = new Map<string, FoundJourney>();
  return journeys.map((journey) => {
    const name = journey.name.replaceAll(/[\p{Cc}\\/:*?"<>|]/gu, '_');
    const path = join(folder, folderOfRealm(journey.realm), `${name}${ending}`);
    const other = taken.get(path);
    if (other !== undefined) {
      throw new UsageError(
        `${path} would be written for ${other.file} and for ${journey.file}; paths with one of them are expected.`,
      );
    }
    taken.set(path, journey);
    return { journey, path };
  });
}
