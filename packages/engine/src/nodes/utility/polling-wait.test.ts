import { pollingWaitNode } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { goTo, send } from '../../behaviour.ts';
import { nothingSelected } from '../../callbacks.ts';
import { nodeRun } from '../node-run.builder.ts';
import { pollingWait } from './polling-wait.ts';

const type = pollingWaitNode;
const stillWaiting = { type: 'PollingWaitCallback', value: null } as const;

test('keeps the client waiting and notes until when', () => {
  const { run, state, world } = nodeRun({ type });
  expect(pollingWait(run)).toEqual(
    send({ type: 'PollingWaitCallback', waitTimeMs: 8000, message: 'Waiting for response...' }),
  );
  expect(state.shared).toEqual({ 'node.end_time': world.nowMs + 8000, 'node.spam_count': 0 });
});

test('sends the same step again before the end, counting', () => {
  const { run, next, state, world } = nodeRun({ type });
  pollingWait(run);
  const until = world.nowMs + 8000;
  world.nowMs = until;
  expect(pollingWait(next(stillWaiting))).toMatchObject({ type: 'send' });
  expect(state.shared).toEqual({ 'node.end_time': until, 'node.spam_count': 1 });
});

test('goes by DONE after the end and leaves nothing behind', () => {
  const { run, next, state, world } = nodeRun({ type });
  pollingWait(run);
  world.nowMs += 8001;
  expect(pollingWait(next(stillWaiting))).toEqual(goTo('DONE'));
  expect(state.shared).toEqual({});
});

test('offers a way out, with nothing selected', () => {
  const { run } = nodeRun({ type, config: { exitable: true, secondsToWait: 5 } });
  expect(pollingWait(run)).toEqual(
    send(
      { type: 'PollingWaitCallback', waitTimeMs: 5000, message: 'Waiting for response...' },
      {
        type: 'ConfirmationCallback',
        kind: 'information',
        options: ['Cancel'],
        defaultOption: 0,
        selected: nothingSelected,
      },
    ),
  );
});

test('goes by EXITED when the way out is taken, even when the time is up', () => {
  const { run, next, state, world } = nodeRun({ type, config: { exitable: true } });
  pollingWait(run);
  world.nowMs += 60_000;
  expect(pollingWait(next(stillWaiting, { type: 'ConfirmationCallback', value: 0 }))).toEqual(goTo('EXITED'));
  expect(state.shared).toEqual({});
});

test('stays when the way out is not taken', () => {
  const { run, next } = nodeRun({ type, config: { exitable: true } });
  pollingWait(run);
  const answer = { type: 'ConfirmationCallback', value: nothingSelected } as const;
  expect(pollingWait(next(stillWaiting, answer))).toMatchObject({ type: 'send' });
});

test('goes by SPAM on the fifth early return at a tolerance of 3', () => {
  const { run, next, state } = nodeRun({ type, config: { spamDetectionEnabled: true } });
  pollingWait(run);
  for (let early = 1; early <= 4; early++) {
    expect(pollingWait(next(stillWaiting))).toMatchObject({ type: 'send' });
  }
  expect(pollingWait(next(stillWaiting))).toEqual(goTo('SPAM'));
  expect(state.shared).toEqual({});
});

test('bears any number of early returns where spam is not looked for', () => {
  const { run, next } = nodeRun({ type });
  pollingWait(run);
  for (let early = 1; early <= 20; early++) {
    expect(pollingWait(next(stillWaiting))).toMatchObject({ type: 'send' });
  }
});

test('shows the configured texts in the language of the request alone', () => {
  const config = {
    exitable: true,
    waitingMessage: { de: 'Noch {{time}} Sekunden' },
    exitMessage: { de: 'Abbrechen' },
  };
  const german = nodeRun({ type, config, request: { locales: ['de-AT'] } });
  expect(pollingWait(german.run)).toMatchObject({
    callbacks: [{ message: 'Noch 8 Sekunden' }, { options: ['Abbrechen'] }],
  });
  const english = nodeRun({ type, config, request: { locales: ['en'] } });
  expect(pollingWait(english.run)).toMatchObject({
    callbacks: [{ message: 'Waiting for response...' }, { options: ['Cancel'] }],
  });
});
