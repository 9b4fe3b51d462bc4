import {
  type Box,
  boundsOf,
  grown,
  orthogonalRoute,
  overlap,
  type Point,
  passesThrough,
  type RouteRequest,
} from '@journeyman/node-schemas';
import { connectionId } from '../canvas/connection-id.ts';
import { boxesOf, type Connection, type Graph, type PlacedCard } from './graph.ts';

/**
 * The lines of all connections of a journey. A line is sought when it is first asked for, and again when it may have changed;
 * where many are asked for at once, most of them a little later, so that nobody waits for them.
 */
export interface RouteTable {
  /** Takes over where cards stand now and how they are connected. */
  update(graph: Graph, places: ReadonlyMap<string, Point>): void;
  /** Takes over the lines of the layout engine; each holds as long as its ends are where they were and nothing is in its way. */
  keep(routes: ReadonlyMap<string, readonly Point[]>): void;
  /**
   * The points of a line from port to port; the same array until it changes. Undefined while it is still being sought, and where
   * an end has no place.
   */
  routeOf(id: string): readonly Point[] | undefined;
  /** Calls back when lines may have changed; returns what ends that. */
  subscribe(listener: () => void): () => void;
}

/** How far from a line a card may come to stand before the line is sought anew, in pixels. */
const corridor = 40;

/** How far apart lines out of the same card turn, in pixels, and at most how far. */
const lanes = { apart: 8, most: 48 } as const;

/** How long lines are sought at a time, in milliseconds: less than half a frame. */
const slice = 6;

/** When and how long lines are sought; by default the browser's clock, and as soon as it has drawn a frame. */
export interface RouteTiming {
  nowMs(): number;
  /** Runs work later. */
  later(work: () => void): void;
}

const browserTiming: RouteTiming = {
  nowMs: () => performance.now(),
  later: (work) => void setTimeout(work),
};

