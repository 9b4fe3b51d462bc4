import { type Box, boundsOf, grown, overlap, type Point } from '@journeyman/node-schemas';
import { type Elk, elkInWorker } from './elk.ts';
import { type Arrangement, arrangementOf, type Direction, elkGraphOf } from './elk-graph.ts';
import { boxesOf, type Graph, partOf } from './graph.ts';

/** What is laid out: everything, some cards, or those that have no place yet. */
export type Scope = 'all' | 'new' | { readonly selected: ReadonlySet<string> };

/** How far a group of cards that is set among others keeps from them, in pixels. */
const margin = { x: 90, y: 40 } as const;

/**
 * Finds places for cards, and lines for the connections between them. Cards that are not in the scope stay where they are, and
 * are not in the answer; those that are come to stand beside them, never upon them. `placed` is where cards stand now, by id.
 */
export async function layOut(
  graph: Graph,
  placed: ReadonlyMap<string, Point>,
  { scope, direction, elk = elkInWorker }: { scope: Scope; direction: Direction; elk?: Elk },
): Promise<Arrangement> {
  const ids = idsIn(scope, graph, placed);
  const staying = boxesOf(graph.cards, placed).filter(({ id }) => !ids.has(id));
  if (scope === 'all' || staying.length === 0) return arranged(graph, direction, elk);
  const groups = scope === 'new' ? piecesOf(partOf(graph, ids)) : [partOf(graph, ids)];
  const places = new Map<string, Point>();
  const routes = new Map<string, readonly Point[]>();
  const taken: Box[] = [...staying];
  for (const group of groups) {
    const arrangement = await arranged(group, direction, elk);
    const bounds = boundsOf(boxesOf(group.cards, arrangement.places));
    if (bounds === null) continue;
    const corner = freeCorner(cornerFor(group, graph, placed, places), bounds, taken);
    const shift = { x: corner.x - bounds.x, y: corner.y - bounds.y };
    for (const [id, point] of arrangement.places) places.set(id, shifted(point, shift));
    for (const [key, points] of arrangement.routes) {
      routes.set(
        key,
        points.map((point) => shifted(point, shift)),
      );
    }
    taken.push({ ...bounds, ...corner });
  }
  return { places, routes };
}

async function arranged(graph: Graph, direction: Direction, elk: Elk): Promise<Arrangement> {
  if (graph.cards.length === 0) return { places: new Map(), routes: new Map() };
  return arrangementOf(graph, await elk.layout(elkGraphOf(graph, direction)));
}

function idsIn(scope: Scope, { cards }: Graph, placed: ReadonlyMap<string, Point>): ReadonlySet<string> {
  if (scope === 'all') return new Set(cards.map(({ id }) => id));
  return scope === 'new' ? new Set(cards.flatMap(({ id }) => (placed.has(id) ? [] : [id]))) : scope.selected;
}

/** The parts of a graph that no connection joins. */
function piecesOf(graph: Graph): Graph[] {
  const neighbours = new Map<string, string[]>(graph.cards.map(({ id }) => [id, []]));
  for (const { nodeId, target } of graph.connections) {
    neighbours.get(nodeId)?.push(target);
    neighbours.get(target)?.push(nodeId);
  }
  const seen = new Set<string>();
  return graph.cards.flatMap(({ id }) => {
    if (seen.has(id)) return [];
    const piece = new Set([id]);
    for (const member of piece) for (const next of neighbours.get(member) ?? []) piece.add(next);
    for (const member of piece) seen.add(member);
    return [partOf(graph, piece)];
  });
}

/** Where a group would best begin: where it was, else right of what leads to it, else left of what it leads to, else below all. */
function cornerFor(
  group: Graph,
  graph: Graph,
  placed: ReadonlyMap<string, Point>,
  places: ReadonlyMap<string, Point>,
): Point {
  const before = boundsOf(boxesOf(group.cards, placed));
  if (before !== null) return before;
  const members = new Set(group.cards.map(({ id }) => id));
  const standing = new Map(
    boxesOf(graph.cards, new Map([...placed, ...places])).map((card) => [card.id, card]),
  );
  for (const { nodeId, target } of graph.connections) {
    const source = standing.get(nodeId);
    if (members.has(target) && source !== undefined) {
      return { x: source.x + source.width + margin.x, y: source.y };
    }
  }
  for (const { nodeId, target } of graph.connections) {
    const follower = standing.get(target);
    if (members.has(nodeId) && follower !== undefined) {
      const width = Math.max(...group.cards.map((card) => card.width));
      return { x: follower.x - margin.x - width, y: follower.y };
    }
  }
  const all = boundsOf(standing.values());
  return all === null ? { x: 0, y: 0 } : { x: all.x, y: all.y + all.height + margin.y };
}

/** The nearest corner below the wanted one at which a box lies on nothing. */
function freeCorner(wanted: Point, { width, height }: Box, taken: readonly Box[]): Point {
  let y = wanted.y;
  for (;;) {
    const box = grown({ x: wanted.x, y, width, height }, margin.y - 1);
    const hit = taken.filter((other) => overlap(box, other));
    if (hit.length === 0) return { x: wanted.x, y };
    y = Math.max(...hit.map((other) => other.y + other.height)) + margin.y;
  }
}

const shifted = ({ x, y }: Point, by: Point): Point => ({ x: x + by.x, y: y + by.y });
