import { runInNewContext } from 'node:vm';
import { FRQRCode, FRStep } from '@forgerock/javascript-sdk';
import { type ConfigOf, pushRegistrationNode } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import type { Answer, Callback } from '../../callbacks.ts';
import type { PushStatus } from '../../services.ts';
import { type NodeRunSetting, nodeRun, pushDevice, type TestRun } from '../node-run.builder.ts';
import { pushRegistration } from './push-registration.ts';

type Setting = Omit<NodeRunSetting<typeof pushRegistrationNode>, 'type'>;

const registration = (setting: Setting = {}) =>
  nodeRun({ type: pushRegistrationNode, shared: { username: 'demo' }, ...setting });

const poll: readonly Answer[] = [
  { type: 'TextOutputCallback', value: null },
  { type: 'TextOutputCallback', value: null },
  { type: 'HiddenValueCallback', value: undefined },
  { type: 'PollingWaitCallback', value: null },
];

const registered: PushStatus = {
  status: 'registered',
  phone: {
    mechanismUid: 'made-by-the-phone',
    deviceId: 'token',
    deviceType: 'ios',
    communicationType: 'apns',
    communicationId: 'arn:aws:sns:us-east-1:1:endpoint/APNS/app/1',
  },
};

/** A registration whose QR code is shown and of which this has become. */
async function shown(status: PushStatus, setting: Setting = {}) {
  const scene = registration(setting);
  await pushRegistration(scene.run);
  answer(scene, status);
  return scene;
}

function answer({ world }: TestRun<ConfigOf<typeof pushRegistrationNode>>, status: PushStatus) {
  for (const { messageId } of world.expected) world.messages.set(messageId, status);
}

function callbacksOf(result: Awaited<ReturnType<typeof pushRegistration>>): readonly Callback[] {
  return result.type === 'send' ? result.callbacks : [];
}

const uriOf = (callbacks: readonly Callback[]) =>
  callbacks.find((callback) => callback.type === 'HiddenValueCallback')?.value ?? '';

const outage = async (): Promise<never> => {
  throw new Error('store down');
};

