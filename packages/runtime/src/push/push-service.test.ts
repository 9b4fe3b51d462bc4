import { randomBytes } from 'node:crypto';
import { createPhone, type Phone, type Platform } from '@journeyman/authenticator';
import type { OutgoingPush } from '@journeyman/engine';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyJws } from '../crypto/compact-jws.ts';
import { aService } from './delivery.builder.ts';
import { type FakeSns, startFakeSns } from './fake-sns/fake-sns.ts';
import { deviceKey } from './phone-proof.ts';
import { createPush } from './push-service.ts';
import {
  aConfiguration,
  aDevice,
  aPush,
  aRegistration,
  createPushWorld,
  localService,
} from './push-world.builder.ts';

type World = ReturnType<typeof createPushWorld>;

/** A phone of `demo` with its endpoint, as if it had been registered some time ago. */
async function aReachableDevice(world: World) {
  const device = aDevice();
  const endpoint = await world.local.createEndpoint('gcm', device.deviceId);
  const communicationId = endpoint.status === 'created' ? endpoint.address : '';
  world.devices.set('demo', { ...device, communicationId });
  return { ...device, communicationId };
}

/** The claims that arrive at the phone of a push. */
async function claimsOf(changes: Partial<OutgoingPush>) {
  const world = createPushWorld();
  const device = await aReachableDevice(world);
  expect(await world.push().send(aPush({ ...changes, device }))).toEqual({ sent: true });
  const [waiting] = await world.local.messages(device.deviceId);
  return { device, claims: verifyJws(waiting?.message ?? '', deviceKey(device.sharedSecret)) };
}

