import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aligned, type Distribution, distributed, type NamedBox } from './align.ts';

const boxes = fc.uniqueArray(
  fc.record<NamedBox>({
    id: fc.uuid(),
    x: fc.integer({ min: -500, max: 500 }),
    y: fc.integer({ min: -500, max: 500 }),
    width: fc.integer({ min: 40, max: 232 }),
    height: fc.integer({ min: 32, max: 300 }),
  }),
  { selector: ({ id }) => id, minLength: 2, maxLength: 8 },
);

const moved = (all: readonly NamedBox[], places: ReturnType<typeof aligned>) =>
  all.map((box) => ({ ...box, ...places.get(box.id) }));

describe('aligning', () => {
  it('gives every box the same side and leaves the other direction alone', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const result = moved(all, aligned(all, 'right'));
        expect(new Set(result.map(({ x, width }) => x + width)).size).toBe(1);
        expect(result.map(({ y }) => y)).toEqual(all.map(({ y }) => y));
      }),
    );
  });

  it('puts middles on one line', () => {
    const all = [
      { id: 'a', x: 0, y: 0, width: 40, height: 40 },
      { id: 'b', x: 80, y: 60, width: 40, height: 80 },
    ];
    expect(aligned(all, 'middle')).toEqual(
      new Map([
        ['a', { x: 0, y: 50 }],
        ['b', { x: 80, y: 30 }],
      ]),
    );
  });
});

describe('distributing', () => {
  it('makes the gaps equal and keeps the first box where it is', () => {
    fc.assert(
      fc.property(boxes, fc.constantFrom<Distribution>('horizontally', 'vertically'), (all, direction) => {
        const across = direction === 'horizontally';
        const result = moved(all, distributed(all, direction))
          .map((box) =>
            across ? { start: box.x, end: box.x + box.width } : { start: box.y, end: box.y + box.height },
          )
          .sort((a, b) => a.start - b.start);
        const gaps = result.slice(1).map(({ start }, index) => start - (result[index]?.end ?? 0));
        for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0, 6);
        const first = Math.min(...all.map((box) => (across ? box.x : box.y)));
        expect(result[0]?.start).toBe(first);
      }),
    );
  });
});
