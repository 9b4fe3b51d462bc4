import type { FileFinding, Position } from '@journeyman/node-schemas';
import type { Coverage } from '@journeyman/simulation';
import type { Suite } from './suites.ts';

/** What came of one thing that was tested: a scenario, a file of them, or how much of a journey they take. */
export type Verdict = {
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

/** What came of the scenarios of one journey. */
export interface SuiteRun {
  readonly suite: Suite;
  readonly verdicts: readonly Verdict[];
  /** Undefined where nobody could see which way was taken. */
  readonly coverage: SuiteCoverage | undefined;
}

/** How reports for programs name a suite: `PushLogin`, `/alpha/PushLogin`. */
export function titleOf({ found: { name, realm } }: Suite): string {
  return realm === '/' ? name : `${realm}/${name}`;
}

/** How many verdicts of each kind there are. */
export function countsOf(runs: readonly SuiteRun[]): Readonly<Record<Verdict['status'], number>> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { verdicts } of runs) for (const { status } of verdicts) counts[status] += 1;
  return counts;
}
