import type { Policy } from '@journeyman/node-schemas';
import { suggestion } from '@journeyman/simulation';
import { chooseJourneys } from '../choose-journeys.ts';
import { type JourneysInPlace, policyInPlace } from '../journeys-in-place.ts';
import { UsageError } from '../usage-error.ts';
import { floorVerdict, suiteCoverage } from './coverage.ts';
import { type Rehearsed, rehearse, unreadable } from './run-suites.ts';
import type { Suite, Unreadable } from './suites.ts';
import type { SuiteRun, Verdict } from './verdict.ts';

/** Which scenarios are wanted: of journeys by their names, and by a part of their own names; none given means all. */
export interface Wanted {
  readonly journeys: readonly string[];
  readonly scenarios: readonly string[];
}

/** Those of all suites that are wanted, with the scenarios that are. Wrong usage where there are none. */
export function wantedSuites(suites: readonly Suite[], { journeys, scenarios }: Wanted): readonly Suite[] {
  const all = suites.map(({ found }) => found);
  const chosen = new Set(chooseJourneys(all, journeys, (missing, found) => `.${suggestion(missing, found)}`));
  const parts = scenarios.map((part) => part.toLowerCase());
  const isWanted = (name: string) => parts.some((part) => name.toLowerCase().includes(part));
  const wanted = suites
    .filter(({ found }) => chosen.has(found))
    .map((suite) =>
      parts.length === 0
        ? suite
        : { ...suite, scenarios: suite.scenarios.filter(({ name }) => isWanted(name)) },
    );
  if (parts.length === 0) return wanted;
  const found = wanted.filter((suite) => suite.scenarios.length > 0);
  if (found.length > 0) return found;
  throw new UsageError(
    `No scenario has ${scenarios.map((part) => JSON.stringify(part)).join(' or ')} in its name.`,
  );
}

/** What holds of a collection; undefined: nothing does. A policy that cannot hold is wrong usage: `check` tells more. */
export function policyOf(collection: JourneysInPlace): Policy | undefined {
  const policy = policyInPlace(collection);
  if (policy?.status !== 'refused') return policy?.policy;
  const [fault] = policy.findings;
  throw new UsageError(`${policy.file.path}:${fault?.line}:${fault?.column}: ${fault?.message}`);
}

/** Runs suites over the engine. Inner journeys are covered by the scenarios of those that enter them as well. */
export async function runSuites(
  suites: readonly Suite[],
  told: (verdict: Verdict) => void,
): Promise<readonly Rehearsed[]> {
  const rehearsed: Rehearsed[] = [];
  for (const suite of suites) rehearsed.push(await rehearse(suite, told));
  return rehearsed;
}

/** What comes of a file of scenarios that cannot be read, or belongs to no journey. */
export function unreadableRun(suite: Unreadable): SuiteRun {
  return { suite, verdicts: [unreadable(suite)] };
}

/** Judges what was rehearsed. `isPartial`: it says nothing of what the policy demands. */
export function judged(
  rehearsed: readonly Rehearsed[],
  policy: Policy | undefined,
  isPartial: boolean,
): readonly SuiteRun[] {
  const ofRealm = Map.groupBy(rehearsed, ({ suite }) => suite.found.realm);
  return rehearsed.map(({ suite, verdicts }): SuiteRun => {
    const unread = suite.findings.length === 0 ? [] : [unreadable(suite)];
    if (suite.isOuter) return { suite, verdicts: [...unread, ...verdicts] };
    const passes = (ofRealm.get(suite.found.realm) ?? []).flatMap((each) => each.passes);
    const coverage = suiteCoverage(suite, passes, policy);
    const floor = isPartial || suite.findings.length > 0 ? undefined : floorVerdict(suite, coverage);
    return {
      suite,
      coverage,
      verdicts: [...unread, ...verdicts, ...(floor === undefined ? [] : [floor])],
    };
  });
}
