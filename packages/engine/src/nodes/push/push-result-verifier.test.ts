import { pushResultVerifierNode } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import type { PushStatus } from '../../services.ts';
import { type NodeRunSetting, nodeRun, pushDevice } from '../node-run.builder.ts';
import { pushResultVerifier } from './push-result-verifier.ts';

type Setting = Omit<NodeRunSetting<typeof pushResultVerifierNode>, 'type'>;

const id = 'AUTHENTICATE:63ca6f18-7cfb-4198-bcd0-ac5041fbbea01583798229441';
const noon = Date.UTC(2026, 0, 1, 12);
const sentState = {
  username: 'demo',
  pushMessageId: id,
  pushMessageExpiration: noon + 120_000,
  t: 120_000,
  pushMechanismUid: pushDevice().deviceMechanismUID,
};

/** A verifier after a push to `demo` of which this has become. */
const verifier = (status: PushStatus, setting: Setting = {}) =>
  nodeRun({
    type: pushResultVerifierNode,
    shared: sentState,
    phones: { demo: pushDevice() },
    messages: { [id]: status },
    nowMs: noon,
    ...setting,
  });

const outage = async (): Promise<never> => {
  throw new Error('store down');
};

test('fails without a message id', async () => {
  const { run } = verifier({ status: 'pending' }, { shared: { username: 'demo' } });
  await expect(pushResultVerifier(run)).rejects.toMatchObject({
    code: 'node-failed',
    message: 'Unable to find push message ID',
  });
});

test.each(['SOMETHING:else', 'no colon', 'REGISTER:1'])(
  'takes no approval from message %j',
  async (other) => {
    const { run, state } = verifier(
      { status: 'approved' },
      { shared: { ...sentState, pushMessageId: other }, messages: { [other]: { status: 'approved' } } },
    );
    expect(await pushResultVerifier(run)).toMatchObject({ outcome: 'FALSE' });
    expect(state.shared).toEqual({ username: 'demo' });
  },
);

describe('waiting', () => {
  test('waits while the push can still be answered, and keeps everything', async () => {
    const { run, state, world } = verifier({ status: 'pending' });
    world.nowMs = noon + 120_000;
    expect(await pushResultVerifier(run)).toEqual({ type: 'goTo', outcome: 'WAITING', effects: {} });
    expect(state.shared).toEqual(sentState);
    expect(world.forgotten).toEqual([]);
  });

  test('gives up when the time since the sending is over, and refuses a late answer', async () => {
    const { run, world } = verifier({ status: 'pending' });
    world.nowMs = noon + 120_001;
    expect(await pushResultVerifier(run)).toMatchObject({ outcome: 'EXPIRED' });
    expect(world.forgotten).toEqual([id]);
    expect(world.messages.has(id)).toBe(false);
  });

  test('takes a message that the store no longer knows for expired', async () => {
    const { run } = verifier({ status: 'gone' });
    expect(await pushResultVerifier(run)).toMatchObject({ outcome: 'EXPIRED' });
  });
});

describe('answers', () => {
  test('approval is TRUE, marks the session, and notes that the phone was used', async () => {
    const { run, world } = verifier({ status: 'approved' });
    expect(await pushResultVerifier(run)).toEqual({
      type: 'goTo',
      outcome: 'TRUE',
      effects: { provenMethod: 'AuthenticatorPush' },
    });
    expect(world.phones.get('demo')?.lastAccessDate).toBe(noon);
    expect(world.forgotten).toEqual([id]);
  });

  test('denial is FALSE and marks nothing', async () => {
    const { run, world } = verifier({ status: 'denied' });
    expect(await pushResultVerifier(run)).toEqual({ type: 'goTo', outcome: 'FALSE', effects: {} });
    expect(world.phones.get('demo')?.lastAccessDate).toBe(0);
  });

  test.each<[string, PushStatus, string]>([
    ['the right number', { status: 'approved', number: 43 }, 'TRUE'],
    ['a wrong number', { status: 'approved', number: 44 }, 'FALSE'],
    ['no number', { status: 'approved' }, 'FALSE'],
  ])('where a number was asked for, %s gives its outcome: %#', async (_what, status, outcome) => {
    const { run } = verifier(status, { shared: { ...sentState, pushNumberChallengeKey: '43' } });
    expect(await pushResultVerifier(run)).toMatchObject({ outcome });
  });

  test('a number that nobody asked for does not matter', async () => {
    const { run } = verifier({ status: 'approved', number: 43 });
    expect(await pushResultVerifier(run)).toMatchObject({ outcome: 'TRUE' });
  });
});

describe('what is left', () => {
  test.each<[string, PushStatus]>([
    ['TRUE', { status: 'approved', number: 43 }],
    ['FALSE', { status: 'denied' }],
    ['FALSE', { status: 'approved', number: 12 }],
    ['EXPIRED', { status: 'gone' }],
  ])('%s leaves nothing of the push in the state: %#', async (outcome, status) => {
    const { run, state } = verifier(status, { shared: { ...sentState, pushNumberChallengeKey: '43' } });
    expect(await pushResultVerifier(run)).toMatchObject({ outcome });
    expect(state.shared).toEqual({ username: 'demo' });
  });
});

describe('outages', () => {
  test.each([{ status: outage }, { forget: outage }])(
    'of the push store fail the journey: %#',
    async (push) => {
      const { run } = verifier({ status: 'approved' }, { services: { push } });
      await expect(pushResultVerifier(run)).rejects.toMatchObject({
        code: 'node-failed',
        message: 'An unexpected error occurred while verifying the push result',
      });
    },
  );

  test('of the device store do not undo an approval', async () => {
    const { run } = verifier({ status: 'approved' }, { services: { devices: { touchPush: outage } } });
    expect(await pushResultVerifier(run)).toMatchObject({ outcome: 'TRUE' });
  });
});
