import { describe, expect, it } from 'vitest';
import { testService } from '../http/test-service.builder.ts';
import { aPhone } from './device.builder.ts';
import { createPhones } from './registered-phones.ts';

const codes = ['iZmEtxvQ00', 'z0WKEw0Wc8', 'aaaaaaaaaa'];

/** The devices of realms with a user `demo`. */
async function devices() {
  const test = testService({
    realms: {
      '/': {},
      '/alpha': {
        services: {
          authenticatorPushService: { authenticatorPushSkippableName: 'skipsPush' },
        },
      },
    },
  });
  await test.users.create('/', { username: 'demo' });
  await test.users.create('/alpha', { username: 'demo' });
  const of = (realm: string) => {
    const found = test.realms.find(realm);
    if (found === undefined) throw new Error(`There is no realm ${realm}.`);
    return found.services.devices;
  };
  return { ...test, root: of('/'), alpha: of('/alpha') };
}

describe('a phone', () => {
  it('is found as it was saved, by its user alone, in its realm alone', async () => {
    const { root, alpha } = await devices();
    await root.savePush('demo', aPhone(), codes);

    expect(await root.findPush('demo')).toEqual(aPhone());
    expect(await root.findPush('DEMO')).toEqual(aPhone());
    expect(await root.findPush('demo2')).toBeNull();
    expect(await alpha.findPush('demo')).toBeNull();
    expect(await root.has('demo', 'push')).toBe(true);
    expect(await root.has('demo', 'oath')).toBe(false);
  });

  it('takes the place of the one before', async () => {
    const { root } = await devices();
    await root.savePush('demo', aPhone(), codes);
    await root.savePush('demo', aPhone({ uuid: 'second' }), []);

    expect((await root.list('demo', 'push')).map(({ uuid }) => uuid)).toEqual(['second']);
    expect(await root.useRecoveryCode('demo', 'push', 'iZmEtxvQ00')).toBe(false);
  });

  it('leaves no secret, token, address or recovery code readable in the store', async () => {
    const { root, stores } = await devices();
    const phone = aPhone();
    await root.savePush('demo', phone, codes);

    const [stored] = await stores.devices.list('/\u001fdemo');

    expect(stored?.value).toContain(phone.uuid);
    for (const hidden of [phone.sharedSecret, phone.deviceId, phone.communicationId, ...codes]) {
      expect(stored?.value).not.toContain(hidden);
    }
  });

  it('notes when it was used, if it is still the one', async () => {
    const { root } = await devices();
    await root.savePush('demo', aPhone(), codes);

    await root.touchPush('demo', 'another', 1_800_000_000_000);
    expect(await root.findPush('demo')).toEqual(aPhone());
    await root.touchPush('demo', aPhone().deviceMechanismUID, 1_800_000_000_000);
    expect(await root.findPush('demo')).toEqual(aPhone({ lastAccessDate: 1_800_000_000_000 }));
    await root.touchPush('nobody', aPhone().deviceMechanismUID, 1_800_000_000_000);
  });

  it('is gone once removed, and a later one begins anew', async () => {
    const { root } = await devices();
    await root.savePush('demo', aPhone(), codes);

    expect(await root.remove('demo', 'push', 'another')).toBeNull();
    expect(await root.remove('demo', 'push', aPhone().uuid)).toMatchObject({ uuid: aPhone().uuid });
    expect(await root.findPush('demo')).toBeNull();
    expect(await root.remove('demo', 'push')).toBeNull();
    await root.savePush('demo', aPhone({ uuid: 'later' }), []);
    expect(await root.findPush('demo')).toEqual(aPhone({ uuid: 'later' }));
  });

  it('is forgotten with its user', async () => {
    const { root, deviceDocuments, stores } = await devices();
    await root.savePush('demo', aPhone(), codes);
    await deviceDocuments.forgetUser('/', 'Demo');
    expect(await root.findPush('demo')).toBeNull();
    expect(await stores.devices.list('/\u001fdemo')).toEqual([]);
  });
});

