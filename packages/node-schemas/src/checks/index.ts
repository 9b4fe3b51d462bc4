import type { Journey } from '../journey/journey.ts';
import { nodeTypesById } from '../nodes/index.ts';
import { cannotRun } from './cannot-run.ts';
import { configurations } from './configurations.ts';
import { danglingConnections } from './dangling-connections.ts';
import { endlessLoops } from './endless-loops.ts';
import { entry } from './entry.ts';
import { innerJourneys } from './inner-journeys.ts';
import { missingInputs } from './missing-inputs.ts';
import { missingServices } from './missing-services.ts';
import { nullWords } from './null-words.ts';
import { pageContents } from './page-contents.ts';
import type { Problem } from './problem.ts';
import { type CheckContext, type Survey, survey } from './survey.ts';
import { unconnectedOutcomes } from './unconnected-outcomes.ts';
import { unknownNodeTypes } from './unknown-node-types.ts';
import { unknownOutcomes } from './unknown-outcomes.ts';
import { unreachableNodes } from './unreachable-nodes.ts';
import { waysToAnEnd } from './ways-to-an-end.ts';

/** Every check, in the order in which problems are told. */
const checks: readonly ((survey: Survey) => Problem[])[] = [
  entry,
  unknownNodeTypes,
  configurations,
  nullWords,
  pageContents,
  innerJourneys,
  unconnectedOutcomes,
  danglingConnections,
  waysToAnEnd,
  endlessLoops,
  missingInputs,
  missingServices,
  unknownOutcomes,
  unreachableNodes,
  cannotRun,
];

/**
 * What is wrong with a journey: with an error it cannot be started, a warning never stops it. Never throws.
 * `context.types` are all that this package knows unless given.
 */
export function checkJourney(
  journey: Journey,
  context: Omit<CheckContext, 'types'> & Partial<Pick<CheckContext, 'types'>>,
): Problem[] {
  const surveyed = survey(journey, { types: nodeTypesById, ...context });
  return checks.flatMap((check) => check(surveyed));
}
