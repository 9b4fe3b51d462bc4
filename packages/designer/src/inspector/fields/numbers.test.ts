import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inLargerUnits, readNumber, stepped } from './numbers.ts';

describe('a text in a number field', () => {
  test.each([
    ['60', 60],
    [' 60 ', 60],
    ['-3', -3],
    ['5.5', 5.5],
    ['86 400 000', 86_400_000],
  ])('%j is %d', (text, value) => {
    expect(readNumber(text)).toEqual({ status: 'value', value });
  });

  test('is nothing when it is empty', () => {
    expect(readNumber('  ')).toEqual({ status: 'empty' });
  });

  test('is kept as it is when the environment fills it in', () => {
    expect(readNumber('&{push.timeout}')).toEqual({ status: 'value', value: '&{push.timeout}' });
  });

  test.each(['abc', '-', '1e3', '5.', '&{', '0x10', '9007199254740993'])('%j cannot be read', (text) => {
    expect(readNumber(text)).toEqual({ status: 'unreadable' });
  });

  test('is the number that was written', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(readNumber(String(value))).toEqual({ status: 'value', value });
      }),
    );
  });
});

describe('a step', () => {
  test('never leaves the range', () => {
    const schema = { minimum: 1, maximum: 3600 };
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -10, max: 10 }), (from, steps) => {
        const next = stepped(schema, from, steps);
        expect(next).toBeGreaterThanOrEqual(1);
        expect(next).toBeLessThanOrEqual(3600);
      }),
    );
  });

  test('of milliseconds is a whole second', () => {
    const schema = { unit: 'milliseconds', minimum: 1000 } as const;
    expect(stepped(schema, 120_000, 1)).toBe(121_000);
    expect(stepped(schema, 1500, 1)).toBe(2000);
    expect(stepped(schema, 1500, -1)).toBe(1000);
  });
});

describe('a duration in larger units', () => {
  test.each([
    [120_000, 'milliseconds', [{ unit: 'minutes', count: 2 }]],
    [
      90,
      'seconds',
      [
        { unit: 'minutes', count: 1 },
        { unit: 'seconds', count: 30 },
      ],
    ],
    [1440, 'minutes', [{ unit: 'days', count: 1 }]],
  ] as const)('%d %s', (value, unit, parts) => {
    expect(inLargerUnits(value, unit)).toEqual(parts);
  });

  test.each([
    [30, 'seconds'],
    [1234, 'milliseconds'],
    [3, 'attempts'],
    [100_000_001, 'seconds'],
  ] as const)('says nothing of %d %s', (value, unit) => {
    expect(inLargerUnits(value, unit)).toBeNull();
  });
});
