import type { FactorSet } from '../assurance/assurance.ts';
import { factorsOf, type Standing, standings } from '../assurance/standing.ts';
import { type CheckContext, type Survey, survey } from '../checks/survey.ts';
import type { Arrival, Passage } from '../checks/walk.ts';
import { failureId, type Journey, successId } from '../journey/journey.ts';

/** One node of a path. */
export interface PathStep {
  readonly nodeId: string;
  readonly nodeName: string;
  /** The outcome by which the path goes on, by id and display name. */
  readonly outcome: string;
  readonly outcomeName: string;
  /** The names of what asks the user something or makes the client wait: the node, or those of its page. */
  readonly asks: readonly string[];
  /** Whether a loop leads back to it: it may be come by again before the path goes on. */
  readonly again: boolean;
}

/** A way through a journey. */
export interface JourneyPath {
  readonly end: 'success' | 'failure';
  readonly steps: readonly PathStep[];
  /** What is proven of the user at the end. */
  readonly factors: FactorSet;
}

/** The ways through a journey, short ones first. */
export interface JourneyPaths {
  readonly paths: readonly JourneyPath[];
  /** Whether there are more than were looked for. */
  readonly hasMore: boolean;
}

/** How many beginnings of paths are followed for each path that is wanted. */
const beginningsPerPath = 1000;

/**
 * Every distinct way from Start to Success or Failure. A loop is walked once: a way comes by a node a second time only where more is
 * known of the user by then, such as that a device is registered. What is inside a journey that a node runs counts as one step.
 */
export function pathsOf(
  journey: Journey,
  context: CheckContext,
  { limit, end }: { readonly limit: number; readonly end?: JourneyPath['end'] },
): JourneyPaths {
  const surveyed = survey(journey, context);
  const [start] = standings(surveyed);
  const paths: JourneyPath[] = [];
  const open: Beginning[] = start === undefined ? [] : [{ at: start, last: undefined }];
  for (const [index, beginning] of open.entries()) {
    const reached = endOf(beginning.at);
    if (reached !== undefined && (end ?? reached) === reached) {
      if (paths.length === limit) return { paths, hasMore: true };
      paths.push(pathOf(beginning, reached, surveyed));
    }
    if (index === limit * beginningsPerPath) return { paths, hasMore: true };
    for (const passage of beginning.at.onward) {
      if (!isOn(beginning, passage.to)) open.push({ at: passage.to, last: { passage, before: beginning } });
    }
  }
  return { paths, hasMore: false };
}

/** A path as far as it has been followed. */
interface Beginning {
  readonly at: Arrival<Standing>;
  readonly last: { readonly passage: Passage<Standing>; readonly before: Beginning } | undefined;
}

function endOf({ nodeId }: Arrival<Standing>): JourneyPath['end'] | undefined {
  return nodeId === successId ? 'success' : nodeId === failureId ? 'failure' : undefined;
}

function isOn(beginning: Beginning, arrival: Arrival<Standing>): boolean {
  for (let each: Beginning | undefined = beginning; each !== undefined; each = each.last?.before) {
    if (each.at === arrival) return true;
  }
  return false;
}

function pathOf(beginning: Beginning, end: JourneyPath['end'], surveyed: Survey): JourneyPath {
  const steps: PathStep[] = [];
  for (let { last } = beginning; last !== undefined; last = last.before.last) {
    steps.unshift(stepOf(last.passage, surveyed));
  }
  return { end, steps, factors: factorsOf(beginning.at.memory) };
}

function stepOf({ from, outcome }: Passage<Standing>, { nodes }: Survey): PathStep {
  const node = nodes.get(from.nodeId);
  const parts = node === undefined ? [] : node.children.length === 0 ? [node] : node.children;
  return {
    nodeId: from.nodeId,
    nodeName: node?.node.displayName ?? from.nodeId,
    outcome,
    outcomeName: node?.outcomes.find(({ id }) => id === outcome)?.displayName ?? outcome,
    asks: parts.flatMap(({ type, node: { displayName } }) => (type?.interactive ? [displayName] : [])),
    again: isOnLoop(from),
  };
}

const onLoop = new WeakMap<Arrival<Standing>, boolean>();

function isOnLoop(arrival: Arrival<Standing>): boolean {
  const known = onLoop.get(arrival);
  if (known !== undefined) return known;
  const reached = new Set(arrival.onward.map(({ to }) => to));
  for (const each of reached) for (const { to } of each.onward) reached.add(to);
  const isLoop = reached.has(arrival);
  onLoop.set(arrival, isLoop);
  return isLoop;
}
