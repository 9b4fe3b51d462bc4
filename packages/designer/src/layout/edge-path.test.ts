import { expect, test } from 'vitest';
import { edgePath } from './edge-path.ts';

const ends = {
  from: { x: 232, y: 50 },
  to: { x: 400, y: 50 },
  fromBox: { x: 0, y: 0, width: 232, height: 72 },
  toBox: { x: 400, y: 30, width: 232, height: 72 },
};
const route = [
  ends.from,
  { x: 300, y: 50 },
  { x: 300, y: 200 },
  { x: 350, y: 200 },
  { x: 350, y: 50 },
  ends.to,
];

test('a connection is drawn along its route', () => {
  expect(edgePath(route, ends).points).toBe(route);
  expect(edgePath(route, { ...ends, to: { x: 400.0004, y: 50 } }).points).toBe(route);
});

test('a connection whose end is dragged away is drawn without the route', () => {
  const { points, path, middle } = edgePath(route, { ...ends, to: { x: 400, y: 50 + 8 } });
  expect(points.at(-1)).toEqual({ x: 400, y: 58 });
  expect(path).toMatch(/^M232,50L/);
  expect(middle.x).toBeGreaterThan(232);
});

test('a connection without a route is drawn all the same', () => {
  expect(edgePath(undefined, ends)).toEqual({
    path: 'M232,50L400,50',
    points: [ends.from, ends.to],
    middle: { x: 316, y: 50 },
  });
});
