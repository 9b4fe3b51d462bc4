import type { Point } from './box.ts';

/** How near two pieces side by side are taken for one, in pixels. */
const apart = 5;

/** How far on along a track a line seems to go on in another, in pixels. */
const gap = 4;

/** How much of a line seems to lie on other lines, in pixels; 0: it can be told from each of them. To cross one is nothing. */
export function sharedTrack(points: readonly Point[], others: readonly (readonly Point[])[]): number {
  let shared = 0;
  for (const other of others) {
    for (let i = 1; i < points.length; i++) {
      for (let j = 1; j < other.length; j++) {
        shared += common(points[i - 1], points[i], other[j - 1], other[j]);
      }
    }
  }
  return shared;
}

type End = Point | undefined;

function common(a: End, b: End, c: End, d: End): number {
  if (a === undefined || b === undefined || c === undefined || d === undefined) return 0;
  if (a.y === b.y && c.y === d.y) return Math.abs(a.y - c.y) < apart ? along(a.x, b.x, c.x, d.x) : 0;
  if (a.x === b.x && c.x === d.x) return Math.abs(a.x - c.x) < apart ? along(a.y, b.y, c.y, d.y) : 0;
  return 0;
}

const along = (a: number, b: number, c: number, d: number) =>
  Math.max(0, Math.min(Math.max(a, b), Math.max(c, d)) - Math.max(Math.min(a, b), Math.min(c, d)) + gap);
