import { expect, it } from 'vitest';
import { standingOf } from './push-standing.ts';

it('a pending request is waiting until its time is over', () => {
  const pending = { status: 'pending', expiresAtMs: 10 } as const;
  expect([standingOf(pending, 9), standingOf(pending, 10)]).toEqual(['waiting', 'expired']);
  expect(standingOf({ status: 'denied', expiresAtMs: 10 }, 99)).toBe('denied');
});
