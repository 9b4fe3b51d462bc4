import { randomBytes } from 'node:crypto';
import type { PushStatus } from '@journeyman/engine';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import vectors from '../../../authenticator/src/push-vectors.json' with { type: 'json' };
import { importHmacKey, signJws } from '../crypto/compact-jws.ts';
import { aService } from './delivery.builder.ts';
import { type FakeSns, startFakeSns } from './fake-sns/fake-sns.ts';
import { anAnswer, expectRefused, expectTaken, generic, phoneClaims } from './phone-answer.builder.ts';
import { challengeResponse, deviceKey } from './phone-proof.ts';
import { aDevice, aPush, aRegistration, createPushWorld, localService } from './push-world.builder.ts';

type World = ReturnType<typeof createPushWorld>;

async function aSentPush(
  world: World,
  changes: Parameters<typeof aPush>[0] = {},
  sharedSecret = randomBytes(32).toString('base64'),
) {
  const device = aDevice({ sharedSecret });
  const endpoint = await world.local.createEndpoint('gcm', device.deviceId);
  const communicationId = endpoint.status === 'created' ? endpoint.address : '';
  const push = aPush({ device: { ...device, communicationId }, ...changes });
  expect(await world.push().send(push)).toEqual({ sent: true });
  return { ...push, secret: push.device.sharedSecret };
}

describe('answers to a push', () => {
  it('approves once, and refuses a second answer', async () => {
    const world = createPushWorld();
    const push = await aSentPush(world);
    await expectTaken(await world.post('authenticate', anAnswer(push)));
    expect(await world.push().status(push.messageId)).toEqual({ status: 'approved' });
    await expectRefused(await world.post('authenticate', anAnswer(push, { deny: true })));
    expect(await world.push().status(push.messageId)).toEqual({ status: 'approved' });
  });

  it('denies for good', async () => {
    const world = createPushWorld();
    const push = await aSentPush(world);
    await expectTaken(
      await world.post('authenticate', anAnswer(push, { deny: true, challengeResponse: null })),
    );
    await expectRefused(await world.post('authenticate', anAnswer(push)));
    expect(await world.push().status(push.messageId)).toEqual({ status: 'denied' });
  });

  it.each<[unknown, PushStatus['status'], number]>([
    [false, 'approved', 200],
    [null, 'approved', 200],
    ['true', 'pending', 400],
    [1, 'pending', 400],
  ])('takes deny %j for what it says (%s)', async (deny, status, httpStatus) => {
    const world = createPushWorld();
    const push = await aSentPush(world);
    expect((await world.post('authenticate', anAnswer(push, { deny }))).status).toBe(httpStatus);
    expect(await world.push().status(push.messageId)).toEqual({ status });
  });

  it('lets only the first of many answers at once count', async () => {
    const world = createPushWorld();
    const push = await aSentPush(world);
    const responses = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        world.post('authenticate', anAnswer(push, { deny: at % 2 === 0 })),
      ),
    );
    expect(responses.filter(({ status }) => status === 200)).toHaveLength(1);
    const isDenied = responses.findIndex(({ status }) => status === 200) % 2 === 0;
    expect(await world.push().status(push.messageId)).toEqual({ status: isDenied ? 'denied' : 'approved' });
  });

  it('takes a response in any base64 alphabet, padded or not', async () => {
    const forms = [
      (text: string) => text,
      (text: string) => text.replaceAll('+', '-').replaceAll('/', '_'),
      (text: string) => text.replaceAll('=', ''),
    ];
    for (const form of forms) {
      const world = createPushWorld();
      const push = await aSentPush(world);
      const response = form(challengeResponse(deviceKey(push.secret), push.challenge));
      await expectTaken(await world.post('authenticate', anAnswer(push, { response })));
    }
  });

  it('refuses what is wrong, and leaves the push pending', async () => {
    const world = createPushWorld();
    const push = await aSentPush(world);
    const good = anAnswer(push);
    const wrong: unknown[] = [
      {},
      { messageId: push.messageId },
      { jwt: good.jwt },
      { ...good, messageId: 7 },
      { ...good, messageId: 'weasel' },
      { ...good, messageId: 'BADGER:1' },
      { ...good, messageId: 'AUTHENTICATE:unknown' },
      { ...good, messageId: 'AUTHENTICATE:\u0000' },
      { ...good, jwt: 'malformed' },
      { ...good, jwt: anAnswer({ ...push, secret: randomBytes(32).toString('base64') }).jwt },
      anAnswer(push, { response: undefined }),
      anAnswer(push, { response: 7 }),
      anAnswer(push, { response: '' }),
      anAnswer(push, { response: randomBytes(32).toString('base64') }),
      anAnswer({ ...push, challenge: randomBytes(32).toString('base64') }),
    ];
    for (const body of wrong) await expectRefused(await world.post('authenticate', body));
    expect(await world.push().status(push.messageId)).toEqual({ status: 'pending' });
  });

  it('refuses an answer that comes too late', async () => {
    const world = createPushWorld();
    const push = await aSentPush(world, { lifetimeMs: 300_000 });
    world.clock.nowMs += 299_999;
    expect(await world.push().status(push.messageId)).toEqual({ status: 'pending' });
    world.clock.nowMs += 1;
    await expectRefused(await world.post('authenticate', anAnswer(push)));
    expect(await world.push().status(push.messageId)).toEqual({ status: 'gone' });
  });

  it('refuses an answer after the lifetime of a push, though its record is kept longer', async () => {
    const world = createPushWorld({ ...localService, mdDuration: 120 });
    const halfMinute = { lifetimeMs: 30_000 };
    const [answered, open] = [await aSentPush(world, halfMinute), await aSentPush(world, halfMinute)];
    world.clock.nowMs += 29_999;
    await expectTaken(await world.post('authenticate', anAnswer(answered)));
    world.clock.nowMs += 1;
    await expectRefused(await world.post('authenticate', anAnswer(open)));
    expect(await world.push().status(open.messageId)).toEqual({ status: 'pending' });
    world.clock.nowMs += 60_000;
    expect(await world.push().status(answered.messageId)).toEqual({ status: 'approved' });
  });

  it('refuses an answer to a push that was forgotten', async () => {
    const world = createPushWorld();
    const push = await aSentPush(world);
    await world.push().forget(push.messageId);
    await expectRefused(await world.post('authenticate', anAnswer(push)));
  });

  it('knows a message only in its own realm', async () => {
    const world = createPushWorld();
    const push = await aSentPush(world);
    expect(await world.push('/alpha').status(push.messageId)).toEqual({ status: 'gone' });
    const response = await world.post('authenticate', anAnswer(push), '/am/json/alpha/push/sns/message');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ message: 'Cannot find Push Notification Service.' });
  });

  it('refuses another action', async () => {
    const world = createPushWorld();
    expect((await world.post('remove', {})).status).toBe(400);
  });
});

