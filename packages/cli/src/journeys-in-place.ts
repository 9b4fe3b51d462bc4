import { basename, relative, resolve, sep } from 'node:path';
import {
  type Collection,
  type CollectionFinding,
  type FoundJourney,
  parseJson,
  readCollection,
  readPolicyText,
  realmOfPath,
  type SourceFile,
} from '@journeyman/node-schemas';
import { homeOf, isPolicy } from './home-of.ts';
import { filesOf } from './journeys-at.ts';

/** Journeys where they stand, with what holds of them there: the same whether one is named or the folder of all. */
export interface JourneysInPlace extends Omit<Collection, 'policy'> {
  /** Those that were asked for, and the policy and the settings of realms that hold of them. */
  readonly files: readonly SourceFile[];
  /** The journeys beside them, of which nothing is told. */
  readonly others: readonly FoundJourney[];
  /** Whether all of the folder that they belong to was asked for. */
  readonly isWhole: boolean;
}

/** The journeys in files and folders as `journeysAt` reads them, among those of the folder that they belong to. */
export async function journeysInPlace(paths: readonly string[]): Promise<JourneysInPlace> {
  const files = await filesOf(paths);
  const homes = paths.flatMap((path) => homeOf(path) ?? []);
  const realmOf = realmBelow(homes);
  const own = readCollection(files, realmOf);
  const missing = missingAmong(homes, paths);
  if (missing.length === 0) return { ...own, files, others: [], isWhole: true };

  const around = await filesAround(missing, files);
  const { journeys, realms } = readCollection(around, realmOf);
  const settings = around.filter(({ path }) => isSettings(path));
  const keys = new Set(own.journeys.map(keyOf));
  return {
    ...own,
    findings: [...own.findings, ...settings.flatMap(faultIn)],
    realms: new Map([...realms, ...own.realms]),
    files: [...files, ...settings],
    others: journeys.filter((journey) => !keys.has(keyOf(journey))),
    isWhole: false,
  };
}

/** The policy that holds of journeys, and its file: of several the one that is highest up, even if it says nothing that can hold. */
export function policyInPlace({
  files,
}: Pick<JourneysInPlace, 'files'>):
  | ({ readonly file: SourceFile } & ReturnType<typeof readPolicyText>)
  | undefined {
  const policies = files.filter(({ path }) => basename(path) === 'policy.json');
  const file = policies.sort((a, b) => depthOf(a.path) - depthOf(b.path))[0];
  // Of what is no JSON the findings of the files tell.
  return file === undefined || parseJson(file.text).status === 'refused'
    ? undefined
    : { file, ...readPolicyText(file.text) };
}

/** The folders that journeys belong to, but for those that were asked for. */
function missingAmong(homes: readonly string[], paths: readonly string[]): readonly string[] {
  const named = new Set(paths.map((path) => resolve(path)));
  const folders = new Map(homes.map((home) => [resolve(home), home]));
  return [...folders].filter(([folder]) => !named.has(folder)).map(([, home]) => home);
}

/** The files of the folders that journeys belong to, but for those that are given. */
async function filesAround(
  homes: readonly string[],
  files: readonly SourceFile[],
): Promise<readonly SourceFile[]> {
  const given = new Set(files.map(({ path }) => resolve(path)));
  const isOurs = (path: string) =>
    basename(path) !== 'policy.json' ||
    homes.some((home) => isOfRealm(relative(home, path))) ||
    isPolicy(path);
  return filesOf(homes, (path) => !isBeside.test(path) && !given.has(resolve(path)) && isOurs(path));
}

/** What is kept beside journeys and says nothing of them to others. */
const isBeside = /\.(?:layout\.json|ya?ml|md)$/i;

/** Whether a policy is of all realms or of one, by its path below them: whatever is in it is meant to hold. */
const isOfRealm = (path: string) => /^(?:realms\/[^/]+\/)*policy\.json$/.test(path.replaceAll(sep, '/'));

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
