import { isPlaceholder } from '../config/placeholder.ts';
import type { Journey, PageChild } from '../journey/journey.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { ofNode } from './report.ts';
import type { Survey } from './survey.ts';

/** The type of the nodes that run another journey. */
const innerJourneyType = 'InnerTreeEvaluatorNode';

/** Every journey that is run inside is there, switched on, and does not lead back. Messages begin with AM's. */
export function innerJourneys(survey: Survey): Problem[] {
  const problems: Problem[] = [];
  for (const node of survey.all) {
    const name = innerJourneyName(node.node);
    const fault = name === undefined ? undefined : faultOf(survey, name);
    if (fault === undefined) continue;
    problems.push(
      ofNode(survey, node, {
        ...fault,
        severity: 'error',
        property: 'tree',
        path: ['nodes', node.node.id, 'tree'],
      }),
    );
  }
  return problems;
}

/** The name of the journey that a node runs; undefined if it runs none, or the name is still to be filled in. */
export function innerJourneyName({ type, config }: PageChild): string | undefined {
  const name = type === innerJourneyType ? config.tree : undefined;
  return typeof name === 'string' && name !== '' && !isPlaceholder(name) ? name : undefined;
}

function faultOf(
  { journey, context }: Survey,
  name: string,
): { code: ProblemCode; message: string } | undefined {
  const isAmong = context.journeys.get(journey.name) === journey;
  const others = isAmong ? context.journeys : new Map(context.journeys).set(journey.name, journey);
  const inner = others.get(name);
  if (inner === undefined) {
    return {
      code: 'missing-inner-journey',
      message: `Configured tree does not exist: ${name}. Choose a journey of this realm, or add that one.`,
    };
  }
  if (leadsTo(name, journey.name, others)) {
    return {
      code: 'recursive-journey',
      message: `Tree would result in recursive loop: ${name}. Choose a journey that does not lead back to ${journey.name}.`,
    };
  }
  if (!inner.enabled) {
    return {
      code: 'disabled-inner-journey',
      message: `Configured tree does not exist: ${name} is switched off. Switch it on, or choose another journey.`,
    };
  }
  return undefined;
}

function leadsTo(from: string, name: string, journeys: ReadonlyMap<string, Journey>): boolean {
  const seen = new Set([from]);
  for (const each of seen) {
    if (each === name) return true;
    for (const node of journeys.get(each)?.nodes.values() ?? []) {
      const inner = innerJourneyName(node);
      if (inner !== undefined) seen.add(inner);
    }
  }
  return false;
}
