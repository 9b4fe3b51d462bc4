import { oneLine } from '@journeyman/node-schemas/one-line';
import type { Paint } from '../../terminal.ts';
import { table } from '../../terminal.ts';
import { outcomesByNode } from '../coverage.ts';
import { countsOf, type SuiteRun, type Verdict } from '../verdict.ts';
import type { Report } from './report.ts';

/** What people read: what failed and where, the coverage if it is asked for, and how many there are of each. */
export function textReport({ runs, ms, tellsCoverage }: Report, colours: Paint): string {
  const counts = countsOf(runs, ['scenario', 'file']);
  const floors = countsOf(runs, ['coverage']);
  const summary = [
    `${counts.passed} passed`,
    ...(counts.failed === 0 ? [] : [colours('red', `${counts.failed} failed`)]),
    ...(counts.skipped === 0 ? [] : [colours('yellow', `${counts.skipped} skipped`)]),
  ];
  return [
    ...runs.map((run) => suiteText(run, colours)),
    tellsCoverage ? coverageText(runs, colours) : '',
    floors.passed + floors.failed === 0 ? '' : floorsText(floors),
    `${summary.join(', ')} in ${Math.round(ms)} ms\n`,
  ].join('');
}

function suiteText({ suite, verdicts }: SuiteRun, colours: Paint): string {
  const { name, realm } = suite.found;
  const hasFailed = verdicts.some(({ status }) => status === 'failed');
  const sign = hasFailed ? colours('red', '✗') : colours('green', '✓');
  const place = realm === '/' ? '' : oneLine(` in ${realm}`);
  const count = suite.scenarios.length;
  const why = suite.isOuter ? ' (it runs one of these journeys)' : '';
  const head = `${sign} ${colours('bold', oneLine(name))}${place}: ${count} scenario${count === 1 ? '' : 's'}${why}\n`;
  return head + verdicts.map((verdict) => verdictText(verdict, colours)).join('');
}

function verdictText(verdict: Verdict, colours: Paint): string {
  const { file, notCompared = [] } = verdict;
  const name = oneLine(verdict.name);
  const uncompared =
    notCompared.length === 0
      ? ''
      : `    ${colours('dim', oneLine(`not compared: ${notCompared.join(', ')}`))}\n`;
  switch (verdict.status) {
    case 'passed':
      return uncompared === '' ? '' : `  ${colours('green', `✓ ${name}`)}\n${uncompared}`;
    case 'skipped':
      return `  ${colours('yellow', `- ${name}`)}: ${oneLine(verdict.reason)}\n`;
    case 'failed': {
      const lines = verdict.failures.map(
        ({ line, column, message }) =>
          `    ${colours('bold', oneLine(`${file}:${line}:${column}`))} ${oneLine(message)}\n`,
      );
      return `  ${colours('red', `✗ ${name}`)}\n${lines.join('')}${uncompared}`;
    }
  }
}

function floorsText({ passed, failed }: ReturnType<typeof countsOf>): string {
  const total = passed + failed;
  return `${passed} of ${total} ${total === 1 ? 'journey has' : 'journeys have'} the coverage that policy.json demands\n`;
}

function coverageText(runs: readonly SuiteRun[], colours: Paint): string {
  const rows = runs.flatMap(({ suite, coverage }) => {
    if (coverage === undefined) return [];
    const { percent, floor, outcomes, missing } = coverage;
    const style = missing.length === 0 ? 'green' : percent >= (floor ?? 0) ? 'yellow' : 'red';
    return [
      [
        suite.found.name,
        suite.found.realm,
        { text: `${percent} %`, style } as const,
        `${outcomes.length - missing.length} of ${outcomes.length}`,
      ],
    ];
  });
  const lists = runs.flatMap(({ suite, coverage }) => {
    const lines = outcomesByNode(coverage?.missing ?? []);
    const place = suite.found.realm === '/' ? '' : oneLine(` in ${suite.found.realm}`);
    return lines.length === 0
      ? []
      : [
          `${oneLine(suite.found.name)}${place}, not taken:\n${lines.map((line) => `  ${oneLine(line)}\n`).join('')}\n`,
        ];
  });
  return `\n${table(['Journey', 'Realm', 'Coverage', 'Outcomes'], rows, colours)}\n${lists.join('')}`;
}
