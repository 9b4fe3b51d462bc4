import { basename, relative, resolve, sep } from 'node:path';
import {
  type Collection,
  type CollectionFinding,
  type FoundJourney,
  parseJson,
  readCollection,
  realmOfPath,
  type SourceFile,
} from '@journeyman/node-schemas';
import { homeOf, isPolicy } from './home-of.ts';
import { filesOf } from './journeys-at.ts';

/** Journeys where they stand, with what holds of them there: the same whether one is named or the folder of all. */
export interface JourneysInPlace extends Collection {
  /** Those that were asked for, and the policy and the settings of realms that hold of them. */
  readonly files: readonly SourceFile[];
  /** The journeys beside them, of which nothing is told. */
  readonly others: readonly FoundJourney[];
}

/** The journeys in files and folders as `journeysAt` reads them, among those of the folder that they belong to. */
export async function journeysInPlace(paths: readonly string[]): Promise<JourneysInPlace> {
  const files = await filesOf(paths);
  const homes = paths.flatMap((path) => homeOf(path) ?? []);
  const realmOf = realmBelow(homes);
  const own = readCollection(files, realmOf);
  const around = await filesAround(paths, homes, files);
  if (around.length === 0) return { ...own, files, others: [] };

  const { journeys, realms, policy } = readCollection(around, realmOf);
  const policies = [own.policy, policy].filter((each) => each !== undefined);
  const highest = policies.sort((a, b) => depthOf(a.file) - depthOf(b.file))[0];
  const settings = around.filter(({ path }) => isSettings(path));
  const keys = new Set(own.journeys.map(keyOf));
  return {
    ...own,
    findings: [...own.findings, ...settings.flatMap(faultIn)],
    realms: new Map([...realms, ...own.realms]),
    ...(highest === undefined ? {} : { policy: highest }),
    files: [...files, ...settings],
    others: journeys.filter((journey) => !keys.has(keyOf(journey))),
  };
}

/** The files of the folders that journeys belong to, but for those that were asked for. */
async function filesAround(
  paths: readonly string[],
  homes: readonly string[],
  files: readonly SourceFile[],
): Promise<readonly SourceFile[]> {
  const named = new Set(paths.map((path) => resolve(path)));
  const folders = new Map(homes.map((home) => [resolve(home), home]));
  const missing = [...folders].filter(([folder]) => !named.has(folder)).map(([, home]) => home);
  if (missing.length === 0) return [];
  const given = new Set(files.map(({ path }) => resolve(path)));
  return filesOf(missing, (path) => !isBeside.test(path) && !given.has(resolve(path)) && isOurs(path));
}

/** What is kept beside journeys and says nothing of them to others. */
const isBeside = /\.(?:layout\.json|ya?ml|md)$/i;

const isOurs = (path: string) => basename(path) !== 'policy.json' || isPolicy(path);

/** The realm of a path below one of the folders, wherever the command runs. */
function realmBelow(homes: readonly string[]): (path: string) => string {
  if (homes.length === 0) return realmOfPath;
  const folders = homes.map((home) => resolve(home));
  return (path) => {
    const full = resolve(path);
    const home = folders.find((folder) => full.startsWith(`${folder}${sep}`));
    const realm = home === undefined ? '/' : realmOfPath(relative(home, full).replaceAll(sep, '/'));
    return realm === '/' ? realmOfPath(path) : realm;
  };
}

const isSettings = (path: string) => ['policy.json', 'realm.json'].includes(basename(path));

/** What cannot be read does not hold, which nobody would notice. */
function faultIn({ path, text }: SourceFile): readonly CollectionFinding[] {
  const parsed = parseJson(text);
  return parsed.status === 'parsed' ? [] : [{ ...parsed.finding, file: path, severity: 'error' }];
}

const depthOf = (path: string) => resolve(path).split(sep).length;

const keyOf = ({ realm, name }: FoundJourney) => JSON.stringify([realm, name]);
