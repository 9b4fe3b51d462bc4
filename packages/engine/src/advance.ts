import { faultIn } from './answers.ts';
import type { Answer } from './callbacks.ts';
import { JourneyError } from './errors.ts';
import type { Execution } from './execution.ts';
import type { Answered } from './page.ts';
import type { Progress } from './progress.ts';
import { RunInProgress } from './run-in-progress.ts';
import type { World } from './world.ts';

/** How many nodes a journey may pass in one request. Real ones pass a dozen; more is a loop that never asks. */
export const nodesPerRequest = 256;

/**
 * Runs a journey from where it is to where it asks again, or to its end.
 * `answers` are those to its latest step, null if it has none yet. Throws a `JourneyError` when the journey cannot go on;
 * any other rejection is an outage or a bug, and the execution can be tried again.
 */
export async function advance(
  execution: Execution,
  answers: readonly Answer[] | null,
  world: World,
): Promise<Progress> {
  const { waiting } = execution;
  let given: readonly Answered[] = [];
  if (waiting !== null && answers !== null) {
    const fault = faultIn(answers, waiting);
    if (fault !== undefined) return { status: 'refused', message: fault };
    given = waiting.callbacks.map((sent, index) => ({ sent, answer: answers[index] as Answer }));
  }
  const run = new RunInProgress(execution, world);
  for (let passed = 0; passed < nodesPerRequest; passed++) {
    const progress = await run.step(given);
    if (progress !== undefined) return progress;
    given = [];
  }
  throw new JourneyError(
    'endless',
    `${run.journeyName} has passed ${nodesPerRequest} nodes in one request without asking anything.`,
  );
}
