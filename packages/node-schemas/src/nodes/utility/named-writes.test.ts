import { expect, test } from 'vitest';
import { messageNode } from './message.ts';
import { setStateNode } from './set-state.ts';

test('Set State writes every key that it is given', () => {
  expect(setStateNode.namedWrites?.({ attributes: { colour: 'red', size: 'L' } })).toEqual([
    'colour',
    'size',
  ]);
});

test('Message Node writes the key that it is given, if any', () => {
  const texts = { message: {}, messageYes: {}, messageNo: {} };
  expect(messageNode.namedWrites?.({ ...texts, stateField: 'agreed' })).toEqual(['agreed']);
  expect(messageNode.namedWrites?.({ ...texts, stateField: '' })).toEqual([]);
  expect(messageNode.namedWrites?.(texts)).toEqual([]);
});