describe('answers to a push with a number', () => {
  const challenge = { type: 'challenge', numbers: { offered: [12, 43, 88], correct: 43 } } as const;

  it.each([['43'], [43], [' 43 ']])('approves with the number %j', async (challengeResponse) => {
    const world = createPushWorld();
    const push = await aSentPush(world, challenge);
    await expectTaken(await world.post('authenticate', anAnswer(push, { challengeResponse })));
    expect(await world.push().status(push.messageId)).toEqual({ status: 'approved', number: 43 });
  });

  it('does not approve without a number, nor count that as wrong', async () => {
    const world = createPushWorld();
    const push = await aSentPush(world, challenge);
    for (let time = 0; time < 4; time += 1) {
      const response = await world.post('authenticate', anAnswer(push));
      await expectRefused(response, { ...generic, message: expect.stringContaining('number is needed') });
    }
    for (const challengeResponse of ['', 'forty-three', 4.3, {}, '43.0']) {
      await expectRefused(await world.post('authenticate', anAnswer(push, { challengeResponse })));
    }
    expect(await world.push().status(push.messageId)).toEqual({ status: 'pending' });
  });

  it('says that a number is wrong, lets the user try again, and denies at the third', async () => {
    const world = createPushWorld();
    const push = await aSentPush(world, challenge);
    const tap = (number: string) => world.post('authenticate', anAnswer(push, { challengeResponse: number }));
    await expectRefused(await tap('12'), { ...generic, message: expect.stringContaining('not the number') });
    await expectRefused(await tap('88'), { ...generic, message: expect.stringContaining('not the number') });
    expect(await world.push().status(push.messageId)).toEqual({ status: 'pending' });
    await expectRefused(await tap('12'), { ...generic, message: expect.stringContaining('denied') });
    expect(await world.push().status(push.messageId)).toEqual({ status: 'denied' });
    await expectRefused(await tap('43'));
    expect(await world.push().status(push.messageId)).toEqual({ status: 'denied' });
  });

  it('counts wrong numbers that come at once', async () => {
    const world = createPushWorld();
    const push = await aSentPush(world, challenge);
    const tap = () => world.post('authenticate', anAnswer(push, { challengeResponse: '12' }));
    await Promise.all([tap(), tap(), tap()]);
    expect(await world.push().status(push.messageId)).toEqual({ status: 'denied' });
  });

  it('denies without a number', async () => {
    const world = createPushWorld();
    const push = await aSentPush(world, challenge);
    await expectTaken(await world.post('authenticate', anAnswer(push, { deny: true })));
  });
});

