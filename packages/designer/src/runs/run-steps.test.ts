import { expect, test } from 'vitest';
import { runSteps, stepsIn } from './run-steps.ts';
import { left, traceOf } from './trace.builder.ts';

const waits = { type: 'waits' } as const;

test('a page that asked and was answered is one step, under its own name', () => {
  const user = { displayName: 'Username', page: 'page' };
  const steps = runSteps(
    traceOf([
      { nodeId: 'user', result: waits, ...user },
      { nodeId: 'page', result: waits, displayName: 'Page' },
      left('user', 'outcome', user),
      left('page', 'outcome', { displayName: 'Page' }),
      left('check', 'true'),
    ]),
  );
  expect(steps).toMatchObject([
    { number: 1, nodeId: 'page', name: 'Page', standing: 'left', outcome: 'outcome', isEntry: true },
    { number: 2, nodeId: 'check', standing: 'left', outcome: 'true', isEntry: false, afterMs: 4000 },
  ]);
});

test('an inner journey begins each time it is entered, and its node is left once it has ended', () => {
  const inner = { path: ['Login', 'Inner'] };
  const enters = { nodeId: 'tree', result: { type: 'enters', journey: 'Inner' } as const };
  const steps = runSteps(
    traceOf([
      enters,
      left('check', 'false', inner),
      left('tree', 'false'),
      enters,
      left('check', 'true', inner),
      left('tree', 'true'),
    ]),
  );
  expect(stepsIn(steps, 'Login').map(({ number, outcome }) => [number, outcome])).toEqual([
    [1, 'false'],
    [3, 'true'],
  ]);
  expect(stepsIn(steps, 'Inner').map(({ number, isEntry }) => [number, isEntry])).toEqual([
    [2, true],
    [4, true],
  ]);
});

test('a step tells why it came to that', () => {
  const [denied, broken] = runSteps(
    traceOf([
      left('push', 'FALSE', { reasons: { PushAuthFailureReason: 'DENIED' } }),
      { nodeId: 'lock', result: { type: 'breaks', message: 'Nothing to lock.' } },
    ]),
  );
  expect(denied?.reasons).toEqual(['DENIED']);
  expect(broken).toMatchObject({ standing: 'broke', reasons: ['Nothing to lock.'] });
});
