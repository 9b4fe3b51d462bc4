import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { FoundJourney, Severity } from '@journeyman/node-schemas';
import { type Accepted, type Baseline, baselineText } from './baseline.ts';
import type { Finding } from './findings.ts';
import { hasNeighbours, identityOf, numbered } from './identity.ts';

/** What was checked, and what was found there. */
export interface Checked {
  readonly paths: readonly string[];
  readonly journeys: readonly FoundJourney[];
  /** The journeys beside them, of which nothing is told. */
  readonly others: readonly FoundJourney[];
  readonly findings: readonly Finding[];
  /** Those that are told. */
  readonly levels: readonly Severity[];
}

/** Findings beside a baseline. */
export interface Compared {
  /** Those that are told and not accepted. */
  readonly open: readonly Finding[];
  /** Entries of what was checked that nothing is found of. */
  readonly stale: readonly Accepted[];
  /** Entries that accept nothing: of files that cannot be read, and such as do not say which finding they mean. */
  readonly unclear: readonly Accepted[];
}

/** What a baseline does not accept, and which of its entries accept nothing. */
export function compared({ file, accepted }: Baseline, checked: Checked): Compared {
  const candidates = candidatesFor(checked.findings, file);
  const known = accepted.map((entry) => ({ entry, key: keyOf(entry, file) }));
  const clear = known.filter(({ entry }) => !isUnclear(entry));
  const keys = new Set(clear.map(({ key }) => key));
  const found = keysOf(candidates);
  const wasLookedAt = lookedAt(file, checked);
  return {
    open: candidates.flatMap((each) =>
      isTold(each, checked) && !each.keys.some((key) => keys.has(key)) ? [each.finding] : [],
    ),
    stale: clear.flatMap(({ entry, key }) => (!found.has(key) && wasLookedAt(entry) ? [entry] : [])),
    unclear: accepted.filter(isUnclear),
  };
}

/**
 * The text of a baseline that accepts what is told, but for files that cannot be read. Entries that are there keep their reasons,
 * others get the one given; `kept` counts those of what was not looked at, which stay as they are.
 */
export function renewed(
  { file, accepted }: Baseline,
  checked: Checked,
  reason: string,
): { readonly text: string; readonly accepted: number; readonly kept: number } {
  const candidates = candidatesFor(checked.findings, file);
  const told = candidates.filter((each) => isTold(each, checked) && !isUnreadable(each.finding));
  const untold = keysOf(candidates.filter((each) => !isTold(each, checked)));
  const renewedKeys = keysOf(told);
  const wasLookedAt = lookedAt(file, checked);
  const known = accepted.map((entry) => ({ entry, key: keyOf(entry, file) }));
  const kept = known.filter(
    ({ entry, key }) =>
      !renewedKeys.has(key) && !isUnreadable(entry) && (untold.has(key) || !wasLookedAt(entry)),
  );
  const reasons = new Map(known.map(({ entry, key }) => [key, entry.reason]));
  const written = told.map(({ entry, keys }) => {
    const [key = ''] = keys;
    const same = keys.find((each) => reasons.has(each));
    return { key, entry: { ...entry, reason: reasons.get(same ?? '') ?? reason } };
  });
  const all = [...written, ...kept].sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ entry }) => entry);
  return { text: baselineText(all), accepted: written.length, kept: kept.length };
}

/** What cannot be read may hold anything, so nobody can accept it. */
export const isUnreadable = ({ code }: Pick<Accepted, 'code'>) => code === 'unreadable-file';

/** A finding, the entry that it would have, without a reason, and the keys of the entries that accept it. */
interface Candidate {
  readonly finding: Finding;
  readonly entry: Accepted;
  readonly keys: readonly string[];
}

function candidatesFor(findings: readonly Finding[], baseline: string): readonly Candidate[] {
  const firsts = findings.map((finding): Accepted => {
    const identity = identityOf(finding);
    return { ...identity, file: fromBaseline(identity.file, baseline), occurrence: 1, reason: '' };
  });
  const numbers = numbered(firsts, exactKeyOf);
  const taken = new Set<string>();
  return findings.flatMap((finding, index) => {
    const first = firsts[index];
    if (first === undefined) return [];
    const entry = { ...first, occurrence: numbers.get(first) ?? 1 };
    // An entry that says less stands for one finding all the same.
    const others = lessExactKeysOf(entry).filter((key) => !taken.has(key));
    for (const key of others) taken.add(key);
    return [{ finding, entry, keys: [exactKeyOf(entry), ...others] }];
  });
}

const keysOf = (candidates: readonly Candidate[]) => new Set(candidates.flatMap(({ keys }) => keys));

const isTold = ({ finding }: Candidate, { levels }: Checked) => levels.includes(finding.severity);

/** What an entry is known by. The file of a journey counts as long as it is there, so that journeys can be moved. */
function keyOf(entry: Accepted, baseline: string): string {
  const { severity, journey, file } = entry;
  if (severity === '') return roughKeyOf(entry);
  const isMoved = journey !== '' && file !== '' && !existsSync(resolve(dirname(baseline), file));
  return exactKeyOf(isMoved ? { ...entry, file: '' } : entry);
}

const exactKeyOf = (entry: Accepted) =>
  JSON.stringify([roughKeyOf(entry), entry.severity, entry.file, entry.about, entry.occurrence]);

/** What is known without severity, file and `about`. */
const roughKeyOf = ({ code, realm, journey, node, outcome, property }: Accepted) =>
  JSON.stringify([code, realm, journey, node, outcome, property]);

/** An entry without a severity accepts what it names at its mildest. */
function lessExactKeysOf(entry: Accepted): readonly string[] {
  const { code, severity, journey } = entry;
  const isMild = (mildest.get(code) ?? severity) === severity;
  return [
    ...(journey === '' ? [] : [exactKeyOf({ ...entry, file: '' })]),
    ...(isMild ? [roughKeyOf(entry)] : []),
  ];
}

/** For the codes that are not always as severe. */
const mildest: ReadonlyMap<string, Severity> = new Map([
  ['recovery-codes-not-made', 'note'],
  ['too-few-factors', 'warning'],
]);

function isUnclear(entry: Accepted): boolean {
  const { code, severity, journey } = entry;
  return isUnreadable(entry) || (severity === '' && (journey === '' || hasNeighbours(code)));
}

/** Tells of entries whether what they accept would have been found and told if it were still there. */
function lookedAt(
  baseline: string,
  { levels, paths, journeys, others, findings }: Checked,
): (entry: Accepted) => boolean {
  const checked = new Set(journeys.map(({ realm, name }) => JSON.stringify([realm, name])));
  const broken = new Set(findings.filter(isUnreadable).map((finding) => absolute(finding.file)));
  const given = paths.map(absolute);
  return ({ severity, realm, journey, file }) => {
    if (severity !== '' && !levels.includes(severity)) return false;
    if (file === '') return checked.has(JSON.stringify([realm, journey]));
    const place = file === '-' ? file : resolve(dirname(baseline), file);
    const isGiven = given.includes(place);
    const isBelow = given.some((path) => place.startsWith(`${path}${sep}`));
    // What files say of each other is found where all are checked.
    return journey === '' ? isBelow && others.length === 0 : (isGiven || isBelow) && !broken.has(place);
  };
}

/** Standard input is nowhere. */
const absolute = (path: string) => (path === '-' ? path : resolve(path));

function fromBaseline(file: string, baseline: string): string {
  return file === '-' ? file : relative(dirname(resolve(baseline)), resolve(file)).replaceAll(sep, '/');
}
