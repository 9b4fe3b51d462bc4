import { pushWaitNode } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import type { Answer } from '../../callbacks.ts';
import { nodeRun } from '../node-run.builder.ts';
import { pushWait } from './push-wait.ts';

const untouched: Answer = { type: 'ConfirmationCallback', value: 100 };
const cancel: Answer = { type: 'ConfirmationCallback', value: 0 };

test('waits, and offers a way out that is not chosen beforehand', async () => {
  const { run } = nodeRun({ type: pushWaitNode });
  expect(await pushWait(run)).toEqual({
    type: 'send',
    callbacks: [
      { type: 'PollingWaitCallback', waitTimeMs: 5000, message: 'Waiting for response...' },
      {
        type: 'ConfirmationCallback',
        kind: 'information',
        options: ['Cancel'],
        defaultOption: 0,
        selected: 100,
      },
    ],
  });
});

test('shows the number to tap where there is one', async () => {
  const { run } = nodeRun({ type: pushWaitNode, shared: { pushNumberChallengeKey: '43' } });
  expect(await pushWait(run)).toMatchObject({
    callbacks: [
      {
        type: 'PollingWaitCallback',
        message: 'Tap the number [43] on the Push Notification to continue.',
      },
      { type: 'HiddenValueCallback', id: 'pushChallengeNumber', value: '43' },
      { type: 'ConfirmationCallback' },
    ],
  });
});

test('says it in the configured words', async () => {
  const config = {
    secondsToWait: 8,
    waitingMessage: { en: 'Wait {{time}} s' },
    challengeMessage: { en: 'Tap {{challenge}}' },
    exitMessage: { en: 'Leave' },
  };
  const waiting = nodeRun({ type: pushWaitNode, config });
  expect(await pushWait(waiting.run)).toMatchObject({
    callbacks: [{ message: 'Wait 8 s', waitTimeMs: 8000 }, { options: ['Leave'] }],
  });
  const challenge = nodeRun({ type: pushWaitNode, config, shared: { pushNumberChallengeKey: '43' } });
  expect(await pushWait(challenge.run)).toMatchObject({ callbacks: [{ message: 'Tap 43' }, {}, {}] });
});

test('an early answer gets the same step again, and does not move the end', async () => {
  const { run, next, state, world } = nodeRun({ type: pushWaitNode });
  const start = world.nowMs;
  await pushWait(run);
  expect(state.shared).toEqual({ 'node.end_time': start + 5000, 'node.spam_count': 0 });
  world.nowMs += 5000;
  expect((await pushWait(next(untouched))).type).toBe('send');
  expect(state.shared).toEqual({ 'node.end_time': start + 5000, 'node.spam_count': 1 });
});

test('is done once the time is over, and leaves no state', async () => {
  const { run, next, state, world } = nodeRun({ type: pushWaitNode });
  await pushWait(run);
  world.nowMs += 5001;
  expect(await pushWait(next(untouched))).toMatchObject({ type: 'goTo', outcome: 'DONE' });
  expect(state.shared).toEqual({});
});

test('lets the user out before the time is over, and leaves no state', async () => {
  const { run, next, state } = nodeRun({ type: pushWaitNode });
  await pushWait(run);
  expect(await pushWait(next(cancel))).toMatchObject({ type: 'goTo', outcome: 'EXITED' });
  expect(state.shared).toEqual({});
});
