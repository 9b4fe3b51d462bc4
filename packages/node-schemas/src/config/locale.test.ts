import { expect, test } from 'vitest';
import { isKnownLocale } from './locale.ts';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const pairs = letters.flatMap((first) => letters.map((second) => first + second));
const namesOf = (type: 'language' | 'region') => new Intl.DisplayNames(['en'], { type, fallback: 'none' });

test('knows the languages of two letters that the platform knows', () => {
  const names = namesOf('language');
  const known = pairs.filter((pair) => names.of(new Intl.Locale(pair).language) !== undefined);
  expect(pairs.filter(isKnownLocale)).toEqual(known);
});

test('knows the regions of two letters that the platform knows', () => {
  const names = namesOf('region');
  const locales = pairs.map((pair) => `en-${pair.toUpperCase()}`);
  const known = locales.filter((locale) => names.of(new Intl.Locale(locale).region ?? '') !== undefined);
  expect(locales.filter(isKnownLocale)).toEqual(known);
});

test.each(['zh-Hant', 'zh_Hant_TW', 'de-CH-1996', 'FR', 'haw', 'en_GB', 'es-419'])('knows %s', (locale) => {
  expect(isKnownLocale(locale)).toBe(true);
});

test.each(['', 'english', 'xx', 'en-XX', 'en-GB-', 'x', 'de DE'])('does not know %j', (locale) => {
  expect(isKnownLocale(locale)).toBe(false);
});