describe('a push', () => {
  it('carries AM’s claims, all of them texts', async () => {
    const push = aPush();
    const { claims, device } = await claimsOf(push);
    expect(claims).toEqual({
      p: '{  }',
      c: push.challenge,
      t: '120',
      u: device.deviceMechanismUID,
      i: '1893456000000',
      k: 'default',
      l: Buffer.from('amlbcookie=01').toString('base64'),
      m: push.message,
      d: 'demo',
    });
  });

  it('carries numbers, context and custom payload where there are any', async () => {
    const context = {
      location: { latitude: 51.5, longitude: -0.1 },
      remoteIp: '203.0.113.7',
      userAgent: 'Firefox',
    };
    const { claims } = await claimsOf({
      type: 'challenge',
      numbers: { offered: [12, 43, 88], correct: 43 },
      context,
      customPayload: { amount: 'ä 10' },
    });
    expect(claims).toMatchObject({ k: 'challenge', n: '12,43,88', p: '{"amount":"ä 10"}' });
    expect(JSON.parse(String(claims?.x))).toEqual(context);
  });

  it('is not sent with more custom payload than AM allows', async () => {
    const world = createPushWorld();
    const device = await aReachableDevice(world);
    const customPayload = (bytes: number) => ({ a: 'x'.repeat(bytes - '{"a":""}'.length) });
    expect(await world.push().send(aPush({ device, customPayload: customPayload(3072) }))).toEqual({
      sent: true,
    });
    const push = aPush({ device, customPayload: customPayload(3073) });
    expect(await world.push().send(push)).toEqual({ sent: false, reason: 'TRANSMISSION_FAILURE' });
    expect(world.lines).toMatchObject([{ detail: expect.stringContaining('3073 bytes') }]);
    expect(await world.push().status(push.messageId)).toEqual({ status: 'gone' });
  });

  it('is not sent in a realm without a push service, and the log says so', async () => {
    const world = createPushWorld();
    expect(await world.push('/alpha').send(aPush())).toEqual({ sent: false, reason: 'TRANSMISSION_FAILURE' });
    expect(world.lines).toMatchObject([
      { realm: '/alpha', detail: 'No Push Notification Service available for realm /alpha.' },
    ]);
    await expect(world.push('/alpha').expectRegistration(aRegistration())).rejects.toThrow('realm /alpha');
  });

  it('fails with one line in the log when the phone’s endpoint is disabled', async () => {
    const world = createPushWorld();
    const device = await aReachableDevice(world);
    await world.local.setEnabled(device.deviceId, false);
    const push = aPush({ device });
    expect(await world.push().send(push)).toEqual({ sent: false, reason: 'ENDPOINT_DISABLED' });
    expect(world.lines).toMatchObject([
      {
        level: 40,
        realm: '/',
        username: 'demo',
        deviceUuid: device.uuid,
        deviceName: 'Push Device',
        reason: 'ENDPOINT_DISABLED',
        msg: expect.stringMatching(/register the phone again.*recovery code.*reset the device/),
      },
    ]);
    const log = JSON.stringify(world.lines);
    for (const secret of [device.sharedSecret, device.deviceId, push.challenge])
      expect(log).not.toContain(secret);
    expect(await world.push().status(push.messageId)).toEqual({ status: 'gone' });
  });

  it('fails with the delivery’s reason in the log', async () => {
    const world = createPushWorld();
    const push = aPush();
    expect(await world.push().send(push)).toEqual({ sent: false, reason: 'TRANSMISSION_FAILURE' });
    expect(world.lines).toMatchObject([
      { username: 'demo', detail: expect.stringContaining('local address') },
    ]);
    expect(await world.push().status(push.messageId)).toEqual({ status: 'gone' });
  });

  it('fails when it cannot be stored, and is not sent then', async () => {
    const world = createPushWorld();
    const device = await aReachableDevice(world);
    const outOfReach = () => Promise.reject(new Error('The store is out of reach.'));
    const push = createPush('/', aConfiguration(localService), {
      messages: { expect: outOfReach, find: outOfReach, answer: outOfReach, forget: outOfReach },
      deliveries: world.deliveries,
      phones: { find: async () => null, update: async () => false },
      log: pino({ enabled: false }),
      publicUrl: '',
      contextPath: '',
    });
    expect(await push.send(aPush({ device }))).toEqual({ sent: false, reason: 'CTS_ERROR' });
    expect(await world.local.messages(device.deviceId)).toEqual([]);
    await expect(push.status('AUTHENTICATE:1')).rejects.toThrow('out of reach');
  });

  it.each([
    [120, 60_000, 120_000],
    [120, 300_000, 300_000],
    [0, 60_000, 60_000],
  ])(
    'is kept for mdDuration (%i s) or its lifetime (%i ms), whichever is longer',
    async (mdDuration, lifetimeMs, keptMs) => {
      const world = createPushWorld({ ...localService, mdDuration });
      const push = aPush({ device: await aReachableDevice(world), lifetimeMs });
      await world.push().send(push);
      world.clock.nowMs += keptMs - 1;
      expect(await world.push().status(push.messageId)).toEqual({ status: 'pending' });
      world.clock.nowMs += 1;
      expect(await world.push().status(push.messageId)).toEqual({ status: 'gone' });
    },
  );

  it('is stored sealed', async () => {
    const world = createPushWorld();
    const device = await aReachableDevice(world);
    const push = aPush({ device });
    await world.push().send(push);
    const keys = [`message / ${push.messageId}`, device.communicationId];
    for (const key of keys) {
      const stored = await world.store.get(key);
      expect(Object.keys(JSON.parse(stored?.value ?? '{}') as object)).toEqual(['sealed']);
    }
  });
});

describe('the addresses that phones call', () => {
  it('name the realm in AM’s old form', () => {
    const world = createPushWorld();
    const base = 'https://login.example.com/am/json';
    expect(world.push().registerUrl).toBe(`${base}/push/sns/message?_action=register`);
    expect(world.push('/alpha').authenticateUrl).toBe(`${base}/alpha/push/sns/message?_action=authenticate`);
    expect(world.push('/a b/c').registerUrl).toBe(`${base}/a%20b/c/push/sns/message?_action=register`);
  });
});

describe('a phone whose endpoint was switched off', () => {
  it('is reached again once it is enabled', async () => {
    const world = createPushWorld();
    const device = await aReachableDevice(world);
    await world.local.setEnabled(device.deviceId, false);
    await world.push().enableDevice('demo');
    expect(await world.push().send(aPush({ device }))).toEqual({ sent: true });
  });

  it('gets a new endpoint where the old one is gone', async () => {
    const world = createPushWorld();
    world.devices.set('demo', aDevice());
    await world.push().enableDevice('demo');
    const device = world.devices.get('demo') ?? aDevice();
    expect(await world.push().send(aPush({ device }))).toEqual({ sent: true });
  });

  it('is left alone where there is no phone, or no push service', async () => {
    const world = createPushWorld();
    await world.push().enableDevice('nobody');
    await world.push('/alpha').enableDevice('demo');
    expect(world.lines).toEqual([]);
  });
});

