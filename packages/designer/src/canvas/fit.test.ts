import { describe, expect, it } from 'vitest';
import { viewOn } from './fit.ts';

const room = { width: 800, height: 600, foot: 128 };

function drawn({ x, y, width, height }: { x: number; y: number; width: number; height: number }, at = room) {
  const view = viewOn([{ x, y, width, height }], at);
  if (view === null) throw new Error('There is no view.');
  const { zoom } = view;
  const left = view.x + x * zoom;
  const top = view.y + y * zoom;
  return { zoom, left, right: left + width * zoom, top, bottom: top + height * zoom };
}

describe('the view on a journey', () => {
  it('is at 100 % in the middle where that has room', () => {
    const { zoom, left, right, top, bottom } = drawn({ x: -40, y: 16, width: 400, height: 200 });
    expect(zoom).toBe(1);
    expect([left, right]).toEqual([200, 600]);
    expect([top, bottom]).toEqual([200, 400]);
  });

  it('leaves room at the sides for words that are wider than their pills', () => {
    const { zoom, left, right } = drawn({ x: 100, y: 0, width: 4000, height: 200 });
    const wordOutOfPill = 53 - 96 * zoom;
    expect(left - wordOutOfPill).toBeCloseTo(12);
    expect(right + wordOutOfPill).toBeCloseTo(788);
  });

  it('keeps clear of what stands at the bottom', () => {
    const { top, bottom } = drawn({ x: 0, y: 0, width: 400, height: 2000 });
    expect(top).toBeCloseTo(12);
    expect(bottom).toBeLessThanOrEqual(600 - 128);
  });

  it('uses the whole of a canvas that is low', () => {
    const { bottom } = drawn({ x: 0, y: 0, width: 400, height: 2000 }, { ...room, height: 300 });
    expect(bottom).toBeCloseTo(288);
  });

  it('is none of nothing', () => {
    expect(viewOn([], room)).toBeNull();
  });
});
