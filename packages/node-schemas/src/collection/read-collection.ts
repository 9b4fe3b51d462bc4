import { interpretExport } from '../journey/journey-from.ts';
import { layoutFrom, layoutOf, withLayout } from '../journey/layout.ts';
import { type JsonPath, locator, type Position } from '../journey/position.ts';
import type { Collection, CollectionFinding, FoundJourney, Location, SourceFile } from './collection.ts';
import type { Draft, JsonFile, PlaceInFile } from './draft.ts';
import { draftsIn, meantAsJourneys, stranger } from './drafts.ts';
import { withoutCopies } from './duplicates.ts';
import { realmOfPath } from './realm-of-path.ts';

/**
 * Reads every journey in a set of files, whatever tool wrote them. What is plainly something else is passed over; what is meant
 * to be a journey and is none is told. `realmOf` gives the realm that the folders of a path stand for.
 */
export function readCollection(files: readonly SourceFile[], realmOf = realmOfPath): Collection {
  const found = draftsIn(files);
  const locate = locatorOf(files);
  const findings: CollectionFinding[] = [...found.findings];
  const read = found.drafts.flatMap((draft): FoundJourney[] => {
    const at = (path: JsonPath) => locate(draft.place(path));
    const { journey, faults } = interpretExport(draft.exported);
    for (const { path, message } of faults) findings.push({ ...at(path), severity: 'error', message });
    for (const { place, message } of draft.warnings)
      findings.push({ ...locate(place), severity: 'warning', message });
    const realm = draft.realm ?? realmOf(draft.file);
    return faults.length > 0 ? [] : [foundJourney(draft, realm, journey, at)];
  });
  const { journeys, findings: twice } = withoutCopies(read);
  const isMeant = meantAsJourneys(files);
  const strangers = found.others.filter(({ path }) => isMeant(path));
  findings.push(...twice, ...strangers.map(({ path, value }) => stranger(path, value)));
  const order = new Map(files.map(({ path }, index) => [path, index]));
  findings.sort(
    (a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) || a.line - b.line || a.column - b.column,
  );
  const policy = policyIn(found.others);
  return {
    journeys,
    findings,
    realms: new Map(
      found.others
        .filter(({ path }) => isNamed(path, 'realm.json'))
        .map(({ path, value }) => [realmOf(path), value]),
    ),
    ...(policy === undefined ? {} : { policy: { file: policy.path, value: policy.value } }),
  };
}

function foundJourney(
  draft: Draft,
  realm: string,
  journey: FoundJourney['journey'],
  locate: FoundJourney['locate'],
): FoundJourney {
  const { shape, file, files, exported, layout } = draft;
  return {
    name: journey.name,
    realm,
    shape,
    journey,
    exported,
    // Most who read journeys do not draw them.
    get layout() {
      return layoutOf(layout === undefined ? exported : withLayout(exported, layoutFrom(layout)));
    },
    file,
    files,
    locate,
  };
}

/** The one that is highest up. */
function policyIn(others: readonly JsonFile[]): JsonFile | undefined {
  const depth = ({ path }: JsonFile) => path.split('/').length;
  return others.filter(({ path }) => isNamed(path, 'policy.json')).sort((a, b) => depth(a) - depth(b))[0];
}

const isNamed = (path: string, name: string) => path.split('/').at(-1) === name;

function locatorOf(files: readonly SourceFile[]): (place: PlaceInFile) => Location {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const locators = new Map<string, (path: JsonPath) => Position>();
  return ({ file, path }) => {
    if (typeof path[0] === 'number') return { file, line: path[0] + 1, column: 1 };
    const locate = locators.get(file) ?? locator(texts.get(file) ?? '');
    locators.set(file, locate);
    const { line, column } = locate(path);
    return { file, line, column };
  };
}
