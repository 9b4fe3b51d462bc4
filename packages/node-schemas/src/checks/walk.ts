import { failureId, type Journey, successId } from '../journey/journey.ts';
import { innerJourneyName } from './inner-journeys.ts';
import type { WitnessStep } from './problem.ts';
import { type CheckContext, type Survey, type SurveyedChild, type SurveyedNode, survey } from './survey.ts';

/**
 * What a walk remembers of the way that it came. Numbers and texts, so that two ways that leave the same behind are one: with
 * few of them every loop comes to an end.
 */
export type Memory = string | number;

/**
 * What a walk remembers once a node, in a page or not, is left by an outcome; undefined: that cannot happen on this way. A journey
 * that cannot be entered is one node.
 */
export type Step<M extends Memory> = (before: M, node: SurveyedChild, outcome: string) => M | undefined;

/** A node, Success or Failure, reached with something remembered. */
export interface Arrival<M extends Memory> {
  readonly nodeId: string;
  readonly memory: M;
  /** How many steps it is from Start. */
  readonly distance: number;
  /** The last part of a shortest way to it; undefined at Start. */
  readonly by: Departure<M> | undefined;
  /** The ways on from it, and those to it. */
  readonly onward: Passage<M>[];
  readonly inward: Passage<M>[];
}

/** An arrival left by an outcome. */
interface Departure<M extends Memory> {
  readonly from: Arrival<M>;
  readonly outcome: string;
  /** The end of the journey that the node runs, by its name. */
  readonly inside: { readonly journey: string; readonly end: Arrival<M> } | undefined;
}

/** From one arrival to the next. */
export interface Passage<M extends Memory> extends Departure<M> {
  readonly to: Arrival<M>;
}

/** Every arrival that there can be in a journey, nearest to Start first. */
export type Walk<M extends Memory> = readonly Arrival<M>[];

/** Walks every way through a journey and those that it runs, with what `step` remembers. */
export function walk<M extends Memory>(surveyed: Survey, atStart: M, step: Step<M>): Walk<M> {
  return walkIn(surveyed, atStart, { step, context: surveyed.context, entered: [], walks: new Map() });
}

/** Where a walk ends with Success. */
export function successes<M extends Memory>(walk: Walk<M>): readonly Arrival<M>[] {
  return walk.filter(({ nodeId }) => nodeId === successId);
}

/** A shortest way from Start to an arrival. */
export function wayTo<M extends Memory>(arrival: Arrival<M>): readonly WitnessStep[] {
  const parts: (readonly WitnessStep[])[] = [];
  for (let { by } = arrival; by !== undefined; by = by.from.by) parts.unshift(stepsOf(by));
  return parts.flat();
}

/** The arrivals from which a goal can be reached, each with the next part of a way there; a goal itself has none. */
export type WaysOn<M extends Memory> = ReadonlyMap<Arrival<M>, Passage<M> | undefined>;

/** Looks back from some arrivals of a walk. */
export function waysOn<M extends Memory>(goals: readonly Arrival<M>[]): WaysOn<M> {
  const next = new Map<Arrival<M>, Passage<M> | undefined>(goals.map((goal) => [goal, undefined]));
  for (const arrival of next.keys()) {
    for (const passage of arrival.inward) {
      if (!next.has(passage.from)) next.set(passage.from, passage);
    }
  }
  return next;
}

/** A way from Start over a passage and on to a goal. */
export function wayOver<M extends Memory>(passage: Passage<M>, ways: WaysOn<M>): readonly WitnessStep[] {
  const parts = [wayTo(passage.from), stepsOf(passage)];
  for (let next = ways.get(passage.to); next !== undefined; next = ways.get(next.to))
    parts.push(stepsOf(next));
  return parts.flat();
}

/** Journeys that run others twice, which run others twice, have shortest ways of 2, 4, 8, … steps: nobody reads those. */
const longestInside = 50;

/** The step that leaves a node, and before it those inside the journey that the node runs. */
function stepsOf<M extends Memory>({ from, outcome, inside }: Departure<M>): readonly WitnessStep[] {
  const step = { nodeId: from.nodeId, outcome };
  if (inside === undefined || inside.end.distance >= longestInside) return [step];
  return [...wayTo(inside.end).map((each) => ({ journey: inside.journey, ...each })), step];
}

interface Descent<M extends Memory> {
  readonly step: Step<M>;
  readonly context: CheckContext;
  /** The journeys that are being run, outermost first. */
  readonly entered: readonly string[];
  /** What was walked already: without it, journeys that run others twice would be walked 2, 4, 8, … times. */
  readonly walks: Map<string, Map<M, Walk<M>>>;
}