describe('showing the QR code', () => {
  test('shows the message, the script, the URI and the wait, in this order', async () => {
    const { run } = registration();
    const callbacks = callbacksOf(await pushRegistration(run));
    expect(callbacks).toEqual([
      {
        type: 'TextOutputCallback',
        message:
          'Scan the QR code image below with the ForgeRock Authenticator app to register your device with your login.',
        kind: 'information',
      },
      { type: 'TextOutputCallback', message: expect.any(String), kind: 'script' },
      {
        type: 'HiddenValueCallback',
        id: 'mfaDeviceRegistration',
        value: expect.stringMatching(/^pushauth:\/\/push\/ForgeRock:demo\?/),
      },
      { type: 'PollingWaitCallback', waitTimeMs: 2000, message: 'Waiting for response...' },
    ]);
  });

  test('makes ready for the answer with the very secret and challenge of the QR code', async () => {
    const { run, world } = registration({ config: { timeout: 90 } });
    const query = new URL(uriOf(callbacksOf(await pushRegistration(run)))).searchParams;
    const [expected] = world.expected;
    const url = (base64 = '') => Buffer.from(base64, 'base64').toString('base64url');
    expect(expected).toMatchObject({ username: 'demo', expiresAtMs: world.nowMs + 90_000 });
    expect(expected?.messageId).toMatch(/^REGISTER:[0-9a-f-]{36}\d{13}$/);
    expect(query.get('m')).toBe(expected?.messageId);
    expect(query.get('s')).toBe(url(expected?.secret));
    expect(query.get('c')).toBe(url(expected?.challenge));
    expect(query.get('s')).not.toBe(query.get('c'));
  });

  test('keeps secret and challenge out of shared state', async () => {
    const { run, state, world } = registration();
    await pushRegistration(run);
    expect(state.shared).toEqual({
      username: 'demo',
      pushMessageId: world.expected[0]?.messageId,
      pushRegistrationTimeout: world.nowMs + 60_000,
    });
    expect(Object.keys(state.transient).toSorted()).toEqual(['pushChallengeKey', 'pushDeviceProfile']);
  });

  test('is a QR code step to the client SDK', async () => {
    const { run } = registration();
    const uri = uriOf(callbacksOf(await pushRegistration(run)));
    const step = new FRStep({
      authId: 'x',
      callbacks: [
        {
          type: 'HiddenValueCallback' as never,
          output: [
            { name: 'value', value: uri },
            { name: 'id', value: 'mfaDeviceRegistration' },
          ],
          input: [{ name: 'IDToken3', value: 'mfaDeviceRegistration' }],
        },
      ],
    });
    expect(FRQRCode.isQRCodeStep(step)).toBe(true);
    expect(FRQRCode.getQRCodeData(step)).toMatchObject({ use: 'push', uri });
  });

  test('the script draws the QR code under the message, once however often it runs', async () => {
    const { run } = registration({
      services: { qrCode: { svg: (text) => `<svg id="a">'${text.slice(0, 11)}'</svg>` } },
    });
    const script = callbacksOf(await pushRegistration(run)).find(
      (callback) => callback.type === 'TextOutputCallback' && callback.kind === 'script',
    );
    const children: { innerHTML: string }[] = [];
    const document = {
      getElementById: (id: string) =>
        id === 'callback_0'
          ? { querySelector: () => children[0], appendChild: (child: never) => children.push(child) }
          : null,
      createElement: () => ({ innerHTML: '', setAttribute: () => undefined }),
    };
    const text = script?.type === 'TextOutputCallback' ? script.message : '';
    runInNewContext(text, { document });
    runInNewContext(text, { document });
    expect(children.map(({ innerHTML }) => innerHTML)).toEqual([`<svg id="a">'pushauth://'</svg>`]);
  });

  test('says it in the configured words, issuer and colours', async () => {
    const { run } = registration({
      config: {
        issuer: 'Acme',
        bgColor: '#ff0000',
        imgUrl: 'https://acme.example/logo.png',
        scanQRCodeMessage: { en: 'Scan me' },
      },
    });
    const callbacks = callbacksOf(await pushRegistration(run));
    expect(callbacks[0]).toMatchObject({ message: 'Scan me' });
    expect(uriOf(callbacks)).toContain('&b=ff0000&image=aHR0cHM6Ly9hY21lLmV4YW1wbGUvbG9nby5wbmc');
  });

  test.each<[ConfigOf<typeof pushRegistrationNode>['accountName'], string]>([
    ['EMAIL_ADDRESS', 'demo@example.com'],
    ['COMMON_NAME', 'demo'],
    ['LAST_NAME', 'demo'],
    ['USERNAME', 'demo'],
  ])('calls the account by %s, or by the username where that is empty: %s', async (accountName, account) => {
    const { run } = registration({
      config: { accountName },
      people: [{ username: 'demo', attributes: { mail: ['demo@example.com'], cn: [''], sn: [] } }],
    });
    expect(uriOf(callbacksOf(await pushRegistration(run)))).toMatch(`:${account}?`);
  });
});

describe('who can register', () => {
  test.each([{}, { username: ' ' }])('needs a username: %#', async (shared) => {
    const { run } = registration({ shared });
    await expect(pushRegistration(run)).rejects.toMatchObject({
      code: 'node-failed',
      message: 'Expected username to be set.',
    });
  });

  test('needs a user of that name', async () => {
    const { run } = registration({ people: [] });
    await expect(pushRegistration(run)).rejects.toThrow('Failed to get the identity object');
  });

  test('a user who has a phone passes at once and keeps it', async () => {
    const { run, state, world } = registration({ phones: { demo: pushDevice() } });
    expect(await pushRegistration(run)).toEqual({ type: 'goTo', outcome: 'successOutcome', effects: {} });
    expect(world.expected).toEqual([]);
    expect(world.skipSettings.size).toBe(0);
    expect(state).toEqual({ shared: { username: 'demo' }, transient: {}, secure: {} });
  });

  test('does not take a device store that is down for a user without a phone', async () => {
    const { run, world } = registration({ services: { devices: { findPush: outage } } });
    await expect(pushRegistration(run)).rejects.toThrow();
    expect(world.expected).toEqual([]);
  });

  test('shows no QR code that could not be answered', async () => {
    const { run } = registration({ services: { push: { expectRegistration: outage } } });
    await expect(pushRegistration(run)).rejects.toMatchObject({
      code: 'node-failed',
      message: 'Unable initialise push notification service.',
    });
  });
});