describe('a recovery code', () => {
  it('is good once', async () => {
    const { root } = await devices();
    await root.savePush('demo', aPhone(), codes);

    expect(await root.useRecoveryCode('demo', 'push', 'iZmEtxvQ00')).toBe(true);
    expect(await root.useRecoveryCode('demo', 'push', 'iZmEtxvQ00')).toBe(false);
    expect(await root.useRecoveryCode('demo', 'push', 'z0WKEw0Wc8')).toBe(true);
    expect(await root.findPush('demo')).toEqual(aPhone());
  });

  it('that many try at once is good for one of them', async () => {
    const { root } = await devices();
    await root.savePush('demo', aPhone(), codes);
    const tries = Array.from({ length: 20 }, () => root.useRecoveryCode('demo', 'push', 'aaaaaaaaaa'));
    expect((await Promise.all(tries)).filter(Boolean)).toEqual([true]);
  });

  it.each(['izmetxvq00', ' iZmEtxvQ00', 'iZmEtxvQ0', '', '0000000000'])(
    'is compared exactly: "%s"',
    async (guess) => {
      const { root } = await devices();
      await root.savePush('demo', aPhone(), codes);
      expect(await root.useRecoveryCode('demo', 'push', guess)).toBe(false);
    },
  );

  it('belongs to one user, method and realm', async () => {
    const { root, alpha } = await devices();
    await root.savePush('demo', aPhone(), codes);
    expect(await root.useRecoveryCode('other', 'push', 'iZmEtxvQ00')).toBe(false);
    expect(await root.useRecoveryCode('demo', 'oath', 'iZmEtxvQ00')).toBe(false);
    expect(await alpha.useRecoveryCode('demo', 'push', 'iZmEtxvQ00')).toBe(false);
  });

  it('of a device that is removed meanwhile does not bring it back', async () => {
    const { root } = await devices();
    await root.savePush('demo', aPhone(), codes);
    const [used] = await Promise.all([
      root.useRecoveryCode('demo', 'push', 'iZmEtxvQ00'),
      root.remove('demo', 'push'),
    ]);
    expect([used, await root.findPush('demo')]).toEqual([false, null]);
  });
});

describe('the skip setting', () => {
  it.each([
    ['push', 'push2faEnabled'],
    ['oath', 'oath2faEnabled'],
  ] as const)('of %s is kept in the user attribute %s as AM writes it', async (method, attribute) => {
    const { root, users } = await devices();
    expect(await root.skipSetting('demo', method)).toBe('NOT_SET');
    for (const [setting, value] of [
      ['SKIPPABLE', '1'],
      ['NOT_SKIPPABLE', '2'],
      ['NOT_SET', '0'],
    ] as const) {
      await root.setSkipSetting('demo', method, setting);
      expect(await root.skipSetting('demo', method)).toBe(setting);
      expect((await users.find('/', 'demo'))?.attributes[attribute]).toEqual([value]);
    }
  });

  it('is kept in the attribute that the realm names', async () => {
    const { alpha, users } = await devices();
    await alpha.setSkipSetting('demo', 'push', 'SKIPPABLE');
    expect((await users.find('/alpha', 'demo'))?.attributes.skipsPush).toEqual(['1']);
  });
});

describe('the phones that push knows', () => {
  it('are found by user and, where one is given, by mechanism', async () => {
    const { root, deviceDocuments } = await devices();
    const phones = createPhones(deviceDocuments);
    await root.savePush('demo', aPhone(), codes);

    expect(await phones.find('/', 'Demo')).toEqual(aPhone());
    expect(await phones.find('/', 'demo', aPhone().deviceMechanismUID)).toEqual(aPhone());
    expect(await phones.find('/', 'demo', 'another')).toBeNull();
    expect(await phones.find('/alpha', 'demo')).toBeNull();
  });

  it('take a new token and keep their secret and recovery codes', async () => {
    const { root, deviceDocuments } = await devices();
    const phones = createPhones(deviceDocuments);
    await root.savePush('demo', aPhone(), codes);
    const changes = { deviceId: 'new-token', communicationId: 'arn:new', deviceName: 'My phone' };

    expect(await phones.update('/', 'demo', 'another', changes)).toBe(false);
    expect(await phones.update('/', 'demo', aPhone().deviceMechanismUID, changes)).toBe(true);
    expect(await phones.find('/', 'demo')).toEqual(aPhone(changes));
    expect(await root.useRecoveryCode('demo', 'push', 'iZmEtxvQ00')).toBe(true);
  });
});
