import { type Box, middleOf, type Point, quickRoute, roundedPath } from '@journeyman/node-schemas';

/** Where a connection is drawn at this moment. */
export interface EdgeEnds {
  readonly from: Point;
  readonly to: Point;
  readonly fromBox: Box;
  readonly toBox: Box;
}

/** How a connection is drawn. */
export interface EdgeDrawing {
  /** The text of its SVG path. */
  readonly path: string;
  readonly points: readonly Point[];
  /** The point half way along it. */
  readonly middle: Point;
}

/**
 * How a connection is drawn: along its route while its ends are where the route was made for, and while they are dragged along
 * a quick one that minds only its own two cards.
 */
export function edgePath(route: readonly Point[] | undefined, ends: EdgeEnds): EdgeDrawing {
  const points = route !== undefined && fits(route, ends) ? route : quickRoute({ ...ends, obstacles: [] });
  return { path: roundedPath(points), points, middle: middleOf(points) };
}

/** Canvas libraries give places with rounding errors. */
function fits(route: readonly Point[], { from, to }: EdgeEnds): boolean {
  const first = route[0];
  const last = route.at(-1);
  return first !== undefined && last !== undefined && isNear(first, from) && isNear(last, to);
}

const isNear = (a: Point, b: Point) => Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1;
