import type { Place } from '../../journey/layout.ts';

/** A point on the canvas, in pixels. */
export type Point = Place;

/** An upright rectangle on the canvas, by its upper left corner, in pixels. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A box with a margin around it, in pixels; a negative one makes it smaller. */
export function grown({ x, y, width, height }: Box, margin: number): Box {
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

/** Whether two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether a line with bends touches the inside of a box; along its edge does not count. `margin` makes the box larger. */
export function passesThrough(points: readonly Point[], box: Box, margin = 0): boolean {
  const left = box.x - margin;
  const top = box.y - margin;
  const right = box.x + box.width + margin;
  const bottom = box.y + box.height + margin;
  return points.some((from, index) => {
    const to = points[index + 1];
    return (
      to !== undefined &&
      (from.x < right || to.x < right) &&
      (from.x > left || to.x > left) &&
      (from.y < bottom || to.y < bottom) &&
      (from.y > top || to.y > top)
    );
  });
}

/** The smallest box around some boxes; null around none. */
export function boundsOf(boxes: Iterable<Box>): Box | null {
  const all = [...boxes];
  if (all.length === 0) return null;
  const x = Math.min(...all.map((box) => box.x));
  const y = Math.min(...all.map((box) => box.y));
  const right = Math.max(...all.map((box) => box.x + box.width));
  const bottom = Math.max(...all.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
