import { expect, test } from 'vitest';
import { bestMatch, type Fallback, fillIn, localise } from './texts.ts';

test.each([
  { preferred: ['en'], candidates: ['en-GB'], found: undefined },
  { preferred: ['en-GB'], candidates: ['en-GB'], found: 'en-GB' },
  { preferred: ['en-GB'], candidates: ['en'], found: 'en' },
  { preferred: ['en-GB', 'fr', 'en'], candidates: ['fr', 'en'], found: 'fr' },
  { preferred: ['en-GB', 'fr'], candidates: ['fr', 'en'], found: 'en' },
  { preferred: ['de'], candidates: ['fr', 'en'], found: undefined },
  { preferred: [], candidates: ['en'], found: undefined },
  { preferred: ['en'], candidates: [], found: undefined },
  { preferred: ['pt-br'], candidates: ['pt_BR'], found: 'pt_BR' },
  { preferred: ['zh-Hant-TW'], candidates: ['zh', 'zh-Hant'], found: 'zh-Hant' },
  { preferred: ['de-DE-1996', 'de'], candidates: ['de'], found: 'de' },
])('for $preferred takes $found of $candidates', ({ preferred, candidates, found }) => {
  expect(bestMatch(preferred, candidates)).toBe(found);
});

const texts = { fr: 'Bonjour', de: 'Hallo', es: 'Hola' };
const run = (locales: readonly string[], realm: readonly string[] = []) => ({
  request: { locales, headers: {}, clientIp: '', parameters: {} },
  realm: { realm: '/', locales: realm },
});

test.each<{ fallback: Fallback; locales: string[]; realm: string[]; text: string }>([
  { fallback: 'any', locales: ['es'], realm: ['de'], text: 'Hola' },
  { fallback: 'any', locales: ['nl'], realm: ['de'], text: 'Hallo' },
  { fallback: 'any', locales: ['nl'], realm: ['it'], text: 'Bonjour' },
  { fallback: 'first', locales: ['es'], realm: ['de'], text: 'Hola' },
  { fallback: 'first', locales: ['nl'], realm: ['de'], text: 'Bonjour' },
  { fallback: 'exact', locales: ['es'], realm: ['de'], text: 'Hola' },
  { fallback: 'exact', locales: ['nl'], realm: ['de'], text: 'Hello' },
])('falls back by "$fallback" from $locales over the realm\'s $realm to $text', (row) => {
  expect(localise(run(row.locales, row.realm), texts, 'Hello', row.fallback)).toBe(row.text);
});

test.each<Fallback>(['any', 'first', 'exact'])(
  'takes the built-in text where there is none, by "%s"',
  (fallback) => {
    expect(localise(run(['en']), {}, 'Hello', fallback)).toBe('Hello');
    expect(localise(run(['en']), {}, undefined, fallback)).toBeUndefined();
  },
);

test('fills in values literally, and leaves what it does not know', () => {
  expect(
    fillIn('{{user}} at {{issuer}}: {{other}} {{constructor}}', { user: '$& \\1', issuer: 'Acme' }),
  ).toBe('$& \\1 at Acme: {{other}} {{constructor}}');
});
