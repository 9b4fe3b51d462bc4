import type { Paint } from '../../terminal.ts';
import type { SuiteRun } from '../verdict.ts';

/** Everything that a reporter tells. */
export interface Report {
  readonly runs: readonly SuiteRun[];
  /** Of the whole run. */
  readonly ms: number;
  /** Whether the coverage is to be told where it is high enough as well. */
  readonly tellsCoverage: boolean;
}

/** Makes the text of a report. */
export type Reporter = (report: Report, colours: Paint) => string;
