import { expect, test } from 'vitest';
import { fillPlaceholders } from './placeholders.ts';

const environment = {
  A_B: 'one',
  EMPTY: '',
  NUMBER: '42',
  TEXT: 'many',
  FLAG: 'true',
  LIST: 'a, b,c',
  SELF: '&{a.b}',
};

test.each([
  { value: 'x', filled: 'x' },
  { value: '&{a.b}', filled: 'one' },
  { value: '&{a-b} and &{A.B}', filled: 'one and one' },
  { value: '&{empty}', filled: '' },
  { value: '&{self}', filled: '&{a.b}' },
  { value: '&a.b &{} & {a.b}', filled: '&a.b &{} & {a.b}' },
  { value: { $int: '&{number}' }, filled: 42 },
  { value: { $int: '&{text}' }, filled: 'many' },
  { value: { $bool: '&{flag}' }, filled: true },
  { value: { $bool: '&{text}' }, filled: 'many' },
  { value: { $list: '&{list}' }, filled: ['a', 'b', 'c'] },
  { value: { $string: '&{number}' }, filled: '42' },
  { value: { $int: 7 }, filled: { $int: 7 } },
  { value: { other: '&{number}' }, filled: { other: '42' } },
  { value: { $int: '1', other: 2 }, filled: { $int: '1', other: 2 } },
  { value: [1, null, true, ['&{a.b}']], filled: [1, null, true, ['one']] },
])('fills $value in as $filled', ({ value, filled }) => {
  expect(fillPlaceholders(value, environment)).toEqual({ value: filled, missing: [] });
});

test('says where a value is missing, and leaves the placeholder', () => {
  const value = { list: ['&{a.b}', '&{not.there}'], deep: { number: { $int: '&{nor.this}' } } };
  expect(fillPlaceholders(value, environment)).toEqual({
    value: { list: ['one', '&{not.there}'], deep: { number: '&{nor.this}' } },
    missing: [
      { placeholder: '&{not.there}', path: ['list', 1] },
      { placeholder: '&{nor.this}', path: ['deep', 'number'] },
    ],
  });
});

test('takes no name for a variable that every object has', () => {
  expect(fillPlaceholders('&{constructor} &{__proto__}', {}).missing).toHaveLength(2);
});

test.each(['JOURNEYMAN_SECRET', 'JOURNEYMAN_ADMIN_PASSWORD', 'JOURNEYMAN_METRICS_TOKEN'])(
  'never fills in %s, which a journey could show to anybody',
  (name) => {
    const placeholder = `&{${name.toLowerCase().replaceAll('_', '.')}}`;
    expect(fillPlaceholders(`${placeholder} &{${name}}`, { [name]: 's3cret' })).toEqual({
      value: `${placeholder} &{${name}}`,
      missing: [
        { placeholder, path: [] },
        { placeholder: `&{${name}}`, path: [] },
      ],
    });
  },
);
