import { createRequire } from 'node:module';
import { basename, dirname, resolve, sep } from 'node:path';
import {
  isJsonObject,
  isPlaceholder,
  type Json,
  type JsonPath,
  locator,
  parseJson,
  type SourceFile,
} from '@journeyman/node-schemas';
import type { JourneysInPlace } from '../journeys-in-place.ts';
import type { Finding } from './findings.ts';

/** What the service refuses in each `realm.json`, and default journeys that are not there. What is no JSON is told with the files. */
export function realmFindings(collection: JourneysInPlace): readonly Finding[] {
  return collection.files.filter(isOfRealm).flatMap((file) => {
    const parsed = parseJson(file.text);
    if (parsed.status === 'refused') return [];
    return [...refused(file, parsed.value), ...withoutDefault(file, parsed.value, collection)];
  });
}

const isOfRealm = ({ path }: SourceFile) => basename(path) === 'realm.json';

/** Loaded with the first `realm.json`: journeys without one are not to wait for it. */
const settings = () =>
  createRequire(import.meta.url)(
    '@journeyman/runtime/realm-settings',
  ) as typeof import('@journeyman/runtime/realm-settings');

function refused(file: SourceFile, value: Json): readonly Finding[] {
  const { fillPlaceholders, realmConfigurationFrom } = settings();
  // What the environment of the service will say is not known here.
  const { value: filled, missing } = fillPlaceholders(value, {});
  const configuration = realmConfigurationFrom(filled);
  if (!Array.isArray(configuration)) return [];
  const open = new Set(missing.map(({ path }) => path.join('.')));
  const locate = locator(file.text);
  return configuration
    .map(({ path, message }) => ({ path, property: path.join('.'), message }))
    .filter(({ property }) => !open.has(property))
    .map(({ path, property, message }) => ({
      file: file.path,
      ...locate(withIndexes(path)),
      severity: 'error',
      code: 'wrong-realm',
      message,
      ...(property === '' ? {} : { property }),
    }));
}

/** The parts of a path that are numbers stand for items of lists: no setting has such a name. */
const withIndexes = (path: readonly string[]): JsonPath =>
  path.map((part) => (/^\d+$/.test(part) ? Number(part) : part));

function withoutDefault(file: SourceFile, value: Json, collection: JourneysInPlace): readonly Finding[] {
  const name = isJsonObject(value) ? value.defaultJourney : undefined;
  if (typeof name !== 'string' || name === '' || isPlaceholder(name) || !collection.isWhole) return [];
  const isInside = isIn(dirname(file.path));
  const unread = collection.findings.some(
    (finding) => finding.severity === 'error' && isInside(finding.file),
  );
  const isThere = collection.journeys.some((found) => found.name === name && isInside(found.file));
  if (unread || isThere || name === settings().administratorJourneyName) return [];
  const message = `There is no journey ${JSON.stringify(name)} in this realm, so that none runs where none is named. Mend the name, or remove it.`;
  return [
    {
      file: file.path,
      ...locator(file.text)(['defaultJourney']),
      severity: 'warning',
      code: 'wrong-realm',
      message,
      property: 'defaultJourney',
    },
  ];
}

/** Whether a file is in the folder of a realm, and not in that of one below it. */
function isIn(folder: string): (file: string) => boolean {
  const below = (...parts: readonly string[]) => resolve(folder, ...parts) + sep;
  return (file) => resolve(file).startsWith(below()) && !resolve(file).startsWith(below('realms'));
}
