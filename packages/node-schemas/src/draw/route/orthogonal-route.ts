import { type Box, boundsOf, grown, overlap, type Point, passesThrough } from './box.ts';
import { lengthOf } from './rounded-path.ts';
import { sharedTrack } from './shared-track.ts';
import { shortestWay } from './shortest-way.ts';

/** A connection that needs a line: it leaves a card at its right edge and enters a card at its left edge. */
export interface RouteRequest {
  readonly from: Point;
  readonly to: Point;
  readonly fromBox: Box;
  readonly toBox: Box;
  /** The other cards. */
  readonly obstacles: readonly Box[];
  /** Pixels by which it turns later than others of its card, so that lines side by side stay apart. */
  readonly lane?: number;
  /** Pixels by which it keeps further away from what it goes around, so that lines to different cards stay apart. */
  readonly spread?: number;
  /** Pixels by which it turns earlier before the card that it enters. */
  readonly entry?: number;
  /** Lines to other cards, upon which it should not lie. */
  readonly taken?: readonly (readonly Point[])[];
}

/** How far a line goes straight out of a card before it turns, in pixels. */
const stub = 16;

/** How near a line comes to a card that it passes, in pixels, where there is room. */
const clearance = 10;

/** How often a way is sought again with the cards that the last one ran into. */
const maxRounds = 40;

/** By how much a line gives way to those that were there before, in pixels, the least that helps. */
const givingWay = [7, 14, 21, 28, 35, 42];

/**
 * The points of a line of upright and level pieces, from port to port. It never passes through the card that it leaves nor
 * the card that it enters unless these overlap, goes around all others where there is a way, and lies on no other line where there
 * is room beside it.
 */
export function orthogonalRoute(request: RouteRequest): readonly Point[] {
  const { taken = [], lane = 0, spread = 0, entry = 0 } = request;
  let best = routeOf(request);
  let least = sharedTrack(best, taken);
  for (const by of givingWay) {
    if (least === 0) return best;
    const other = routeOf({ ...request, lane: lane + by, spread: spread + by, entry: entry + by });
    const shared = sharedTrack(other, taken);
    if (shared < least) [best, least] = [other, shared];
  }
  return best;
}

function routeOf(request: RouteRequest): readonly Point[] {
  return (
    plainRoute(request) ?? routeAround(request) ?? routeAround({ ...request, obstacles: [] }) ?? bow(request)
  );
}

/** The same while a card is dragged: minds the two cards alone, and costs next to nothing. */
export function quickRoute(request: RouteRequest): readonly Point[] {
  return routeOf({ ...request, obstacles: [] });
}

/** The first of the shapes that people would draw that is free: straight or turned twice, else along a lane between cards. */
function plainRoute(request: RouteRequest): readonly Point[] | undefined {
  const { from, to, fromBox, toBox, obstacles } = request;
  const isFree = (points: readonly Point[]) => {
    const between = points.slice(1, -1);
    return (
      ![fromBox, toBox].some((box) => passesThrough(points, box) || passesThrough(between, box, clearance)) &&
      !obstacles.some((box) => passesThrough(points, box, clearance))
    );
  };
  const room = to.x - from.x;
  if (room < 2 * stub) return lanes(request).find(isFree);
  return turns(request, room).find(isFree) ?? lanes(request).find(isFree);
}

/** Straight to a card on the right, or with one upright piece. */
function turns({ from, to, lane = 0, entry = 0 }: RouteRequest, room: number): readonly (readonly Point[])[] {
  if (from.y === to.y) return [[from, to]];
  const latest = Math.max(to.x - stub - entry, from.x + stub);
  const places = [Math.min(from.x + stub + lane, latest), Math.round(from.x + room / 2), latest];
  return places.map((x) => [from, { x, y: from.y }, { x, y: to.y }, to]);
}

/** How many lanes between cards are tried, shortest way first. */
const mostLanes = 24;

/** Out, up or down to a lane, along it, and to the card: with a lane beside either end, and beside each card on the way. */
function lanes(request: RouteRequest): readonly (readonly Point[])[] {
  const { fromBox, toBox, obstacles, spread = 0 } = request;
  const [upper, lower] = fromBox.y <= toBox.y ? [fromBox, toBox] : [toBox, fromBox];
  const gap = lower.y - (upper.y + upper.height);
  const between = gap >= 2 * clearance ? [Math.round(lower.y - gap / 2)] : [];
  const near = grown(boundsOf([fromBox, toBox]) ?? fromBox, lanesReach);
  const beside = obstacles.filter((box) => overlap(box, near));
  const away = stub + spread;
  const ys = [fromBox, toBox, ...beside].flatMap(({ y, height }) => [y - away, y + height + away]);
  return [...new Set([...between, ...ys])]
    .filter((y) => y >= near.y && y <= near.y + near.height)
    .map((y) => detour(request, y))
    .map((points) => ({ points, length: lengthOf(points) }))
    .sort((a, b) => a.length - b.length)
    .slice(0, mostLanes)
    .map(({ points }) => points);
}

/** How far above and below its two cards a line looks for lanes, in pixels. */
const lanesReach = 240;

function detour({ from, to, lane = 0, entry = 0 }: RouteRequest, y: number): readonly Point[] {
  const out = from.x + stub + lane;
  const back = to.x - stub - entry;
  return [from, { x: out, y: from.y }, { x: out, y }, { x: back, y }, { x: back, y: to.y }, to];
}

/** Where the two cards lie on top of each other and nothing is free. */
function bow(request: RouteRequest): readonly Point[] {
  return detour(request, Math.min(request.fromBox.y, request.toBox.y) - stub);
}

/** Seeks the cheapest way around the cards that are met, and begins again with those that it met, so that few are looked at. */
function routeAround(request: RouteRequest): readonly Point[] | undefined {
  const { from, to, fromBox, toBox, obstacles, lane = 0, spread = 0 } = request;
  const met = new Set([fromBox, toBox]);
  for (let round = 0; round < maxRounds; round++) {
    const points = shortestWay({ from, to, boxes: [...met], stub: stub + lane, clearance, spread });
    if (points === undefined) return undefined;
    const hit = obstacles.filter((box) => !met.has(box) && passesThrough(points, box, clearance));
    if (hit.length === 0) return points;
    for (const box of hit) met.add(box);
  }
  return undefined;
}