/** A table without lines. */
export function createRouteTable({ nowMs, later }: RouteTiming = browserTiming): RouteTable {
  let cards: ReadonlyMap<string, PlacedCard> = new Map();
  let connections: ReadonlyMap<string, Connection> = new Map();
  const kept = new Map<string, readonly Point[]>();
  const found = new Map<string, Found>();
  const waiting = new Set<string>();
  const listeners = new Set<() => void>();
  let spentMs = 0;
  let isLaterPlanned = false;

  const tell = () => {
    for (const listener of listeners) listener();
  };

  const seek = (id: string): Found | undefined => {
    const connection = connections.get(id);
    const request = connection === undefined ? undefined : requestOf(connection, cards);
    if (connection === undefined || request === undefined) return undefined;
    const points =
      stillGood(kept.get(id), request) ??
      orthogonalRoute({ ...request, taken: linesNear(connection, request) });
    const around = boundsOf([request.fromBox, request.toBox, ...points.map(pointBox)]) ?? request.fromBox;
    return { points, target: connection.target, reach: grown(around, corridor) };
  };

  /** The lines to other cards that are found already and may come to lie where this one goes. */
  const linesNear = ({ target }: Connection, { fromBox, toBox }: RouteRequest) => {
    const near = grown(boundsOf([fromBox, toBox]) ?? fromBox, corridor);
    return [...found.values()]
      .filter((other) => other.target !== target && overlap(other.reach, near))
      .map(({ points }) => points);
  };

  /** Seeks a line and keeps it, and keeps account of the time that this takes. */
  const seekNow = (id: string): Found | undefined => {
    const beginMs = nowMs();
    const sought = seek(id);
    if (sought !== undefined) found.set(id, sought);
    spentMs += nowMs() - beginMs;
    planLater();
    return sought;
  };

  const seekWaiting = () => {
    isLaterPlanned = false;
    spentMs = 0;
    const isAnyWaiting = waiting.size > 0;
    for (const id of waiting) {
      if (spentMs > slice) break;
      waiting.delete(id);
      seekNow(id);
    }
    if (waiting.size > 0) planLater();
    if (isAnyWaiting) tell();
  };

  const planLater = () => {
    if (isLaterPlanned) return;
    isLaterPlanned = true;
    later(seekWaiting);
  };

  return {
    update(graph, places) {
      const before = cards;
      cards = new Map(boxesOf(graph.cards, places).map((card) => [card.id, card]));
      connections = new Map(graph.connections.map((connection) => [connectionId(connection), connection]));
      const changed = changesBetween(before, cards);
      for (const [id, { target, reach }] of found) {
        const isSame = connections.get(id)?.target === target;
        if (!isSame || changed.some((box) => overlap(box, reach))) found.delete(id);
      }
      tell();
    },
    keep(routes) {
      for (const [id, points] of routes) {
        kept.set(id, points);
        found.delete(id);
      }
    },
    routeOf(id) {
      const known = found.get(id);
      if (known !== undefined) return known.points;
      if (spentMs <= slice && !waiting.has(id)) return seekNow(id)?.points;
      waiting.add(id);
      return undefined;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A line that was found, where its connection led then, and the box in which a change may change it. */
interface Found {
  readonly points: readonly Point[];
  readonly target: string;
  readonly reach: Box;
}

const pointBox = ({ x, y }: Point): Box => ({ x, y, width: 0, height: 0 });

function stillGood(points: readonly Point[] | undefined, request: RouteRequest) {
  const first = points?.[0];
  const last = points?.at(-1);
  if (points === undefined || first === undefined || last === undefined) return undefined;
  const fits =
    isSame(first, request.from) &&
    isSame(last, request.to) &&
    ![request.fromBox, request.toBox, ...request.obstacles].some((box) => passesThrough(points, box));
  return fits ? points : undefined;
}

const isSame = (a: Point, b: Point) => a.x === b.x && a.y === b.y;

/** What is to be joined, or undefined where one of the two has no place or no such port. */
function requestOf(
  { nodeId, outcome, target }: Connection,
  cards: ReadonlyMap<string, PlacedCard>,
): RouteRequest | undefined {
  const source = cards.get(nodeId);
  const goal = cards.get(target);
  const index = source?.outputs.findIndex((output) => output.outcome === outcome) ?? -1;
  const output = source?.outputs[index];
  if (source === undefined || output === undefined || goal?.input == null) return undefined;
  const from = { x: source.x + output.x, y: source.y + output.y };
  const to = { x: goal.x + goal.input.x, y: goal.y + goal.input.y };
  // On the way down the lowest outcome turns first, on the way up the highest: so lines of one card do not cross.
  const rank = to.y >= from.y ? source.outputs.length - 1 - index : index;
  const mark = markOf(target);
  return {
    from,
    to,
    fromBox: source,
    toBox: goal,
    obstacles: [...cards.values()].filter((card) => card !== source && card !== goal),
    lane: Math.min(rank * lanes.apart, lanes.most) + (mark % 2) * (lanes.apart / 2),
    spread: (mark % 4) * 6,
  };
}

/** A number that depends on an id, so that lines that meet run together only if they lead to the same card. */
function markOf(id: string): number {
  let mark = 7;
  for (const letter of id) mark = (mark * 31 + (letter.codePointAt(0) ?? 0)) % 8191;
  return mark;
}

/** Where cards are that were not there before, and where cards were that are there no more. */
function changesBetween(
  before: ReadonlyMap<string, PlacedCard>,
  after: ReadonlyMap<string, PlacedCard>,
): readonly Box[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const old = before.get(id);
    const now = after.get(id);
    return old !== undefined && now !== undefined && isAlike(old, now)
      ? []
      : [old, now].filter((card) => card !== undefined);
  });
}

function isAlike(a: PlacedCard, b: PlacedCard): boolean {
  return (
    isSame(a, b) &&
    a.width === b.width &&
    a.height === b.height &&
    a.outputs.length === b.outputs.length &&
    a.outputs.every(({ outcome, x, y }, index) => {
      const other = b.outputs[index];
      return other?.outcome === outcome && other.x === x && other.y === y;
    })
  );
}
