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

/** Of the passages that are meant, the nearest to Start from each node, by its id. */
export function firstPassages<M extends Memory>(
  walk: Walk<M>,
  isMeant: (passage: Passage<M>) => boolean,
): ReadonlyMap<string, Passage<M>> {
  const found = new Map<string, Passage<M>>();
  for (const { nodeId, onward } of walk) {
    const passage = found.has(nodeId) ? undefined : onward.find(isMeant);
    if (passage !== undefined) found.set(nodeId, passage);
  }
  return found;
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

/** The way to a place: a passage as soon as it is known which arrival is there. */
interface Reach<M extends Memory> extends Departure<M> {
  readonly nodeId: string;
  readonly memory: M;
  to: Arrival<M> | undefined;
}

function walkIn<M extends Memory>(surveyed: Survey, atStart: M, outer: Descent<M>): Walk<M> {
  const descent = { ...outer, entered: [...outer.entered, surveyed.journey.name] };
  // By memory first: there are few, and many nodes.
  const known = new Map<M, Map<string, Arrival<M>>>();
  const found: Arrival<M>[] = [];
  // A way through an inner journey has many steps and is one passage, so it is not enough to take arrivals in turn.
  const byDistance: Reach<M>[][] = [];
  const arrive = (nodeId: string, memory: M, distance: number, by: Departure<M> | undefined) => {
    let alike = known.get(memory);
    if (alike === undefined) {
      alike = new Map();
      known.set(memory, alike);
    }
    const before = alike.get(nodeId);
    if (before !== undefined) return before;
    const arrival: Arrival<M> = { nodeId, memory, distance, by, onward: [], inward: [] };
    alike.set(nodeId, arrival);
    found.push(arrival);
    for (const reach of reachesFrom(arrival, surveyed, descent)) {
      const further = distance + 1 + Math.min(reach.inside?.end.distance ?? 0, longestInside);
      byDistance[further] ??= [];
      byDistance[further].push(reach);
    }
    return arrival;
  };
  arrive(surveyed.journey.entryNodeId, atStart, 0, undefined);
  for (let distance = 1; distance < byDistance.length; distance++) {
    for (const reach of byDistance[distance] ?? []) {
      const { from, nodeId, memory } = reach;
      const to = arrive(nodeId, memory, distance, reach);
      reach.to = to;
      const passage = reach as Passage<M>;
      from.onward.push(passage);
      to.inward.push(passage);
    }
  }
  return found;
}

function reachesFrom<M extends Memory>(
  from: Arrival<M>,
  { nodes }: Survey,
  descent: Descent<M>,
): readonly Reach<M>[] {
  const reaches: Reach<M>[] = [];
  const node = nodes.get(from.nodeId);
  if (node === undefined) return reaches;
  const inner = innerJourney(node, descent);
  for (const { outcome, target: nodeId } of node.exits) {
    if (nodeId === undefined) continue;
    if (inner === undefined) {
      const memory = leave(node, outcome.id, from.memory, descent.step);
      if (memory !== undefined)
        reaches.push({ from, outcome: outcome.id, inside: undefined, nodeId, memory, to: undefined });
      continue;
    }
    for (const { memory, inside } of leaveInner(inner, outcome.id, from.memory, descent))
      reaches.push({ from, outcome: outcome.id, inside, nodeId, memory, to: undefined });
  }
  return reaches;
}

/** What is remembered when a node, with all that is in it, is left by an outcome; undefined: that cannot happen. */
function leave<M extends Memory>(
  node: SurveyedNode,
  outcome: string,
  memory: M,
  step: Step<M>,
): M | undefined {
  const last = node.children.at(-1);
  if (last === undefined) return step(memory, node, outcome);
  let now: M | undefined = memory;
  for (const child of node.children) {
    if (now !== undefined) now = step(now, child, child === last ? outcome : (child.outcomes[0]?.id ?? ''));
  }
  return now;
}

/** What may be remembered when the journey that a node runs was left, and by which end. */
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
