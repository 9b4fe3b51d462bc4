import { expect, test } from 'vitest';
import { faultOf, rowsOf, storedRows } from './rows.ts';

test('the rows of a map are its entries in order, and of anything else there are none', () => {
  expect(rowsOf({ fr: 'Oui', en: 'Yes' })).toEqual([
    { key: 'fr', text: 'Oui' },
    { key: 'en', text: 'Yes' },
  ]);
  expect(rowsOf(undefined)).toEqual([]);
  expect(rowsOf(['en'])).toEqual([]);
});

test('a row without a key, or with one that is there, is not stored', () => {
  const rows = [
    { key: 'en', text: 'Yes' },
    { key: '', text: 'Ja' },
    { key: 'en', text: 'Yeah' },
  ];
  expect(storedRows(rows)).toEqual({ en: 'Yes' });
  expect(rows.map((_, index) => faultOf(rows, index))).toEqual([undefined, 'unnamed', 'repeated']);
});

test('without any row to store there is no map', () => {
  expect(storedRows([{ key: '', text: 'Ja' }])).toBeUndefined();
});
