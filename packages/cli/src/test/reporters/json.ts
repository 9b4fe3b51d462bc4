import type { Report } from './report.ts';

/** For programs: `{ "suites": [{ "journey", "realm", "file", "isOuter", "tests": [{ "kind", "status", … }], "coverage" }], "ms" }`. */
export function jsonReport({ runs, ms }: Report): string {
  const suites = runs.map(({ suite, verdicts, coverage }) => ({
    journey: suite.found.name,
    realm: suite.found.realm,
    file: suite.file,
    ...(suite.isOuter && { isOuter: true }),
    tests: verdicts,
    ...(coverage && { coverage }),
  }));
  return `${JSON.stringify({ suites, ms }, null, 2)}\n`;
}
