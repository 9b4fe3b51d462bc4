import { pushWaitNode } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { nodeRun } from '../node-run.builder.ts';
import { drawNumbers } from './push-numbers.ts';

test('there are three different two-digit numbers, ascending, and one of them is right', () => {
  const { services } = nodeRun({ type: pushWaitNode });
  for (let draw = 0; draw < 500; draw += 1) {
    const { offered, correct } = drawNumbers(services.random);
    expect(new Set(offered).size).toBe(3);
    expect(offered).toEqual(offered.toSorted((a, b) => a - b));
    expect(Math.min(...offered)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...offered)).toBeLessThanOrEqual(99);
    expect(offered).toContain(correct);
  }
});

test('a source that repeats itself still gives different numbers', () => {
  expect(drawNumbers({ base64: () => '', uuid: () => '', integer: (from) => from })).toEqual({
    offered: [10, 11, 12],
    correct: 10,
  });
});
