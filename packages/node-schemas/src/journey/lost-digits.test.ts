import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lostDigits } from './lost-digits.ts';

test('a whole number that would be written back as another is told where it is', () => {
  expect(lostDigits('{\n  "a": 9223372036854775807,\n  "b": [-9007199254740993]\n}')).toEqual([
    {
      line: 2,
      column: 8,
      message:
        '9223372036854775807 has more digits than are kept; a whole number up to 9007199254740991 is expected.',
    },
    { line: 3, column: 9, message: expect.stringMatching(/^-9007199254740993 has more digits/) },
  ]);
  expect(lostDigits(`\uFEFF[${'1'.repeat(400)}]`)).toMatchObject([
    { line: 1, column: 3, message: expect.stringMatching(/^1{20}… has/) },
  ]);
});

test.each([
  '[9007199254740991]',
  '[10000000000000000]',
  '[427.75000000000006]',
  '["a: 9223372036854775807"]',
])('%s loses nothing', (text) => {
  expect(lostDigits(text)).toEqual([]);
});

test('what was written from a value loses nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.double(), fc.constantFrom(0, 2), (value, number, indent) => {
      expect(lostDigits(JSON.stringify([value, number], null, indent))).toEqual([]);
    }),
  );
});
