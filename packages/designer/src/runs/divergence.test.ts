import { failureId, startId, successId } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { edited, first, second } from '../compare/two-states.builder.ts';
import { configure } from '../document/commands/configure.ts';
import { connect, disconnect } from '../document/commands/connect.ts';
import { deriveJourney } from '../document/derive-journey.ts';
import { documentOf } from '../document/document.builder.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { startOutcome } from '../document/lookup.ts';
import { changedSettings } from './changed-settings.ts';
import { divergences, isCertain } from './divergence.ts';
import { runSteps } from './run-steps.ts';
import { left, traceOf } from './trace.builder.ts';
import type { RunStatus, TraceStep } from './trace.ts';

const toCheck = left('page', 'outcome');

/** What differs now from a run; `past`: the journey as it was, where that is known. */
function found(
  steps: readonly (Partial<TraceStep> & Pick<TraceStep, 'nodeId' | 'result'>)[],
  status: RunStatus,
  now: JourneyDocument,
  past?: JourneyDocument,
) {
  const journey = deriveJourney(now.exported);
  const before = past && { document: past, journey: deriveJourney(past.exported) };
  const changed = before && changedSettings(before, now, journey);
  return [...divergences({ steps: runSteps(traceOf(steps)), status, journey, ...(changed && { changed }) })];
}

/** Asks for a name, checks it, and lets who fails try again, as often as the limit says. */
const limited = (limit: number, isOfUser: boolean) =>
  documentOf({
    name: { type: 'UsernameCollectorNode', to: { outcome: 'check' } },
    check: { type: 'DataStoreDecisionNode', to: { true: successId, false: 'limit' } },
    limit: {
      type: 'RetryLimitDecisionNode',
      to: { Retry: 'name', Reject: failureId },
      config: { retryLimit: limit, incrementUserAttributeOnFailure: isOfUser },
    },
  });

const failing = (last: 'Retry' | 'Reject') => [
  left('name', 'outcome'),
  left('check', 'false'),
  left('limit', 'Retry'),
  left('name', 'outcome'),
  left('check', 'false'),
  left('limit', last),
];

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

test('a limit that is lower now would be reached at an earlier pass, and one that is higher at a later one', () => {
  const waits = [...failing('Retry'), { nodeId: 'name', result: { type: 'waits' } as const }];
  expect(found(waits, 'waiting', limited(1, false), limited(3, false))).toEqual([
    [6, { type: 'other outcome', now: 'Reject' }],
  ]);
  expect(found(waits, 'waiting', limited(2, false), limited(3, false))).toEqual([]);
  const rejected = [left('name', 'outcome'), left('check', 'false'), left('limit', 'Reject')];
  expect(found(rejected, 'failed', limited(1, false))).toEqual([
    [3, { type: 'other outcome', now: 'Retry' }],
  ]);
});

test('a limit whose count is kept with the user is told to have changed, not what it would do', () => {
  const settings = { type: 'settings', changed: ['Retry Limit'], isCountOfUser: true };
  expect(found(failing('Reject'), 'failed', limited(1, true), limited(3, true))).toEqual([
    [3, settings],
    [6, settings],
  ]);
  expect(found(failing('Reject'), 'failed', limited(3, true), limited(3, true))).toEqual([]);
});

test('settings that have changed on the way are named, those beside it are not', () => {
  const steps = [toCheck, left('check', 'true'), left('message', 'true')];
  const now = edited(
    first,
    (document) => configure(document, 'message', 'message', { en: 'Hello' }),
    (document) => configure(document, 'user', 'stage', 'later'),
  );
  const [inPage, message, ...rest] = found(steps, 'succeeded', now, first);
  expect(inPage).toMatchObject([1, { type: 'settings', isCountOfUser: false }]);
  expect(message).toEqual([3, { type: 'settings', changed: ['Message'], isCountOfUser: false }]);
  expect(rest).toEqual([]);
  expect([inPage, message].every((each) => each !== undefined && !isCertain(each[1]))).toBe(true);
  expect(found(steps.slice(0, 2), 'failed', now, first).map(([number]) => number)).toEqual([1, 2]);
});

test('a script that has changed is a setting of the node that runs it', () => {
  const scripted = (script: string) => {
    const document = documentOf({
      script: {
        type: 'ScriptedDecisionNode',
        to: { yes: successId },
        config: { script: 'id', _outcomes: [{ id: 'yes', displayName: 'Yes' }] },
      },
    });
    const scripts = { id: { _id: 'id', name: 'Decide', script } };
    return { ...document, exported: { ...document.exported, scripts } };
  };
  const steps = [left('script', 'yes')];
  expect(found(steps, 'succeeded', scripted('"b"'), scripted('"a"'))).toEqual([
    [1, { type: 'settings', changed: ['Decide'], isCountOfUser: false }],
  ]);
});

test('a node that is of another type now is told of, though nobody knows what it was set to', () => {
  const steps = [toCheck, left('check', 'true', { nodeType: 'IdentityStoreDecisionNode' })];
  expect(found(steps, 'waiting', first)).toEqual([[2, { type: 'retyped', now: 'DataStoreDecisionNode' }]]);
});
