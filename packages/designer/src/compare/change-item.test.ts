import { expect, test } from 'vitest';
import { configure } from '../document/commands/configure.ts';
import { idsOf, keyOf, linesOf } from './change-item.ts';
import { comparisonOf } from './comparison.ts';
import { howLongAgo } from './how-long-ago.ts';
import { edited, first, second } from './two-states.builder.ts';

const { items } = comparisonOf(first, second);
const inLines = (name: string) => linesOf(items.find((item) => item.name === name) ?? expect.fail());

test('what a node that was added is, and where it leads, take a line each', () => {
  expect(inLines('Retry Limit Decision')).toEqual([
    { type: 'words', words: 'Retry Limit: 5 attempts' },
    { type: 'words', words: 'Retry → Page Node · Reject → Failure' },
  ]);
});

test('every value that became another has a line of its own', () => {
  expect(inLines('Data Store Decision')).toEqual([
    { type: 'values', label: 'True', before: 'Message Node', after: 'Success' },
    { type: 'values', label: 'False', before: 'Failure', after: 'Retry Limit Decision' },
  ]);
});

test('an item has a key of its own and the ids of what it is about', () => {
  expect(new Set(items.map(keyOf)).size).toBe(items.length);
  expect(items.flatMap(idsOf)).toEqual(['password', 'check', 'message', 'limit']);
  const [setting] = comparisonOf(
    first,
    edited(first, (now) => configure(now, 'check', 'x', 1)),
  ).items;
  expect(setting && idsOf(setting)).toEqual(['check']);
});

test('it is told in words how long ago something was', () => {
  const nowMs = Date.parse('2026-03-01T12:00:00Z');
  expect(howLongAgo('2026-03-01T11:59:40Z', nowMs)).toBe('this minute');
  expect(howLongAgo('2026-03-01T10:00:00+01:00', nowMs)).toBe('3 hours ago');
  expect(howLongAgo('2026-02-28T11:00:00Z', nowMs)).toBe('yesterday');
  expect(howLongAgo('2024-02-28T11:00:00Z', nowMs)).toBe('2 years ago');
});
