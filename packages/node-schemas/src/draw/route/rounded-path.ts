import type { Point } from './box.ts';

/** The radius of a connection's corners, in pixels; less where there is no room. */
const cornerRadius = 8;

/** The text of an SVG path through points that are joined by upright and level lines, its corners rounded. */
export function roundedPath(points: readonly Point[], radius: number = cornerRadius): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (before === undefined) return `M${at(point)}`;
      if (after === undefined) return `L${at(point)}`;
      const room = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2);
      return `L${at(towards(point, before, room))}Q${at(point)} ${at(towards(point, after, room))}`;
    })
    .join('');
}

/** The point half way along a line with bends: where a label or a button of a connection goes. */
export function middleOf(points: readonly Point[]): Point {
  const first = points[0] ?? { x: 0, y: 0 };
  let left = lengthOf(points) / 2;
  let from = first;
  for (const point of points.slice(1)) {
    const step = distance(from, point);
    if (step > 0 && step >= left) return towards(from, point, left);
    left -= step;
    from = point;
  }
  return from;
}

/** How long a line with bends is, in pixels. */
export function lengthOf(points: readonly Point[]): number {
  return points.reduce((sum, point, index) => sum + distance(points[index - 1] ?? point, point), 0);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * by) / whole, y: from.y + ((to.y - from.y) * by) / whole };
}

const at = ({ x, y }: Point) => `${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}`;