describe('push by Amazon SNS', () => {
  let fake: FakeSns;
  beforeAll(async () => {
    fake = await startFakeSns();
    process.env.AWS_ENDPOINT_URL_SNS = fake.url;
  });
  afterAll(async () => {
    delete process.env.AWS_ENDPOINT_URL_SNS;
    await fake.close();
  });

  it('fails within a bounded time, whatever SNS does', async () => {
    const world = createPushWorld(aService());
    for (const type of ['throttle', 'server-error', 'wrong-credentials', 'silence', 'not-found'] as const) {
      fake.setFaults({ type });
      const start = performance.now();
      expect(await world.push().send(aPush())).toEqual({ sent: false, reason: 'TRANSMISSION_FAILURE' });
      expect(performance.now() - start).toBeLessThan(1500);
      expect(world.lines.at(-1)).toMatchObject({ username: 'demo', detail: expect.any(String) });
    }
    fake.setFaults({ type: 'endpoint-disabled' });
    expect(await world.push().send(aPush())).toEqual({ sent: false, reason: 'ENDPOINT_DISABLED' });
    fake.setFaults({ type: 'silence' });
    world.devices.set('demo', aDevice());
    await world.push().enableDevice('demo');
    expect(world.lines.at(-1)).toMatchObject({ level: 40, username: 'demo', detail: expect.any(String) });
    world.deliveries.close();
  });
});

describe.each<[Platform]>([['android'], ['ios']])('the authenticator app on %s', (platform) => {
  it('registers, approves, denies, and brings a new token', async () => {
    const world = createPushWorld();
    const phone = createPhone({
      fetch: async (url, init) => world.app.request(url.replace('https://login.example.com', ''), init),
      clock: world.clock,
      random: { bytes: (count) => new Uint8Array(randomBytes(count)) },
      platform,
      deviceName: 'Test Phone',
    });
    const registration = aRegistration();
    await world.push().expectRegistration(registration);
    expect(await phone.scan(registrationUri(world, registration))).toMatchObject({ status: 'added' });
    const status = await world.push().status(registration.messageId);
    if (status.status !== 'registered') throw new Error(`The registration is ${status.status}.`);
    const { mechanismUid: deviceMechanismUID, ...reached } = status.phone;
    const device = aDevice({ ...reached, deviceMechanismUID, sharedSecret: registration.secret });
    world.devices.set('demo', device);

    const approved = aPush({ device, type: 'challenge', numbers: { offered: [12, 43, 88], correct: 43 } });
    await world.push().send(approved);
    await receiveAll(world, phone);
    const message = expect.stringContaining('not the number');
    expect(await phone.approve(approved.messageId, 12)).toMatchObject({ status: 'refused', message });
    expect(await phone.approve(approved.messageId, 43)).toMatchObject({ status: 'answered' });
    expect(await world.push().status(approved.messageId)).toEqual({ status: 'approved', number: 43 });

    const renewed = platform === 'ios' ? randomBytes(32).toString('hex').toUpperCase() : 'renewed-token';
    expect(await phone.refreshToken(renewed)).toMatchObject([{ status: 'refreshed' }]);

    const denied = aPush({ device: world.devices.get('demo') ?? device });
    await world.push().send(denied);
    await receiveAll(world, phone);
    expect(await phone.deny(denied.messageId)).toMatchObject({ status: 'answered' });
    expect(await world.push().status(denied.messageId)).toEqual({ status: 'denied' });
  });
});

/** A registration code with what an app needs to register. */
function registrationUri(
  world: World,
  { messageId, secret, challenge }: ReturnType<typeof aRegistration>,
): string {
  const base64url = (text: string) => Buffer.from(text).toString('base64url');
  const parameters = {
    l: base64url('amlbcookie=01'),
    issuer: base64url('Journeyman'),
    m: messageId,
    s: Buffer.from(secret, 'base64').toString('base64url'),
    c: Buffer.from(challenge, 'base64').toString('base64url'),
    r: base64url(world.push().registerUrl),
    a: base64url(world.push().authenticateUrl),
    uid: base64url('demo'),
  };
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  return `pushauth://push/Journeyman:demo?${query.join('&')}`;
}

/** Lets a phone fetch what waits for it, as the phone on a page does. */
async function receiveAll(world: World, phone: Phone): Promise<void> {
  const headers = { authorization: `Bearer ${phone.state().pushToken}` };
  const response = await world.app.request('/phone/messages', { headers });
  const { messages } = (await response.json()) as { messages: { messageId: string; message: string }[] };
  for (const { messageId, message } of messages) phone.receive({ messageId, jwt: message });
}
