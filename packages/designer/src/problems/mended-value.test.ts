import { describe, expect, test } from 'vitest';
import { meantLocale, meantValue, withLocale, withoutLocale, withoutRepeats } from './mended-value.ts';

describe('the value that was meant', () => {
  test.each([
    [{ type: 'integer', minimum: 1, maximum: 3600 }, '60', 60],
    [{ type: 'integer', minimum: 1, maximum: 3600 }, 99_999, 3600],
    [{ type: 'integer', minimum: 1 }, 0, 1],
    [{ type: 'integer' }, 5.5, 6],
    [{ type: 'boolean' }, 'true', true],
    [{ type: 'string', enum: ['DEFAULT', 'CHALLENGE'] }, 'challenge ', 'CHALLENGE'],
    [{ type: 'string' }, 5, '5'],
  ])('for %j, %j was to be %j', (schema, value, meant) => {
    expect(meantValue(schema, value)).toBe(meant);
  });

  test.each([
    [{ type: 'integer' }, 'soon'],
    [{ type: 'integer', minimum: 1 }, 5],
    [{ type: 'boolean' }, 'yes please'],
    [{ type: 'string', enum: ['DEFAULT'] }, 'OTHER'],
    [{ type: 'array' }, 'x'],
  ])('for %j, nobody can tell what %j was to be', (schema, value) => {
    expect(meantValue(schema, value)).toBeUndefined();
  });
});

test('a list loses its repeats, and is left alone without any', () => {
  expect(withoutRepeats(['a', 'b', 'a'])).toEqual(['a', 'b']);
  expect(withoutRepeats(['a', 'b'])).toBeUndefined();
});

describe('a locale', () => {
  test.each([
    ['en GB', 'en-GB'],
    ['en-XX', 'en'],
    ['German', 'de'],
  ])('%j was to be %s', (locale, meant) => {
    expect(meantLocale(locale)).toBe(meant);
  });

  test('that is nothing like one stays', () => {
    expect(meantLocale('jkl')).toBeUndefined();
  });

  test('is renamed in its place, unless the other is there', () => {
    expect(Object.entries(withLocale({ 'en-XX': 'Hello', fr: 'Salut' }, 'en-XX', 'en') ?? {})).toEqual([
      ['en', 'Hello'],
      ['fr', 'Salut'],
    ]);
    expect(withLocale({ 'en-XX': 'Hello', en: 'Hi' }, 'en-XX', 'en')).toBeUndefined();
  });

  test('is removed, and with the last one the whole', () => {
    expect(withoutLocale({ jkl: 'x', en: 'Hi' }, 'jkl')).toEqual({ en: 'Hi' });
    expect(withoutLocale({ jkl: 'x' }, 'jkl')).toBeUndefined();
  });
});