describe('waiting for the phone', () => {
  test('shows the same QR code again, request after request', async () => {
    const scene = registration();
    const first = callbacksOf(await pushRegistration(scene.run));
    scene.world.nowMs += 2000;
    expect(callbacksOf(await pushRegistration(scene.next(...poll)))).toEqual(first);
    scene.world.nowMs += 2000;
    expect(callbacksOf(await pushRegistration(scene.next(...poll)))).toEqual(first);
    expect(scene.world.expected).toHaveLength(1);
  });

  test('gives up by the clock, however seldom it is asked, and refuses a late phone', async () => {
    const { next, state, world } = await shown({ status: 'pending' });
    world.nowMs += 59_999;
    expect(await pushRegistration(next(...poll))).toMatchObject({ type: 'send' });
    world.nowMs += 1;
    expect(await pushRegistration(next(...poll))).toMatchObject({ outcome: 'timeoutOutcome' });
    expect(world.forgotten).toEqual([world.expected[0]?.messageId]);
    expect(state).toEqual({ shared: { username: 'demo' }, transient: {}, secure: {} });
  });

  test.each<[PushStatus['status'], PushStatus, string]>([
    ['gone', { status: 'gone' }, 'timeoutOutcome'],
    ['denied', { status: 'denied' }, 'failureOutcome'],
  ])('%s ends it and leaves no state', async (_name, status, outcome) => {
    const { next, state, world } = await shown(status);
    expect(await pushRegistration(next(...poll))).toMatchObject({ outcome });
    expect(state).toEqual({ shared: { username: 'demo' }, transient: {}, secure: {} });
    expect(world.phones.size).toBe(0);
  });

  test.each([
    ['pushMessageId', 'Unable to find push message ID'],
    ['pushDeviceProfile', 'No device profile found on shared state'],
    ['pushChallengeKey', 'No device profile found on shared state'],
  ] as const)('fails when %s is lost', async (key, message) => {
    const { run, next } = await shown({ status: 'pending' });
    run.state.remove(key);
    await expect(pushRegistration(next(...poll))).rejects.toMatchObject({ code: 'node-failed', message });
  });

  test('fails when the device profile is no profile', async () => {
    const { run, next } = await shown({ status: 'pending' });
    run.state.put('transient', 'pushDeviceProfile', 'bm90IEpTT04=');
    await expect(pushRegistration(next(...poll))).rejects.toThrow('No device profile found on shared state');
  });

  test('fails when the push store is down', async () => {
    const { next } = await shown({ status: 'pending' }, { services: { push: { status: outage } } });
    await expect(pushRegistration(next(...poll))).rejects.toThrow(
      'An unexpected error occurred while verifying the push result',
    );
  });
});

describe('the phone has registered', () => {
  test('keeps the phone with the secret of the QR code', async () => {
    const { next, world } = await shown(registered, { config: { issuer: 'Acme' } });
    world.nowMs += 5000;
    expect(await pushRegistration(next(...poll))).toMatchObject({ outcome: 'successOutcome' });
    expect(world.phones.get('demo')).toEqual({
      uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      deviceName: 'Push Device',
      issuer: 'Acme',
      sharedSecret: world.expected[0]?.secret,
      deviceMechanismUID: 'made-by-the-phone',
      deviceId: 'token',
      deviceType: 'ios',
      communicationType: 'apns',
      communicationId: 'arn:aws:sns:us-east-1:1:endpoint/APNS/app/1',
      createdDate: world.nowMs,
      lastAccessDate: world.nowMs,
    });
    expect(world.skipSettings.get('demo/push')).toBe('NOT_SKIPPABLE');
    expect(world.forgotten).toEqual([world.expected[0]?.messageId]);
  });

  test('hands on the recovery codes in transient state, and nothing else', async () => {
    const { next, state, world } = await shown(registered);
    await pushRegistration(next(...poll));
    const codes = world.recoveryCodes.get('demo/push');
    expect(codes).toHaveLength(10);
    expect(state).toEqual({
      shared: { username: 'demo' },
      transient: { recoveryCodes: codes, recoveryCodeDeviceName: 'Push Device' },
      secure: {},
    });
  });

  test('makes no recovery codes where none are wanted', async () => {
    const { next, state, world } = await shown(registered, { config: { generateRecoveryCodes: false } });
    expect(await pushRegistration(next(...poll))).toMatchObject({ outcome: 'successOutcome' });
    expect(world.recoveryCodes.get('demo/push')).toEqual([]);
    expect(state.transient).toEqual({});
  });

  test('succeeds even if the skip setting and the message cannot be updated', async () => {
    const { next } = await shown(registered, {
      services: { devices: { setSkipSetting: outage }, push: { forget: outage } },
    });
    expect(await pushRegistration(next(...poll))).toMatchObject({ outcome: 'successOutcome' });
  });

  test('fails if the phone cannot be kept', async () => {
    const { next } = await shown(registered, { services: { devices: { savePush: outage } } });
    await expect(pushRegistration(next(...poll))).rejects.toMatchObject({
      code: 'node-failed',
      message: 'Failed to save device to user profile',
    });
  });
});
