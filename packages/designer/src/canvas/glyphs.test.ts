import { expect, it } from 'vitest';
import { glyphOf } from './glyphs.ts';

it('gives outcomes a sign by what they are called', () => {
  expect(
    ['True', 'Success', 'False', 'Failure', 'Time Out', 'Expired', 'Retry', 'Sent'].map((name) =>
      glyphOf(name, false),
    ),
  ).toEqual(['check', 'check', 'cross', 'cross', 'clock', 'clock', 'retry', null]);
});

it('gives the only outcome of a node that cannot branch an arrow', () => {
  expect(glyphOf('Outcome', true)).toBe('on');
  expect(glyphOf('Outcome', false)).toBeNull();
});
