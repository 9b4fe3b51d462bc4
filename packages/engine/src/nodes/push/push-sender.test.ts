import { type ConfigOf, pushSenderNode } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import type { Services } from '../../services.ts';
import { type NodeRunSetting, nodeRun, pushDevice } from '../node-run.builder.ts';
import { pushSender } from './push-sender.ts';

type Setting = Omit<NodeRunSetting<typeof pushSenderNode>, 'type'>;

/** A sender for `demo`, who has a phone and wants to be asked. */
const sender = (setting: Setting = {}) =>
  nodeRun({
    type: pushSenderNode,
    shared: { username: 'demo' },
    phones: { demo: pushDevice() },
    skipSettings: { 'demo/push': 'NOT_SKIPPABLE' },
    ...setting,
  });

const config = (given: Partial<ConfigOf<typeof pushSenderNode>>) => ({ config: given });
const outage = async (): Promise<never> => {
  throw new Error('store down');
};

describe('sending', () => {
  test('sends to the phone and keeps what the verifier needs', async () => {
    const { run, state, world } = sender();
    expect(await pushSender(run)).toEqual({ type: 'goTo', outcome: 'SENT', effects: {} });
    expect(world.sent).toEqual([
      {
        messageId: expect.stringMatching(/^AUTHENTICATE:[0-9a-f-]{36}\d{13}$/),
        username: 'demo',
        device: pushDevice(),
        challenge: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
        type: 'default',
        message: 'Login attempt from demo at Acme',
        sentAtMs: world.nowMs,
        lifetimeMs: 120_000,
        identity: 'demo',
        customPayload: {},
      },
    ]);
    expect(state.shared).toEqual({
      username: 'demo',
      pushMessageId: world.sent[0]?.messageId,
      pushMessageExpiration: world.nowMs + 120_000,
      t: 120_000,
      pushMechanismUid: pushDevice().deviceMechanismUID,
    });
  });

  test('keeps the number to tap, of the three that this push offers', async () => {
    const { run, state, world } = sender(config({ pushType: 'CHALLENGE' }));
    await pushSender(run);
    const numbers = world.sent[0]?.numbers;
    expect(numbers?.offered).toHaveLength(3);
    expect(state.shared.pushNumberChallengeKey).toBe(String(numbers?.correct));
    expect(world.sent[0]?.type).toBe('challenge');
  });

  test('does not keep the number of an earlier push for one without', async () => {
    const { run, state } = sender({
      shared: { username: 'demo', pushNumberChallengeKey: '43' },
      ...config({ pushType: 'BIOMETRIC' }),
    });
    expect(await pushSender(run)).toMatchObject({ outcome: 'SENT' });
    expect(state.shared).not.toHaveProperty('pushNumberChallengeKey');
  });

  test('takes names literally in the message', async () => {
    const { run, world } = sender({
      shared: { username: '$& {{issuer}} \\1' },
      people: [{ username: '$& {{issuer}} \\1' }],
      phones: { '$& {{issuer}} \\1': pushDevice({ issuer: '$1' }) },
      ...config({ mandatory: true, userMessage: { en: '{{user}} at {{issuer}}, {{user}}!' } }),
    });
    await pushSender(run);
    expect(world.sent[0]?.message).toBe('$& {{issuer}} \\1 at $1, $& {{issuer}} \\1!');
  });

  test('falls back to its own message, not to one in another language', async () => {
    const { run, world } = sender(config({ userMessage: { fr: 'Bonjour' } }));
    await pushSender(run);
    expect(world.sent[0]?.message).toBe('Login attempt from demo at Acme');
  });

  test('tells the phone where the sign-in comes from, by the address that the server trusts', async () => {
    const { run, world } = sender({
      shared: {
        username: 'demo',
        'forgeRock.device.profile': { identifier: 'x', location: { latitude: 51.5, longitude: -2.6 } },
      },
      request: { headers: { 'user-agent': ['Firefox'], 'x-real-ip': ['6.6.6.6'] } },
      ...config({ contextInfo: true }),
    });
    await pushSender(run);
    expect(world.sent[0]?.context).toEqual({
      location: { latitude: 51.5, longitude: -2.6 },
      remoteIp: '203.0.113.7',
      userAgent: 'Firefox',
    });
  });

  test('sends along the named state that there is', async () => {
    const { run, world } = sender({
      shared: { username: 'demo', amount: 12, to: { iban: 'DE00' } },
      ...config({ customPayload: ['amount', 'to', 'absent'] }),
    });
    await pushSender(run);
    expect(world.sent[0]?.customPayload).toEqual({ amount: 12, to: { iban: 'DE00' } });
  });
});

