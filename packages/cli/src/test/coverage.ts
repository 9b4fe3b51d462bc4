import { type Policy, policyFor } from '@journeyman/node-schemas';
import { type CoveredOutcome, coverageOf } from '@journeyman/simulation';
import type { Passes } from './run-suites.ts';
import type { Suite } from './suites.ts';
import type { SuiteCoverage, Verdict } from './verdict.ts';

/** How much of a journey was taken, and how much the policy demands. */
export function suiteCoverage({ found }: Suite, passes: Passes, policy: Policy | undefined): SuiteCoverage {
  const floor = policy === undefined ? undefined : policyFor(policy, found.name).coverage;
  return { ...coverageOf(found.journey, passes, policy), floor };
}

/** Whether as much was taken as the policy demands; undefined: it demands nothing. */
export function floorVerdict(
  { found, file }: Suite,
  { percent, floor, missing }: SuiteCoverage,
): Verdict | undefined {
  if (floor === undefined) return undefined;
  const at = { line: 1, column: 1 };
  const name = `The scenarios of ${found.name} take ${floor} % of its outcomes`;
  const tested = { kind: 'coverage', name, file, at, ms: 0 } as const;
  if (percent >= floor) return { ...tested, status: 'passed' };
  const message = `policy.json demands that scenarios take ${floor} % of the outcomes of ${found.name}, but they take ${percent} %. Missing: ${outcomesByNode(missing).join('; ')}.`;
  return { ...tested, status: 'failed', failures: [{ ...at, message }] };
}

/** Outcomes as they are told together, a text for each node: `Push Registration: Failure, Time Out`. */
export function outcomesByNode(outcomes: readonly CoveredOutcome[]): readonly string[] {
  const nodes = Map.groupBy(outcomes, ({ node }) => node);
  return [...nodes].map(
    ([node, ways]) => `${node}: ${ways.map(({ outcomeName }) => outcomeName).join(', ')}`,
  );
}
