import type { FactorSet } from '../assurance/assurance.ts';
import { factorsOf, type Standing, standings, withoutUnderway } from '../assurance/standing.ts';
import { type CheckContext, type Survey, survey } from '../checks/survey.ts';
import { type Arrival, type Passage, type Walk, waysOn } from '../checks/walk.ts';
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
  /** Whether there are others, or may be. */
  readonly hasMore: boolean;
  /** How many others were counted. */
  readonly leftOut: number;
  /** Whether these are all of the others; if not, there may be more than anybody could count. */
  readonly isCounted: boolean;
}

/** How many beginnings of paths are followed for each path that is wanted. */
const beginningsPerPath = 1000;

/**
 * The distinct ways from Start to Success or Failure, the shortest to each first of all, and as many others as the limit lets in. A
 * loop is walked once: a way comes by a node a second time only where more is known of the user by then, such as that a device is
 * registered. What is inside a journey that a node runs counts as one step.
 */
export function pathsOf(
  journey: Journey,
  context: CheckContext,
  { limit, end }: { readonly limit: number; readonly end?: JourneyPath['end'] },
): JourneyPaths {
  const surveyed = survey(journey, context);
  const walk = standings(surveyed);
  const searches = (end === undefined ? (['success', 'failure'] as const) : [end]).map((each) => {
    const { ways, ...counts } = waysTo(walk, endIds[each], limit);
    return { ...counts, paths: ways.map((way) => pathOf(way, each, surveyed)) };
  });
  const byLength = (a: JourneyPath, b: JourneyPath) => a.steps.length - b.steps.length;
  const shortest = searches.flatMap(({ paths }) => paths.slice(0, 1)).sort(byLength);
  const others = searches.flatMap(({ paths }) => paths.slice(1)).sort(byLength);
  const paths = [...shortest, ...others].slice(0, limit).sort(byLength);
  const leftOut = searches.reduce((sum, { count }) => sum + count, 0) - paths.length;
  const isCounted = searches.every((search) => search.isCounted);
  return { paths, hasMore: leftOut > 0 || !isCounted, leftOut, isCounted };
}

const endIds = { success: successId, failure: failureId } as const;

/** A path as far as it has been followed. */
interface Beginning {
  readonly at: Arrival<Standing>;
  readonly last: { readonly passage: Passage<Standing>; readonly before: Beginning } | undefined;
  readonly steps: number;
}

/**
 * The ways to an end, short ones first. Followed is always what can become the shortest way, of several the one begun last: so the
 * first way is found without a detour, however many there are.
 */
function waysTo(walk: Walk<Standing>, endId: string, limit: number) {
  const stepsLeft = distancesTo(walk, endId);
  const ways: Beginning[] = [];
  let count = 0;
  let followed = 0;
  // By how long they are at least once they have come to the end.
  const byLength: Beginning[][] = [];
  const begin = (beginning: Beginning) => {
    const left = stepsLeft.get(beginning.at);
    if (left === undefined) return;
    byLength[beginning.steps + left] ??= [];
    byLength[beginning.steps + left]?.push(beginning);
  };
  for (const at of walk.slice(0, 1)) begin({ at, last: undefined, steps: 0 });
  for (let length = 0; length < byLength.length; length++) {
    for (let next = byLength[length]?.pop(); next !== undefined; next = byLength[length]?.pop()) {
      if (count > 0 && followed > limit * beginningsPerPath) return { ways, count, isCounted: false };
      followed += 1;
      if (next.at.nodeId === endId) {
        count += 1;
        if (count <= limit) ways.push(next);
      }
      for (const passage of next.at.onward.toReversed()) {
        if (!isOn(next, passage.to))
          begin({ at: passage.to, last: { passage, before: next }, steps: next.steps + 1 });
      }
    }
  }
  return { ways, count, isCounted: true };
}

/** How many steps it is at least from each arrival to an end; of one from which no way leads there, nothing. */
function distancesTo(walk: Walk<Standing>, endId: string): ReadonlyMap<Arrival<Standing>, number> {
  const distances = new Map<Arrival<Standing>, number>();
  const ends = walk.filter(({ nodeId }) => nodeId === endId);
  for (const [arrival, next] of waysOn(ends)) {
    distances.set(arrival, next === undefined ? 0 : 1 + (distances.get(next.to) ?? 0));
  }
  return distances;
}

function isOn(beginning: Beginning, arrival: Arrival<Standing>): boolean {
  for (let each: Beginning | undefined = beginning; each !== undefined; each = each.last?.before) {
    if (isSamePlace(each.at, arrival)) return true;
  }
  return false;
}

/** The same node with no more known of the user: that a push is on its way makes no other place of it. */
const isSamePlace = (one: Arrival<Standing>, other: Arrival<Standing>) =>
  one.nodeId === other.nodeId && withoutUnderway(one.memory) === withoutUnderway(other.memory);

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
  const isLoop = [...reached].some((each) => isSamePlace(each, arrival));
  onLoop.set(arrival, isLoop);
  return isLoop;
}
