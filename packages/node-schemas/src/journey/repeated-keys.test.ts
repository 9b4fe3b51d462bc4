import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repeatedKeys } from './repeated-keys.ts';

const inText = (text: string) => repeatedKeys(text, JSON.parse(text));

test('a key that an object has twice is told where it is the second time', () => {
  expect(inText('{\n  "a": 1,\n  "b": { "a": 2 },\n  "a": 3\n}')).toEqual([
    { line: 4, column: 3, message: expect.stringMatching(/^"a" is in this object a second time/) },
  ]);
  expect(inText('[{ "a" : 1 }, { "a" : 1, "\\u0061" : 2 }]')).toMatchObject([{ line: 1, column: 26 }]);
});

test('a text that looks like a key is none', () => {
  expect(inText('{ "a": ": 1, \\"a\\": 2", "b": ": 1" }')).toEqual([]);
});

test('what is written with each key once has none', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      expect(inText(JSON.stringify(value, null, indent))).toEqual([]);
    }),
  );
});
