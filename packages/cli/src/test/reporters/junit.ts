import { countsOf, type SuiteRun, titleOf, type Verdict } from '../verdict.ts';
import type { Report } from './report.ts';

/** JUnit XML as CI servers read it: a suite for each journey, a case for each verdict. */
export function junitReport({ runs, ms }: Report): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="journeyman" ${numbers(runs)} time="${seconds(ms)}">\n`,
    ...runs.map(suiteXml),
    '</testsuites>\n',
  ].join('');
}

function suiteXml(run: SuiteRun): string {
  const { suite, verdicts } = run;
  const time = seconds(verdicts.reduce((sum, { ms }) => sum + ms, 0));
  const title = titleOf(suite);
  const head = `  <testsuite name="${escaped(title)}" ${numbers([run])} time="${time}">\n`;
  return `${head}${verdicts.map((verdict) => caseXml(verdict, title)).join('')}  </testsuite>\n`;
}

function caseXml(verdict: Verdict, suite: string): string {
  const { name, file, at, ms } = verdict;
  const head = `    <testcase name="${escaped(name)}" classname="${escaped(suite)}" file="${escaped(file)}" line="${at.line}" time="${seconds(ms)}"`;
  const { notCompared = [] } = verdict;
  const output =
    notCompared.length === 0
      ? ''
      : `      <system-out>${escaped(`not compared: ${notCompared.join(', ')}`)}</system-out>\n`;
  const inside = resultXml(verdict) + output;
  return inside === '' ? `${head}/>\n` : `${head}>\n${inside}    </testcase>\n`;
}

function resultXml(verdict: Verdict): string {
  switch (verdict.status) {
    case 'passed':
      return '';
    case 'skipped':
      return `      <skipped message="${escaped(verdict.reason)}"/>\n`;
    case 'failed': {
      const failures = verdict.failures.map(
        ({ line, column, message }) =>
          `      <failure message="${escaped(message)}">${escaped(`${verdict.file}:${line}:${column}`)}</failure>\n`,
      );
      return failures.join('');
    }
  }
}

function numbers(runs: readonly SuiteRun[]): string {
  const { passed, failed, skipped } = countsOf(runs);
  return `tests="${passed + failed + skipped}" failures="${failed}" skipped="${skipped}"`;
}

const seconds = (ms: number) => (ms / 1000).toFixed(3);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 has no way to write most control characters. */
const escaped = (text: string) =>
  text.replaceAll(/[\p{Cc}]/gu, ' ').replaceAll(/[&<>"]/g, (char) => entities[char] ?? char);
