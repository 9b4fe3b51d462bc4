import { expect, test } from 'vitest';
import type { SuiteRun, Verdict } from '../verdict.ts';
import { junitReport } from './junit.ts';
import type { Report } from './report.ts';
import { tapReport } from './tap.ts';
import { textReport } from './text.ts';

const tested = {
  kind: 'scenario',
  file: 'PushLogin.scenarios.yaml',
  at: { line: 3, column: 3 },
  ms: 5,
} as const;
const verdicts: readonly Verdict[] = [
  { ...tested, name: 'Passes', status: 'passed' },
  { ...tested, name: 'Passes half', status: 'passed', notCompared: ['path (no traces there)', 'pushes'] },
  {
    ...tested,
    name: 'Fails',
    status: 'failed',
    failures: [{ line: 4, column: 5, message: 'Expected <success>.' }],
    notCompared: ['pushes'],
  },
  { ...tested, name: 'Waits', status: 'skipped', reason: 'it takes long' },
];
const suite = { found: { name: 'PushLogin', realm: '/alpha' }, scenarios: verdicts, file: tested.file };
const report: Report = {
  runs: [{ suite, verdicts } as unknown as SuiteRun],
  ms: 20,
  tellsCoverage: false,
};

test('people are told what was not compared, below the scenario', () => {
  expect(textReport(report, (_, text) => text)).toBe(`✗ PushLogin in /alpha: 4 scenarios
  ✓ Passes half
    not compared: path (no traces there), pushes
  ✗ Fails
    PushLogin.scenarios.yaml:4:5 Expected <success>.
    not compared: pushes
  - Waits: it takes long
2 passed, 1 failed, 1 skipped in 20 ms
`);
});

test('the coverage that the policy demands is counted apart from scenarios', () => {
  const floor = { ...tested, kind: 'coverage', name: 'Takes 80 %' } as const;
  const failures = [{ line: 1, column: 1, message: 'They take 66 %.' }];
  const runs = [
    { suite, verdicts: [verdicts[0], { ...floor, status: 'passed' }] },
    { suite, verdicts: [{ ...floor, status: 'failed', failures }] },
  ] as unknown as readonly SuiteRun[];
  expect(textReport({ ...report, runs }, (_, text) => text)).toMatch(
    /\n1 of 2 journeys have the coverage that policy\.json demands\n1 passed in 20 ms\n$/,
  );
  expect(junitReport({ ...report, runs })).toContain('<testsuites name="journeyman" tests="3" failures="1"');
});

test('TAP tells it in comments, and the realm in the names', () => {
  expect(tapReport(report)).toBe(`TAP version 14
1..4
ok 1 - /alpha/PushLogin: Passes
ok 2 - /alpha/PushLogin: Passes half
# not compared: path (no traces there), pushes
not ok 3 - /alpha/PushLogin: Fails
  ---
  failures:
    - "PushLogin.scenarios.yaml:4:5 Expected <success>."
  ...
# not compared: pushes
ok 4 - /alpha/PushLogin: Waits # SKIP it takes long
`);
});

test('JUnit tells it as the output of the case', () => {
  const xml = junitReport(report);
  expect(xml).toContain('<testsuite name="/alpha/PushLogin" tests="4" failures="1" skipped="1"');
  expect(xml).toMatch(/<testcase name="Passes" [^>]*\/>/);
  expect(xml).toMatch(
    /<testcase name="Passes half" [^>]*[^/]>\n {6}<system-out>not compared: path \(no traces there\), pushes<\/system-out>\n {4}<\/testcase>/,
  );
  expect(xml).toContain(
    '<failure message="Expected &lt;success&gt;.">PushLogin.scenarios.yaml:4:5</failure>',
  );
});
