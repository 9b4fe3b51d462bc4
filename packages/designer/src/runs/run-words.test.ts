import { expect, test } from 'vitest';
import type { Divergence } from './divergence.ts';
import { verdictWords } from './run-words.ts';

const gone: Divergence = { type: 'node gone' };
const settings: Divergence = { type: 'settings', changed: ['Message'], isCountOfUser: false };
const all = { ofSettings: true, ofAllSteps: true };

const verdict = (differing: readonly (readonly [number, Divergence])[], known = all) =>
  verdictWords(new Map(differing), known);

test('a run is told to go the same way only as far as that is known', () => {
  expect(verdict([])).toBe('Goes the same way now');
  expect(verdict([], { ...all, ofAllSteps: false })).toContain('inner journeys are not compared');
  expect(verdict([], { ...all, ofSettings: false })).toContain(
    'Whether settings have changed since is not known',
  );
});

test('what surely differs is told from what may', () => {
  expect(verdict([[3, gone]])).toBe('Goes another way now, from step 3');
  expect(verdict([[2, settings]])).toBe('May go another way now, from step 2: settings have changed since');
  expect(
    verdict([
      [2, settings],
      [5, gone],
    ]),
  ).toBe('Goes another way now, from step 5, or already from step 2');
});
