import { posix } from 'node:path';
import type { FileFinding, FoundJourney, Journey } from '@journeyman/node-schemas';
import { isJsonObject } from '@journeyman/node-schemas';
import { readScenarios, type Scenario, suggestion } from '@journeyman/simulation';
import type { JourneysInPlace } from '../journeys-in-place.ts';
import type { SuiteTitle } from './verdict.ts';

const ending = '.scenarios.yaml';

/** What scenarios can say of a realm. */
type RealmGiven = NonNullable<Scenario['given']['realm']>;

/** A journey with its scenarios. */
export interface Suite {
  readonly found: FoundJourney;
  /** Those of its realm, by name. */
  readonly journeys: ReadonlyMap<string, Journey>;
  /** Where its scenarios stand, or would. */
  readonly file: string;
  /** Undefined: there is no such file. */
  readonly text: string | undefined;
  readonly scenarios: readonly Scenario[];
  /** What holds of the realm where a scenario says nothing else. */
  readonly realm: RealmGiven;
  /** What is wrong with the file; then it gives no scenarios. */
  readonly findings: readonly FileFinding[];
  /** It was not asked for, but runs a journey that was: its scenarios take outcomes of that one too. */
  readonly isOuter?: boolean;
}

/** A file of scenarios that gives none, and why. */
export interface Unreadable extends SuiteTitle {
  readonly findings: readonly FileFinding[];
}

/** The journeys of a collection, each with the scenarios of `<Name>.scenarios.yaml` beside it; and such files without a journey. */
export function suitesIn(collection: JourneysInPlace): {
  readonly suites: readonly Suite[];
  readonly orphans: readonly Unreadable[];
} {
  const texts = new Map(collection.files.map(({ path, text }) => [path, text]));
  const realms = Map.groupBy(collection.journeys, ({ realm }) => realm);
  const suites = [...realms].flatMap(([realm, members]) => {
    const all = [...collection.others.filter((other) => other.realm === realm), ...members];
    const journeys = new Map(all.map(({ name, journey }) => [name, journey]));
    const settings = collection.realms.get(realm)?.authentication;
    const given = { ...(isJsonObject(settings) ? ofRealm(settings) : {}), name: realm };
    return members.map((found): Suite => {
      const file = scenariosFileOf(found);
      const text = texts.get(file);
      const suite = { found, journeys, file, text, realm: given };
      if (text === undefined) return { ...suite, scenarios: [], findings: [] };
      const read = readScenarios(text, found.name, journeys);
      return read.status === 'refused'
        ? { ...suite, scenarios: [], findings: read.findings }
        : { ...suite, scenarios: read.scenarios, findings: [] };
    });
  });
  const claimed = new Set(suites.map(({ file }) => file));
  const orphans = collection.files
    .filter(({ path }) => path.endsWith(ending) && !claimed.has(path))
    .map(({ path }) => orphanAt(path, collection));
  return { suites, orphans };
}

/** Where the scenarios of a journey stand, or would. */
export function scenariosFileOf({ file, name }: FoundJourney): string {
  return posix.join(posix.dirname(file), `${name}${ending}`);
}

function orphanAt(file: string, collection: JourneysInPlace): Unreadable {
  const journeys = [...collection.journeys, ...collection.others];
  const name = posix.basename(file, ending);
  const folder = posix.dirname(file);
  const beside = journeys.filter((found) =>
    [folder, posix.dirname(folder)].includes(posix.dirname(posix.dirname(found.file))),
  );
  const names = new Set((beside.length > 0 ? beside : journeys).map((found) => found.name));
  const journey = posix.join(folder, `${name}.journey.json`);
  const isBroken = collection.findings.some((finding) => finding.file === journey);
  const message = isBroken
    ? `The journey beside these scenarios cannot be read: ${journey}.`
    : `There is no journey ${JSON.stringify(name)} beside these scenarios.${suggestion(name, [...names])}`;
  return {
    found: { name, realm: beside[0]?.realm ?? '/' },
    file,
    scenarios: [],
    findings: [{ line: 1, column: 1, message }],
  };
}

/** The settings of a `realm.json` that runs depend on. */
function ofRealm({
  locale,
  authenticationSessionsMaxDuration: minutes,
  loginSuccessUrl,
  loginFailureUrl,
  validGotoUrls,
}: FoundJourney['exported']): RealmGiven {
  return {
    ...(typeof locale === 'string' ? { locale } : {}),
    ...(typeof minutes === 'number' ? { authenticationSessionsMaxDuration: minutes } : {}),
    ...(typeof loginSuccessUrl === 'string' ? { loginSuccessUrl } : {}),
    ...(typeof loginFailureUrl === 'string' ? { loginFailureUrl } : {}),
    ...(Array.isArray(validGotoUrls) ? { validGotoUrls: validGotoUrls.map(String) } : {}),
  };
}
