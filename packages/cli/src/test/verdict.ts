import type { FileFinding, FoundJourney, Position } from '@journeyman/node-schemas';
import type { Coverage } from '@journeyman/simulation';
import type { Suite } from './suites.ts';

/** What came of one thing that was tested: a scenario, a file of them, or how much of a journey they take. */
export type Verdict = {
  readonly kind: 'scenario' | 'file' | 'coverage';
  readonly name: string;
  readonly file: string;
  readonly at: Position;
  readonly ms: number;
  /** What a scenario expects and a server does not let one see, in a few words each; absent: nothing. */
  readonly notCompared?: readonly string[];
} & (
  | { readonly status: 'passed' }
  | { readonly status: 'failed'; readonly failures: readonly FileFinding[] }
  /** It cannot be tested there. */
  | { readonly status: 'skipped'; readonly reason: string }
);

/** How much of a journey scenarios take. */
export interface SuiteCoverage extends Coverage {
  /** Percent of the outcomes that count, rounded down. */
  readonly percent: number;
  /** Percent that the policy demands; undefined: nothing is demanded. */
  readonly floor: number | undefined;
}

/** What reports tell of a suite, which may have no journey. */
export interface SuiteTitle extends Pick<Suite, 'file' | 'scenarios' | 'isOuter'> {
  readonly found: Pick<FoundJourney, 'name' | 'realm'>;
}

/** What came of the scenarios of one journey. Coverage is undefined where nobody asked for it, or could see which way was taken. */
export type SuiteRun = { readonly verdicts: readonly Verdict[] } & (
  | { readonly suite: Suite; readonly coverage: SuiteCoverage }
  | { readonly suite: SuiteTitle; readonly coverage?: undefined }
);

/** How reports for programs name a suite: `PushLogin`, `/alpha/PushLogin`. */
export function titleOf({ found: { name, realm } }: SuiteTitle): string {
  return realm === '/' ? name : `${realm}/${name}`;
}

/** How many verdicts of some kinds there are, of all kinds where none is named, by what came of them. */
export function countsOf(
  runs: readonly SuiteRun[],
  kinds: readonly Verdict['kind'][] = ['scenario', 'file', 'coverage'],
): Readonly<Record<Verdict['status'], number>> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { kind, status } of runs.flatMap(({ verdicts }) => verdicts)) {
    if (kinds.includes(kind)) counts[status] += 1;
  }
  return counts;
}
