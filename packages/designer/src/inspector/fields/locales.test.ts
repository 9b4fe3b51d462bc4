import { expect, test } from 'vitest';
import { deriveJourney } from '../../document/derive-journey.ts';
import { documentOf } from '../../document/document.builder.ts';
import { fallbackLocale, localeName, localesOf } from './locales.ts';

test('the locales of a journey are those of all its texts, of nodes in pages too', () => {
  const { exported } = documentOf({
    wait: { type: 'PushWaitNode', config: { exitMessage: { fr: 'Annuler', en: 'Cancel' } } },
    page: { type: 'PageNode', config: { pageHeader: { de: 'Anmelden' } } },
    odd: { type: 'MadeUpNode', config: { label: { xx: 'no locale map that is known' } } },
  });
  const journey = deriveJourney(exported);
  expect(localesOf(journey)).toEqual(['de', 'en', 'fr']);
  expect(localesOf(journey)).toBe(localesOf(journey));
});

test.each([
  [['de', 'en', 'fr'], undefined, 'en'],
  [['de', 'fr'], undefined, 'de'],
  [['de', 'en-GB'], undefined, 'de'],
  [['de', 'en'], 'first', 'de'],
  [['de', 'en'], 'built-in', undefined],
  [[], undefined, undefined],
] as const)('of %j, falling back to %s, others see %s', (locales, kind, expected) => {
  expect(fallbackLocale(locales, kind)).toBe(expected);
});

test('a locale is called what people call it', () => {
  expect(localeName('pt_BR')).toBe('Brazilian Portuguese');
  expect(localeName('no locale')).toBeUndefined();
});
