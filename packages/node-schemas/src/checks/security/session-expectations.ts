import { isAnybody } from '../../assurance/standing.ts';
import { innerJourneyName } from '../inner-journeys.ts';
import type { Problem } from '../problem.ts';
import { ofNode, placeOf } from '../report.ts';
import type { SurveyedNode } from '../survey.ts';
import { firstPassages, successes, wayOver, waysOn, wayTo } from '../walk.ts';
import type { Review } from './review.ts';

/** A journey that is to end without a session makes none by being run inside one that does: nothing was proven for it. */
export function unwantedSession({ surveyed, walk }: Review): Problem[] {
  const { journey, context } = surveyed;
  if (journey.noSession || journey.innerTreeOnly) return [];
  const innerOf = ({ node }: SurveyedNode) => context.journeys.get(innerJourneyName(node) ?? '');
  const running = surveyed.all.filter((node) => innerOf(node)?.noSession);
  if (running.length === 0) return [];
  const ways = waysOn(successes(walk).filter(({ memory }) => isAnybody(memory)));
  const found = firstPassages(walk, ({ outcome, to }) => outcome === 'true' && ways.has(to));
  return running.flatMap((node) => {
    const passage = found.get(node.node.id);
    if (passage === undefined) return [];
    return [
      ofNode(surveyed, node, {
        code: 'unwanted-session',
        severity: 'warning',
        outcome: passage.outcome,
        message: `${innerOf(node)?.name} is to end without a session, but ${node.node.displayName} runs it here, and Success makes one although nothing is proven. Lead True to a sign-in or to Failure, or have ${journey.name} end without a session too.`,
        path: [...placeOf(node), 'connections', passage.outcome],
        witness: wayOver(passage, ways),
      }),
    ];
  });
}

/** What is set on a session has one to be set on. */
export function missingSession({ surveyed, walk }: Review): Problem[] {
  const { journey, context } = surveyed;
  if (!journey.noSession || journey.innerTreeOnly) return [];
  const isRunInside = [...context.journeys.values()].some((other) =>
    [...other.nodes.values()].some((node) => innerJourneyName(node) === journey.name),
  );
  if (isRunInside) return [];
  return [...surveyed.reached].flatMap((node) => {
    const arrival = walk.find(({ nodeId }) => nodeId === node.node.id);
    if (node.node.type !== 'SetSessionPropertiesNode' || arrival === undefined) return [];
    return [
      ofNode(surveyed, node, {
        code: 'missing-session',
        severity: 'warning',
        message: `${node.node.displayName} sets properties of the session, and ${journey.name} ends without one. Remove the node, or have the journey make a session.`,
        path: placeOf(node),
        witness: wayTo(arrival),
      }),
    ];
  });
}
