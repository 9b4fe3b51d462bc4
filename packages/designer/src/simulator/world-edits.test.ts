import { expect, test } from 'vitest';
import { recoveryCodesIn } from './answers.ts';
import { clockText } from './moments.ts';
import { attributesIn, attributesText, usersOf, withNewUser, withUser } from './world-edits.ts';

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