/** A place that a walk comes to, known already or not. */
type Reach<M extends Memory> = Pick<Arrival<M>, 'nodeId' | 'memory' | 'by'>;

function walkIn<M extends Memory>(surveyed: Survey, atStart: M, outer: Descent<M>): Walk<M> {
  const descent = { ...outer, entered: [...outer.entered, surveyed.journey.name] };
  const found: Arrival<M>[] = [];
  const known = new Map<string, Map<M, Arrival<M>>>();
  const byDistance: Reach<M>[][] = [
    [{ nodeId: surveyed.journey.entryNodeId, memory: atStart, by: undefined }],
  ];
  // A way through an inner journey has many steps and is one passage, so it is not enough to take arrivals in turn.
  for (let distance = 0; distance < byDistance.length; distance++) {
    for (const { nodeId, memory, by } of byDistance[distance] ?? []) {
      const here = known.get(nodeId) ?? new Map<M, Arrival<M>>();
      known.set(nodeId, here);
      let arrival = here.get(memory);
      if (arrival === undefined) {
        arrival = { nodeId, memory, distance, by, onward: [], inward: [] };
        here.set(memory, arrival);
        found.push(arrival);
        for (const reach of reachesFrom(arrival, surveyed, descent)) {
          const further = distance + 1 + Math.min(reach.by.inside?.end.distance ?? 0, longestInside);
          byDistance[further] ??= [];
          byDistance[further].push(reach);
        }
      }
      if (by !== undefined) {
        const passage = { from: by.from, outcome: by.outcome, inside: by.inside, to: arrival };
        by.from.onward.push(passage);
        arrival.inward.push(passage);
      }
    }
  }
  return found;
}

function reachesFrom<M extends Memory>(
  from: Arrival<M>,
  { nodes }: Survey,
  descent: Descent<M>,
): (Reach<M> & { readonly by: Departure<M> })[] {
  const node = nodes.get(from.nodeId);
  if (node === undefined) return [];
  return node.exits.flatMap(({ outcome, target }) => {
    if (target === undefined) return [];
    return leave(node, outcome.id, from.memory, descent).map(({ memory, inside }) => ({
      nodeId: target,
      memory,
      by: { from, outcome: outcome.id, inside },
    }));
  });
}

/** What is remembered when a node is left, and the end of the journey that it runs. */
interface Leaving<M extends Memory> extends Pick<Departure<M>, 'inside'> {
  readonly memory: M;
}

/** What may be remembered when a node is left by an outcome. */
function leave<M extends Memory>(
  node: SurveyedNode,
  outcome: string,
  memory: M,
  descent: Descent<M>,
): Leaving<M>[] {
  const { step } = descent;
  const inner = innerJourney(node, descent);
  const last = node.children.at(-1);
  if (inner !== undefined) return leaveInner(inner, outcome, memory, descent);
  let now: M | undefined = memory;
  for (const child of node.children.slice(0, -1)) {
    if (now !== undefined) now = step(now, child, child.outcomes[0]?.id ?? '');
  }
  if (now !== undefined) now = step(now, last ?? node, outcome);
  return now === undefined ? [] : [{ memory: now, inside: undefined }];
}

function leaveInner<M extends Memory>(inner: Journey, outcome: string, memory: M, descent: Descent<M>) {
  const end = outcome === 'true' ? successId : outcome === 'false' ? failureId : undefined;
  // It may break at any of its nodes, the first one too.
  if (end === undefined) return [{ memory, inside: undefined }];
  return walkInner(inner, memory, descent)
    .filter(({ nodeId }) => nodeId === end)
    .map((arrival) => ({ memory: arrival.memory, inside: { journey: inner.name, end: arrival } }));
}

function walkInner<M extends Memory>(inner: Journey, memory: M, descent: Descent<M>): Walk<M> {
  const walks = descent.walks.get(inner.name) ?? new Map<M, Walk<M>>();
  descent.walks.set(inner.name, walks);
  const known = walks.get(memory) ?? walkIn(survey(inner, descent.context), memory, descent);
  walks.set(memory, known);
  return known;
}

/** One that is not there, or leads back to itself, cannot be entered. */
function innerJourney<M extends Memory>({ node }: SurveyedNode, { context, entered }: Descent<M>) {
  const name = innerJourneyName(node);
  return name === undefined || entered.includes(name) ? undefined : context.journeys.get(name);
}
