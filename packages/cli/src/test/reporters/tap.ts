import { oneLine } from '@journeyman/node-schemas/one-line';
import { type SuiteRun, titleOf, type Verdict } from '../verdict.ts';
import type { Report } from './report.ts';

/** Test Anything Protocol, version 14, a test point for each verdict. */
export function tapReport({ runs }: Report): string {
  const verdicts = runs.flatMap((run) => run.verdicts.map((verdict) => ({ run, verdict })));
  const points = verdicts.map(({ run, verdict }, index) => pointText(run, verdict, index + 1));
  return `TAP version 14\n1..${verdicts.length}\n${points.join('')}`;
}

function pointText({ suite }: SuiteRun, verdict: Verdict, number: number): string {
  const name = `${number} - ${escaped(`${titleOf(suite)}: ${verdict.name}`)}`;
  const { notCompared } = verdict;
  const comment = notCompared === undefined ? '' : `# not compared: ${oneLine(notCompared.join(', '))}\n`;
  switch (verdict.status) {
    case 'passed':
      return `ok ${name}\n${comment}`;
    case 'skipped':
      return `ok ${name} # SKIP ${escaped(verdict.reason)}\n`;
    case 'failed': {
      const lines = verdict.failures.map(
        ({ line, column, message }) =>
          `    - ${JSON.stringify(oneLine(`${verdict.file}:${line}:${column} ${message}`))}\n`,
      );
      return `not ok ${name}\n  ---\n  failures:\n${lines.join('')}  ...\n${comment}`;
    }
  }
}

/** `#` begins a directive, and a line ends a point. */
const escaped = (text: string) => oneLine(text).replaceAll(/[\\#]/g, '\\$&').replaceAll(/\s+/g, ' ');
