import { failureId, startId, successId } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { edited, first, second } from '../compare/two-states.builder.ts';
import { connect, disconnect } from '../document/commands/connect.ts';
import { deriveJourney } from '../document/derive-journey.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { startOutcome } from '../document/lookup.ts';
import { divergences } from './divergence.ts';
import { runSteps } from './run-steps.ts';
import { left, traceOf } from './trace.builder.ts';
import type { RunStatus, TraceStep } from './trace.ts';

const toCheck = left('page', 'outcome');

function found(
  steps: readonly (Partial<TraceStep> & Pick<TraceStep, 'nodeId' | 'result'>)[],
  status: RunStatus,
  now: JourneyDocument,
) {
  return [...divergences(runSteps(traceOf(steps)), status, deriveJourney(now.exported))];
}

test('a run goes the same way through a journey that has stayed as it was', () => {
  const steps = [toCheck, left('check', 'true'), left('message', 'true')];
  expect(found(steps, 'succeeded', first)).toEqual([]);
});

test('a node that is gone is told of, and that the outcome before it leads elsewhere', () => {
  const steps = [toCheck, left('check', 'true'), left('message', 'true')];
  expect(found(steps, 'succeeded', second)).toEqual([
    [2, { type: 'elsewhere', before: 'message', now: successId }],
    [3, { type: 'node gone' }],
  ]);
});

test('an end counts as where an outcome leads, but not while the run waits', () => {
  const steps = [toCheck, left('check', 'false')];
  expect(found(steps, 'failed', second)).toEqual([
    [2, { type: 'elsewhere', before: failureId, now: 'limit' }],
  ]);
  expect(found(steps, 'waiting', second)).toEqual([]);
});

test('an outcome that leads nowhere is told from one that the node does not have any more', () => {
  const loose = edited(first, (now) => disconnect(now, { nodeId: 'check', outcome: 'true' }));
  expect(found([toCheck, left('check', 'true'), left('message', 'true')], 'succeeded', loose)).toEqual([
    [2, { type: 'elsewhere', before: 'message', now: null }],
  ]);
  expect(found([toCheck, left('check', 'LOCKED')], 'failed', first)).toEqual([[2, { type: 'outcome gone' }]]);
});

test('a journey that begins with another node is told of', () => {
  const other = edited(first, (now) => connect(now, { nodeId: startId, outcome: startOutcome }, 'check'));
  expect(found([toCheck, left('check', 'false')], 'failed', other)).toEqual([
    [1, { type: 'begins elsewhere', now: 'check' }],
  ]);
});
