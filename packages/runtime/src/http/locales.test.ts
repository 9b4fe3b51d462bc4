import { expect, test } from 'vitest';
import { preferredLocales } from './locales.ts';

test.each([
  { header: undefined, locales: [] },
  { header: '', locales: [] },
  { header: 'en', locales: ['en'] },
  { header: 'fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5', locales: ['fr-CH', 'fr', 'en', 'de'] },
  { header: 'en;q=0.2,de; q=0.9 ,fr;q=0.5', locales: ['de', 'fr', 'en'] },
  { header: 'en;q=0, de', locales: ['de'] },
  { header: 'de;level=1;q=0.5, en', locales: ['en', 'de'] },
  { header: '<script>, en_GB, de;q=high;q=1.2.3, ;;, fr', locales: ['fr'] },
])('prefers $locales for "$header"', ({ header, locales }) => {
  expect(preferredLocales(undefined, header)).toEqual(locales);
});

test('the parameter goes first, with dashes for underscores', () => {
  expect(preferredLocales('pt_BR', 'en')).toEqual(['pt-BR', 'en']);
  expect(preferredLocales('<b>', 'en')).toEqual(['en']);
});
