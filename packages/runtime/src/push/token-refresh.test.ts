import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signJws } from '../crypto/compact-jws.ts';
import { expectRefused, expectTaken, phoneClaims } from './phone-answer.builder.ts';
import { deviceKey } from './phone-proof.ts';
import { aDevice, createPushWorld } from './push-world.builder.ts';
import { refreshLimit } from './token-refresh.ts';

describe('refresh of a phone’s token', () => {
  function aRegisteredWorld() {
    const world = createPushWorld();
    const device = aDevice();
    world.devices.set('demo', device);
    const claims = { ...phoneClaims, deviceId: 'new-token', deviceName: 'Renamed' };
    const body = (changes: object = {}, secret = device.sharedSecret) => ({
      mechanismUid: device.deviceMechanismUID,
      username: 'demo',
      jwt: signJws(JSON.stringify({ ...claims, ...changes }), deviceKey(secret)),
    });
    return { world, device, body };
  }

  it('stores the token, the address and the name', async () => {
    const { world, device, body } = aRegisteredWorld();
    await expectTaken(await world.post('refresh', body()));
    expect(world.devices.get('demo')).toEqual({
      ...device,
      deviceId: 'new-token',
      deviceName: 'Renamed',
      communicationId: expect.stringMatching(/^local:/),
    });
  });

  it('takes userId for username', async () => {
    const { world, body } = aRegisteredWorld();
    const { username: userId, ...rest } = body();
    await expectTaken(await world.post('refresh', { ...rest, userId }));
  });

  it('refuses what is wrong', async () => {
    const { world, device, body } = aRegisteredWorld();
    const wrong: unknown[] = [
      {},
      { ...body(), mechanismUid: undefined },
      { ...body(), username: undefined },
      { ...body(), username: 'nobody' },
      { ...body(), username: '\u0000' },
      { ...body(), mechanismUid: 'another' },
      { ...body(), jwt: undefined },
      body({}, randomBytes(32).toString('base64')),
      body({ deviceId: undefined }),
    ];
    for (const wrongBody of wrong) await expectRefused(await world.post('refresh', wrongBody));
    expect(world.devices.get('demo')).toEqual(device);
  });

  it('takes a token once a day: an old one that is sent again changes nothing', async () => {
    const { world, body } = aRegisteredWorld();
    await expectTaken(await world.post('refresh', body({ deviceId: 'first' })));
    await expectTaken(await world.post('refresh', body({ deviceId: 'second' })));
    await expectTaken(await world.post('refresh', body({ deviceId: 'first' })));
    expect(world.devices.get('demo')?.deviceId).toBe('second');
  });

  it('limits the tokens of a day', async () => {
    const { world, body } = aRegisteredWorld();
    for (let at = 0; at < refreshLimit; at += 1) {
      await expectTaken(await world.post('refresh', body({ deviceId: `token-${at}` })));
    }
    expect((await world.post('refresh', body({ deviceId: 'one-more' }))).status).toBe(429);
    world.clock.nowMs += 24 * 60 * 60 * 1000;
    await expectTaken(await world.post('refresh', body({ deviceId: 'one-more' })));
  });

  it('counts the tokens of one day alone, of a phone that brings one in each', async () => {
    const { world, body } = aRegisteredWorld();
    for (let at = 0; at <= 2 * refreshLimit; at += 1) {
      await expectTaken(await world.post('refresh', body({ deviceId: `token-${at}` })));
      world.clock.nowMs += 20 * 60 * 60 * 1000;
    }
  });

  it('takes one of two equal tokens that come at the same time, though the other cannot be taken', async () => {
    const { world, body } = aRegisteredWorld();
    const { local } = world;
    const { createEndpoint } = local;
    let calls = 0;
    local.createEndpoint = async (...endpoint) => {
      calls += 1;
      return calls === 1 ? { status: 'failed', reason: 'out of reach' } : createEndpoint(...endpoint);
    };
    const answers = await Promise.all([world.post('refresh', body()), world.post('refresh', body())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(world.devices.get('demo')?.deviceId).toBe('new-token');
    await expectTaken(await world.post('refresh', body({ deviceId: 'newer' })));
    await expectTaken(await world.post('refresh', body()));
    expect(world.devices.get('demo')?.deviceId).toBe('newer');
  });

  it('limits those that come at the same time too', async () => {
    const { world, body } = aRegisteredWorld();
    const all = Array.from({ length: refreshLimit + 5 }, (_, at) => body({ deviceId: `token-${at}` }));
    const answers = await Promise.all(all.map((each) => world.post('refresh', each)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(refreshLimit);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  it('lets a phone send a token again that could not be taken', async () => {
    const { world, body } = aRegisteredWorld();
    const { local } = world;
    const { createEndpoint } = local;
    local.createEndpoint = async () => ({ status: 'failed', reason: 'out of reach' });
    await expectRefused(await world.post('refresh', body()));
    local.createEndpoint = createEndpoint;
    await expectTaken(await world.post('refresh', body()));
    expect(world.devices.get('demo')?.deviceId).toBe('new-token');
  });
});
