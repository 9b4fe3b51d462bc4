import { expect, test } from 'vitest';
import { sharedTrack } from './shared-track.ts';

const line = (...places: readonly (readonly [number, number])[]) => places.map(([x, y]) => ({ x, y }));
const upright = line([100, 0], [100, 50]);

test.each([
  { what: 'in the same place', other: line([100, 20], [100, 90]), shared: 34 },
  { what: 'right beside', other: line([103, 0], [103, 50]), shared: 54 },
  { what: 'going on in it', other: line([100, 50], [100, 90]), shared: 4 },
  { what: 'a little apart', other: line([107, 0], [107, 50]), shared: 0 },
  { what: 'farther on', other: line([100, 60], [100, 90]), shared: 0 },
  { what: 'crossing', other: line([50, 25], [150, 25]), shared: 0 },
])('of a line $what $shared pixels seem to be the same', ({ other, shared }) => {
  expect(sharedTrack(upright, [other])).toBe(shared);
  expect(sharedTrack(other, [upright])).toBe(shared);
});