describe('who is asked', () => {
  test.each<[string, Setting, string]>([
    ['a user who has opted out', { skipSettings: { 'demo/push': 'SKIPPABLE' } }, 'SKIPPED'],
    ['a user who has never chosen, even with a phone', { skipSettings: {} }, 'NOT_REGISTERED'],
    ['a user without a phone', { phones: {} }, 'NOT_REGISTERED'],
    [
      'a user who has opted out, where push is mandatory',
      { skipSettings: { 'demo/push': 'SKIPPABLE' }, ...config({ mandatory: true }) },
      'SENT',
    ],
    [
      'a user who has never chosen but has a phone, where push is mandatory',
      { skipSettings: {}, ...config({ mandatory: true }) },
      'SENT',
    ],
    [
      'a user without a phone, where push is mandatory',
      { phones: {}, ...config({ mandatory: true }) },
      'NOT_REGISTERED',
    ],
  ])('%s: %#', async (_who, setting, outcome) => {
    const { run, state, world } = sender(setting);
    expect(await pushSender(run)).toMatchObject({ outcome });
    expect(world.sent).toHaveLength(outcome === 'SENT' ? 1 : 0);
    expect(state.shared.mfaMethod).toBe(outcome === 'NOT_REGISTERED' ? 'push' : undefined);
  });
});

describe('failing', () => {
  const tooMuch = { shared: { username: 'demo', big: 'ü'.repeat(1600) } };
  const port = (push: Partial<Services['push']>): Setting => ({ services: { push } });

  const cases: readonly [reason: string, message: string, Setting][] = [
    ['MISSING_USERNAME', 'Expected username to be set.', { shared: {} }],
    [
      'SENDER_ALREADY_USED',
      'Message ID is already set! Must finish one push authentication before starting a new one.',
      { shared: { username: 'demo', pushMessageId: 'AUTHENTICATE:gone' } },
    ],
    ['CTS_ERROR', 'Unable to persist message token in core token service.', port({ send: outage })],
    [
      'CTS_ERROR',
      'Unable to persist message token in core token service.',
      port({ send: async () => ({ sent: false, reason: 'CTS_ERROR' }) }),
    ],
    [
      'TRANSMISSION_FAILURE',
      'AuthenticatorPush :: sendMessage() : Failed to transmit message through PushService.',
      port({ send: async () => ({ sent: false, reason: 'TRANSMISSION_FAILURE' }) }),
    ],
    [
      'TRANSMISSION_FAILURE',
      'AuthenticatorPush :: sendMessage() : Failed to transmit message through PushService.',
      { people: [] },
    ],
    [
      'TRANSMISSION_FAILURE',
      'AuthenticatorPush :: sendMessage() : Failed to transmit message through PushService.',
      { services: { devices: { findPush: outage } } },
    ],
    [
      'TRANSMISSION_FAILURE',
      'AuthenticatorPush :: sendMessage() : Failed to transmit message through PushService.',
      { ...tooMuch, ...config({ customPayload: ['big'] }) },
    ],
    [
      'ENDPOINT_DISABLED',
      'AuthenticatorPush :: sendMessage() : The delivery service has switched off the address of the phone.',
      port({ send: async () => ({ sent: false, reason: 'ENDPOINT_DISABLED' }) }),
    ],
  ];

  test.each(cases)('%s fails the journey with %j: %#', async (_reason, message, setting) => {
    const { run } = sender(setting);
    await expect(pushSender(run)).rejects.toMatchObject({ code: 'node-failed', message });
  });

  test.each(cases)(
    '%s leaves by FAILURE where failures are captured: %#',
    async (reason, _message, setting) => {
      const { run, state } = sender({ ...setting, config: { ...setting.config, captureFailure: true } });
      expect(await pushSender(run)).toEqual({ type: 'goTo', outcome: 'FAILURE', effects: {} });
      const before = setting.shared ?? { username: 'demo' };
      expect(state.shared).toEqual({ ...before, PushAuthFailureReason: reason });
    },
  );

  test('leaves neither message nor number behind when a number was to be tapped', async () => {
    const { run, state } = sender({
      shared: { username: 'demo', pushNumberChallengeKey: '43' },
      ...config({ pushType: 'CHALLENGE', captureFailure: true }),
      ...port({ send: outage }),
    });
    await pushSender(run);
    expect(state.shared).toEqual({ username: 'demo', PushAuthFailureReason: 'CTS_ERROR' });
  });

  test('forgets the reason of an earlier failure once a push is sent', async () => {
    const { run, state } = sender({ shared: { username: 'demo', PushAuthFailureReason: 'CTS_ERROR' } });
    await pushSender(run);
    expect(state.shared).not.toHaveProperty('PushAuthFailureReason');
  });
});
