import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, type Point, passesThrough } from './box.ts';
import { orthogonalRoute, quickRoute, type RouteRequest } from './orthogonal-route.ts';
import { sharedTrack } from './shared-track.ts';

const card = (x: number, y: number, height = 96): Box => ({ x, y, width: 232, height });

/** A connection from the lowest outcome of one card to the input of another. */
const between = (fromBox: Box, toBox: Box, obstacles: readonly Box[] = []): RouteRequest => ({
  fromBox,
  toBox,
  obstacles,
  from: { x: fromBox.x + fromBox.width, y: fromBox.y + fromBox.height - 20 },
  to: { x: toBox.x, y: toBox.y + 20 },
});

const isUprightOrLevel = (points: readonly Point[]) =>
  points.every(({ x, y }, index) => {
    const next = points[index + 1];
    return next === undefined || (x === next.x) !== (y === next.y);
  });

describe('a line', () => {
  test('is straight where nothing is in the way and the ports are level', () => {
    const request = between(card(0, 0), card(400, 56));
    expect(orthogonalRoute(request)).toEqual([request.from, request.to]);
  });

  test('turns twice where the ports are not level', () => {
    const request = between(card(0, 0), card(400, 200));
    expect(orthogonalRoute(request)).toEqual([
      { x: 232, y: 76 },
      { x: 248, y: 76 },
      { x: 248, y: 220 },
      { x: 400, y: 220 },
    ]);
  });

  test('lies beside a line that was there before, and not upon it', () => {
    const taken = [orthogonalRoute(between(card(0, 0), card(400, 200)))];
    const points = orthogonalRoute({ ...between(card(0, 10), card(400, 300)), taken });
    expect(sharedTrack(points, taken)).toBe(0);
  });

  test('keeps away from the edge of the card that it comes from', () => {
    const own = card(400, 100);
    const below = card(200, 222);
    const points = orthogonalRoute(between(own, card(0, 0), [below]));
    expect(passesThrough(points.slice(1, -1), own, 9)).toBe(false);
  });

  test('keeps apart from its neighbours by its lane', () => {
    const request = { ...between(card(0, 0), card(400, 200)), lane: 8 };
    expect(orthogonalRoute(request)[1]).toEqual({ x: 256, y: 76 });
  });

  test('goes back between two cards where there is room', () => {
    const points = orthogonalRoute(between(card(400, 0), card(0, 300)));
    expect(points).toHaveLength(6);
    expect(points[2]?.y).toBe(198);
  });

  test('goes around its own card back to it', () => {
    const own = card(0, 0);
    const points = orthogonalRoute(between(own, own));
    expect(passesThrough(points, own)).toBe(false);
    expect(points.at(-1)).toEqual({ x: 0, y: 20 });
  });

  test('goes around a card between its ends', () => {
    const wall = card(350, -200, 600);
    const points = orthogonalRoute(between(card(0, 0), card(700, 0), [wall]));
    expect(passesThrough(points, wall)).toBe(false);
  });

  test('is found by way of the only gap there is', () => {
    const walls = [card(350, -2000, 1990), card(350, 0, 2000)];
    const points = orthogonalRoute(between(card(0, 300), card(700, 300), walls));
    expect(walls.some((wall) => passesThrough(points, wall))).toBe(false);
    expect(points.some(({ y }) => y > -10 && y < 0)).toBe(true);
  });

  test('is drawn even where a card lies on the port', () => {
    const request = between(card(0, 0), card(600, 0), [card(200, 0)]);
    expect(orthogonalRoute(request).at(-1)).toEqual(request.to);
  });
});

describe('wherever cards stand', () => {
  const spot = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });
  const height = fc.integer({ min: 72, max: 300 });
  const apart = (a: Box, b: Box) =>
    a.x + a.width + 2 <= b.x ||
    b.x + b.width + 2 <= a.x ||
    a.y + a.height + 2 <= b.y ||
    b.y + b.height + 2 <= a.y;
  const anyCard = fc.tuple(spot, height).map(([{ x, y }, tall]) => card(x, y, tall));

  test('a line never passes through the cards that it joins', () => {
    fc.assert(
      fc.property(anyCard, anyCard, fc.array(anyCard, { maxLength: 8 }), (from, to, obstacles) => {
        fc.pre(apart(from, to));
        for (const route of [orthogonalRoute, quickRoute]) {
          const points = route(between(from, to, obstacles));
          expect(isUprightOrLevel(points)).toBe(true);
          expect(passesThrough(points, from)).toBe(false);
          expect(passesThrough(points, to)).toBe(false);
        }
      }),
    );
  });

  test('a line goes around all cards that stand apart, from port to port', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), height);
    const crowd = fc.uniqueArray(place, { minLength: 2, maxLength: 24, selector: ([x, y]) => x + 10 * y });
    fc.assert(
      fc.property(crowd, (places) => {
        const cards = places.map(([x, y, tall]) => card(x * 236, y * 304, tall));
        const [from, to, ...obstacles] = cards;
        if (from === undefined || to === undefined) return;
        const request = between(from, to, obstacles);
        const points = orthogonalRoute(request);
        expect(points[0]).toEqual(request.from);
        expect(points.at(-1)).toEqual(request.to);
        expect(cards.filter((box) => passesThrough(points, box))).toEqual([]);
      }),
    );
  });
});
