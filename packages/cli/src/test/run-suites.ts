import { runScenario, type Scenario, type SimulationStep } from '@journeyman/simulation';
import type { Suite, Unreadable } from './suites.ts';
import type { Verdict } from './verdict.ts';

/** The nodes that were passed, in order. */
export type Passes = SimulationStep['passes'];

/** What came of a suite, and the nodes that were passed. */
export interface Rehearsed {
  readonly suite: Suite;
  readonly verdicts: readonly Verdict[];
  readonly passes: Passes;
}

/**
 * Runs scenarios over the engine, one after another. Measured on two cores, a second thread makes a run of 68 scenarios three
 * times as long, for it has to load everything too, and one of 5,000 a sixth shorter. `told` is called after each.
 */
export async function rehearse(suite: Suite, told: (verdict: Verdict) => void): Promise<Rehearsed> {
  const passes: Passes[number][] = [];
  const verdicts: Verdict[] = [];
  for (const scenario of suite.scenarios) {
    const startedMs = performance.now();
    const { failures, steps } = await runScenario(within(suite, scenario), suite.journeys);
    for (const step of steps) passes.push(...step.passes);
    const verdict = verdictOf(scenario, suite.file, performance.now() - startedMs, failures);
    verdicts.push(verdict);
    told(verdict);
  }
  return { suite, verdicts, passes };
}

/** What a scenario says of the realm goes before what holds there. */
function within({ realm }: Suite, scenario: Scenario): Scenario {
  return { ...scenario, given: { ...scenario.given, realm: { ...realm, ...scenario.given.realm } } };
}

/** What came of a scenario, by its failures. */
export function verdictOf(
  { name, at }: Scenario,
  file: string,
  ms: number,
  failures: readonly { readonly at: Scenario['at']; readonly message: string }[],
): Verdict {
  const tested = { kind: 'scenario', name, file, at, ms } as const;
  if (failures.length === 0) return { ...tested, status: 'passed' };
  return {
    ...tested,
    status: 'failed',
    failures: failures.map(({ at: place, message }) => ({ ...place, message })),
  };
}

/** A file of scenarios that cannot be read, or belongs to no journey. */
export function unreadable({ file, found, findings }: Unreadable): Verdict {
  const at = { line: 1, column: 1 };
  const name = `Scenarios of ${found.name}`;
  return { kind: 'file', name, file, at, ms: 0, status: 'failed', failures: findings };
}
