import { expect, test } from 'vitest';
import { recoveryCodesIn } from './answers.ts';
import { clockText, waitWords } from './moments.ts';
import {
  attributesIn,
  attributesText,
  momentField,
  usersOf,
  withClock,
  withNewUser,
  withUser,
} from './world-edits.ts';

test('a user is changed, renamed and taken away, and what is usual is left out', () => {
  const locked = withUser({}, 'demo', { locked: true, password: '', devices: [] });
  expect(locked.users).toEqual({ demo: { locked: true } });
  expect(withUser(locked, 'demo', { locked: false }, 'anna').users).toEqual({ anna: {} });
  expect(withUser(locked, 'demo', null).users).toEqual({});
});

test('a new user gets a name that is free', () => {
  expect(Object.keys(usersOf(withNewUser({ users: { user2: {} } })))).toEqual(['user2', 'user3']);
});

test('attributes survive as lines of a text', () => {
  const attributes = { mail: 'demo@example.com', member: ['a', 'b: c'] };
  expect(attributesIn(attributesText(attributes))).toEqual(attributes);
  expect(attributesIn('nothing\n: empty\nmail:')).toEqual({});
});

test('recovery codes are read from the script that shows them', () => {
  const script = `var codes =\n    "3kJd9Xw2Qz\\n" +\n    "aaaaaaaaaa\\n" +\n    '';\n'Your Recovery Codes'`;
  expect(recoveryCodesIn(script)).toEqual(['3kJd9Xw2Qz', 'aaaaaaaaaa']);
  expect(recoveryCodesIn('alert("x\\n")')).toEqual([]);
});

test('the clock shows minutes, seconds and tenths', () => {
  expect([0, 14_000, 61_950].map(clockText)).toEqual(['00:00.0', '00:14.0', '01:01.9']);
});

test('the clock begins at what the field says, in UTC, or when it usually does', () => {
  const given = withClock({ seed: 2 }, '2026-03-29T01:30:05');
  expect(given).toEqual({ seed: 2, clock: '2026-03-29T01:30:05.000Z' });
  expect(momentField(Date.parse(given.clock ?? ''))).toBe('2026-03-29T01:30:05');
  expect(withClock(given, '')).toEqual({ seed: 2 });
});

test('a wait is told in whole minutes, else in seconds', () => {
  expect([60_000, 300_000, 3000, 297_500].map(waitWords)).toEqual(['1 min', '5 min', '3 s', '297.5 s']);
});
