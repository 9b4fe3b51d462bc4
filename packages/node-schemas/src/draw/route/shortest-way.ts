import { type Box, grown, type Point } from './box.ts';
import { createQueue } from './queue.ts';

/** A way that is sought: out of `from` to the right, into `to` from the left, around boxes. */
export interface WaySought {
  readonly from: Point;
  readonly to: Point;
  readonly boxes: readonly Box[];
  /** How far it should go before it turns, in pixels. */
  readonly stub: number;
  /** How far it should keep from boxes, in pixels. */
  readonly clearance: number;
  /** How much further it should keep from them than it must, in pixels. */
  readonly spread: number;
}

/** What a corner costs, in pixels of length. */
const bendCost = 48;

/** How much more a piece costs that is nearer to a box than it should be. */
const nearCost = 5;

/** Steps after which a way is given up. */
const maxSteps = 30_000;

/** Right, down, left, up. */
const directions = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
] as const;

/**
 * The cheapest way of upright and level pieces that touches the inside of no box, or undefined where there is none. A* over a
 * grid that has a line in every gap between boxes, so that a way is found if there is one.
 */
export function shortestWay(sought: WaySought): readonly Point[] | undefined {
  const { from, to, boxes } = sought;
  const xs = linesOf(sought, 'x', 'width');
  const ys = linesOf(sought, 'y', 'height');
  const width = xs.length;
  const factors = pieceFactors(xs, ys, boxes, sought.clearance);
  const goal = ys.indexOf(to.y) * width + xs.indexOf(to.x);

  const best = new Float64Array(width * ys.length * 4).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(best.length).fill(-1);
  const queue = createQueue();
  const start = (ys.indexOf(from.y) * width + xs.indexOf(from.x)) * 4;
  best[start] = 0;
  queue.push(start, 0);

  for (let steps = 0; steps < maxSteps; steps++) {
    const state = queue.pop();
    if (state === undefined) return undefined;
    const cell = state >> 2;
    const heading = state & 3;
    if (cell === goal && heading === 0) return straightened(wayTo(state, cameFrom, xs, ys));
    const column = cell % width;
    const row = (cell - column) / width;
    for (const [turned, { x, y }] of directions.entries()) {
      if (turned === (heading ^ 2)) continue;
      const nextColumn = column + x;
      const nextRow = row + y;
      if (nextColumn < 0 || nextRow < 0 || nextColumn >= width || nextRow >= ys.length) continue;
      const next = nextRow * width + nextColumn;
      const factor = (y === 0 ? factors.level : factors.upright)[Math.min(cell, next)] ?? 1;
      const length =
        Math.abs((xs[nextColumn] ?? 0) - (xs[column] ?? 0)) + Math.abs((ys[nextRow] ?? 0) - (ys[row] ?? 0));
      const cost = (best[state] ?? 0) + length * factor + (turned === heading ? 0 : bendCost);
      const nextState = next * 4 + turned;
      if (cost >= (best[nextState] ?? 0)) continue;
      best[nextState] = cost;
      cameFrom[nextState] = state;
      const left = Math.abs((xs[nextColumn] ?? 0) - to.x) + Math.abs((ys[nextRow] ?? 0) - to.y);
      queue.push(nextState, cost + left);
    }
  }
  return undefined;
}

/** The grid's lines across one axis: beside every box, in the middle of every gap, and through both ends. */
function linesOf(
  { from, to, boxes, stub, clearance, spread }: WaySought,
  axis: 'x' | 'y',
  size: 'width' | 'height',
) {
  const edges = [...new Set(boxes.flatMap((box) => [box[axis], box[axis] + box[size]]))].sort(
    (a, b) => a - b,
  );
  const gaps = edges.slice(1).map((edge, index) => ((edges[index] ?? edge) + edge) / 2);
  const away = clearance + 6 + spread;
  const beside = boxes.flatMap((box) => [box[axis] - away, box[axis] + box[size] + away]);
  const ends = axis === 'x' ? [from.x + stub, to.x - 16] : [];
  return [...new Set([from[axis], to[axis], ...gaps, ...beside, ...ends])].sort((a, b) => a - b);
}

/** How much each piece of the grid costs for its length, by the place of its upper or left end; infinite inside a box. */
function pieceFactors(
  xs: readonly number[],
  ys: readonly number[],
  boxes: readonly Box[],
  clearance: number,
) {
  const width = xs.length;
  const level = new Float64Array(width * ys.length).fill(1);
  const upright = new Float64Array(width * ys.length).fill(1);
  const mark = ({ x: left, y: top, width: across, height: down }: Box, factor: number) => {
    const right = left + across;
    const bottom = top + down;
    for (const [row, y] of ys.entries()) {
      if (y >= bottom) break;
      if ((ys[row + 1] ?? y) <= top) continue;
      for (const [column, x] of xs.entries()) {
        if (x >= right) break;
        const piece = row * width + column;
        if (y > top && (xs[column + 1] ?? x) > left) level[piece] = factor;
        if (x > left) upright[piece] = factor;
      }
    }
  };
  for (const box of boxes) mark(grown(box, clearance), nearCost);
  for (const box of boxes) mark(box, Number.POSITIVE_INFINITY);
  return { level, upright };
}

function wayTo(end: number, cameFrom: Int32Array, xs: readonly number[], ys: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let state = end; state >= 0; state = cameFrom[state] ?? -1) {
    const cell = state >> 2;
    points.push({ x: xs[cell % xs.length] ?? 0, y: ys[Math.floor(cell / xs.length)] ?? 0 });
  }
  return points.reverse();
}

/** The same line without the points at which it goes straight on. */
function straightened(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const [index, point] of points.entries()) {
    const before = kept.at(-1);
    const after = points[index + 1];
    if (before !== undefined && before.x === point.x && before.y === point.y) continue;
    const isOnTheWay =
      before !== undefined &&
      after !== undefined &&
      ((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
    if (!isOnTheWay) kept.push(point);
  }
  return kept;
}