describe('registration of a phone', () => {
  let fake: FakeSns;
  beforeAll(async () => {
    fake = await startFakeSns();
    process.env.AWS_ENDPOINT_URL_SNS = fake.url;
  });
  afterAll(async () => {
    delete process.env.AWS_ENDPOINT_URL_SNS;
    await fake.close();
  });

  it('keeps what the phone says of itself, and where it is reached', async () => {
    const world = createPushWorld();
    const registration = aRegistration();
    await world.push().expectRegistration(registration);
    expect(await world.push().status(registration.messageId)).toEqual({ status: 'pending' });
    await expectTaken(await world.post('register', anAnswer(registration, phoneClaims)));
    const { deviceName: _, ...phone } = phoneClaims;
    expect(await world.push().status(registration.messageId)).toEqual({
      status: 'registered',
      phone: { ...phone, communicationId: expect.stringMatching(/^local:/) },
    });
    await expectRefused(await world.post('register', anAnswer(registration, phoneClaims)));
  });

  it.each(['mechanismUid', 'deviceId', 'deviceType', 'communicationType'])(
    'needs the claim %s',
    async (name) => {
      const world = createPushWorld();
      const registration = aRegistration();
      await world.push().expectRegistration(registration);
      for (const value of [undefined, '', 7, 'a\u0000b']) {
        await expectRefused(
          await world.post('register', anAnswer(registration, { ...phoneClaims, [name]: value })),
        );
      }
      expect(await world.push().status(registration.messageId)).toEqual({ status: 'pending' });
    },
  );

  it('answers 400 when SNS is in trouble, and takes the same answer later', async () => {
    const world = createPushWorld(aService());
    const registration = aRegistration();
    await world.push().expectRegistration(registration);
    const answer = anAnswer(registration, phoneClaims);
    for (const type of ['silence', 'server-error', 'wrong-credentials', 'not-found'] as const) {
      fake.setFaults({ type });
      await expectRefused(await world.post('register', answer), {
        ...generic,
        message: expect.stringContaining('try again'),
      });
      expect(world.lines.at(-1)).toMatchObject({ username: 'demo', realm: '/', detail: expect.any(String) });
      expect(JSON.stringify(world.lines)).not.toContain(phoneClaims.deviceId);
    }
    expect(await world.push().status(registration.messageId)).toEqual({ status: 'pending' });
    fake.setFaults();
    await expectTaken(await world.post('register', answer));
    world.deliveries.close();
  });

  it('does not call SNS for an answer that is not signed by the phone', async () => {
    const world = createPushWorld(aService());
    const registration = aRegistration();
    await world.push().expectRegistration(registration);
    const before = fake.calls.length;
    const stranger = { ...registration, secret: randomBytes(32).toString('base64') };
    await expectRefused(await world.post('register', anAnswer(stranger, phoneClaims)));
    expect(fake.calls.length).toBe(before);
  });
});

describe('the requests of the released apps', () => {
  it.each(vectors.requests)('$id', async ({ id, action, body, secret, challenge = '', expectStatus }) => {
    const world = createPushWorld();
    const { messageId = '', mechanismUid = '', username = '' } = body;
    if (action === 'register') {
      await world.push().expectRegistration(aRegistration({ messageId, secret, challenge }));
    } else if (action === 'authenticate') {
      const numbers = id === 'authenticate-number-43' && { offered: [12, 43, 88], correct: 43 };
      await aSentPush(world, { messageId, challenge, ...(numbers && { numbers }) }, secret);
    } else {
      world.devices.set(username, aDevice({ sharedSecret: secret, deviceMechanismUID: mechanismUid }));
    }
    expect((await world.post(action, body)).status).toBe(expectStatus);
  });
});

describe('anything at all', () => {
  it('is never answered with a 5xx', async () => {
    const world = createPushWorld();
    const push = await aSentPush(world, {
      type: 'challenge',
      numbers: { offered: [12, 43, 88], correct: 43 },
      lifetimeMs: 3_600_000,
    });
    world.devices.set('demo', push.device);
    const registration = aRegistration();
    await world.push().expectRegistration(registration);
    const response = challengeResponse(deviceKey(push.secret), push.challenge);
    const names = ['response', 'deny', 'challengeResponse', ...Object.keys(phoneClaims)];
    const claims = fc.dictionary(fc.constantFrom(...names, 'other'), fc.jsonValue());
    const jwt = fc.oneof(
      fc.jsonValue(),
      claims.map((all) => signJws(JSON.stringify({ response, ...all }), importHmacKey(randomBytes(32)))),
      claims.map((all) => anAnswer(push, all).jwt),
      claims.map((all) => anAnswer(registration, all).jwt),
    );
    const member = <T>(good: T) => fc.oneof(fc.constant(good), fc.string({ unit: 'binary' }), fc.jsonValue());
    const object = fc.record(
      {
        messageId: fc.oneof(member(push.messageId), fc.constant(registration.messageId)),
        jwt,
        mechanismUid: member(push.device.deviceMechanismUID),
        username: member('demo'),
      },
      { requiredKeys: [] },
    );
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary' }),
      fc.json(),
      object.map((value) => JSON.stringify(value)),
    );
    const action = fc.constantFrom('register', 'authenticate', 'refresh', 'other');
    await fc.assert(
      fc.asyncProperty(action, body, async (name, content) => {
        const { status } = await world.app.request(`/am/json/push/sns/message?_action=${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: content as string,
        });
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 500 },
    );
  });
});
