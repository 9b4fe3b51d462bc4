import type { JsonObject } from '@journeyman/node-schemas';
import { describe, expect, it } from 'vitest';
import { type TestService, testService } from '../http/test-service.builder.ts';
import type { NewSession } from '../sessions/sessions.ts';
import { aPhone } from './device.builder.ts';
import { devicesResource } from './devices-resource.ts';

const provenPush: Partial<NewSession> = { properties: { NodeType: 'AuthenticatorPush|' } };
const codes = ['iZmEtxvQ00'];
const realms = { '/': {}, '/alpha': {}, '/alpha/deeper': {} };
const deeper = 'realms/root/realms/alpha/realms/deeper';
const forbidden = { code: 403, reason: 'Forbidden', message: 'User not permitted.' };
const uuid = aPhone().uuid;

/** What a test sends. */
interface Sent {
  readonly token?: string;
  readonly body?: JsonObject;
  /** Default: the realm `/alpha/deeper`. */
  readonly realm?: string;
  /** Default: `demo`. */
  readonly user?: string;
}

/** A service with a user `demo` of the realm `/alpha/deeper` who has a phone and a one-time password device. */
async function service() {
  const test = testService({ realms });
  test.app.route('/json/:realm/users/:user/devices', devicesResource(test));
  await test.users.create('/alpha/deeper', { username: 'demo' });
  const devices = test.realms.find('/alpha/deeper')?.services.devices;
  if (devices === undefined) throw new Error('There is no realm /alpha/deeper.');
  await devices.savePush('demo', aPhone(), codes);
  const { createdDate, lastAccessDate } = aPhone();
  const oath = { uuid: 'oath-1', deviceName: 'OATH Device', createdDate, lastAccessDate };
  await devices.save('demo', 'oath', oath, { sharedSecret: '0a0b0c0d0e0f', counter: 7 }, codes);
  const ask = (method: string, path: string, sent: Sent = {}) => request(test, method, path, sent);
  return { ...test, devices, ask };
}

async function request(
  { app }: TestService,
  method: string,
  path: string,
  { token, body, realm, user }: Sent,
) {
  const response = await app.request(`/am/json/${realm ?? deeper}/users/${user ?? 'demo'}/devices/${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { cookie: `iPlanetDirectoryPro=${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  for (const secret of [
    aPhone().sharedSecret,
    '0a0b0c0d0e0f',
    aPhone().communicationId,
    ...codes,
    'recoveryCodes',
  ]) {
    expect(text).not.toContain(secret);
  }
  return { status: response.status, body: JSON.parse(text) as unknown };
}

const who = [
  ['the owner', '/alpha/deeper', 'demo'],
  ['the owner, whatever the case of the name', '/alpha/deeper', 'Demo'],
  ['the administrator', '/', 'amadmin'],
] as const;

describe.each(who)('%s', (_, realm, name) => {
  it('lists devices in the form of AM', async () => {
    const { ask, signIn } = await service();
    const token = await signIn(realm, name);
    const item = (id: string, deviceName: string) => ({
      _id: id,
      _rev: expect.stringMatching(/^\d+$/),
      createdDate: 1_728_415_625_836,
      lastAccessDate: 1_728_415_625_836,
      deviceName,
      uuid: id,
      deviceManagementStatus: false,
    });
    const list = (...result: readonly object[]) => ({
      status: 200,
      body: {
        result,
        resultCount: result.length,
        pagedResultsCookie: null,
        totalPagedResultsPolicy: 'NONE',
        totalPagedResults: -1,
        remainingPagedResults: -1,
      },
    });

    expect(await ask('GET', '2fa/push?_queryFilter=true', { token })).toEqual(
      list(item(uuid, 'Push Device')),
    );
    expect(await ask('GET', '2fa/oath?_queryId=*', { token })).toEqual(list(item('oath-1', 'OATH Device')));
    for (const kind of ['2fa/webauthn', '2fa/binding', 'profile', 'trusted']) {
      expect(await ask('GET', `${kind}?_queryFilter=true`, { token })).toEqual(list());
    }
  });

  it('renames a device by sending the listed item back, whose other fields stay', async () => {
    const { ask, devices, signIn } = await service();
    const token = await signIn(realm, name, provenPush);
    const body = { _id: 'x', uuid: 'x', createdDate: 0, deviceName: 'My phone', sharedSecret: 'x' };

    expect(await ask('PUT', `2fa/push/${uuid}`, { token, body })).toMatchObject({
      status: 200,
      body: { _id: uuid, uuid, deviceName: 'My phone', createdDate: 1_728_415_625_836 },
    });
    expect(await devices.findPush('demo')).toEqual(aPhone({ deviceName: 'My phone' }));
    expect(await ask('GET', `2fa/push/${uuid}`, { token })).toMatchObject({
      body: { deviceName: 'My phone' },
    });
  });

  it('deletes a device, after which the user has said nothing about skipping', async () => {
    const { ask, devices, signIn } = await service();
    const token = await signIn(realm, name, provenPush);
    await devices.setSkipSetting('demo', 'push', 'NOT_SKIPPABLE');

    expect(await ask('DELETE', `2fa/push/${uuid}`, { token, body: {} })).toMatchObject({
      status: 200,
      body: { _id: uuid, deviceName: 'Push Device' },
    });
    expect(await devices.findPush('demo')).toBeNull();
    expect(await devices.skipSetting('demo', 'push')).toBe('NOT_SET');
    expect(await ask('DELETE', `2fa/push/${uuid}`, { token })).toEqual({
      status: 404,
      body: { code: 404, reason: 'Not Found', message: `User device, ${uuid}, not found.` },
    });
  });

  it('resets, skips and checks', async () => {
    const { ask, devices, signIn } = await service();
    const token = await signIn(realm, name, provenPush);
    const act = async (action: string, body: JsonObject) =>
      (await ask('POST', `2fa/push?_action=${action}`, { token, body })).body;

    expect(await act('check', {})).toEqual({ result: false });
    expect(await act('skip', { value: true })).toEqual({});
    expect(await act('check', {})).toEqual({ result: true });
    expect(await act('skip', { value: false })).toEqual({});
    expect(await devices.skipSetting('demo', 'push')).toBe('NOT_SKIPPABLE');
    expect(await act('reset', {})).toEqual({ result: true });
    expect(await devices.skipSetting('demo', 'push')).toBe('NOT_SET');
    expect(await devices.has('demo', 'push')).toBe(false);
    expect(await devices.has('demo', 'oath')).toBe(true);
  });
});

const requests = [
  ['GET', '2fa/push?_queryFilter=true'],
  ['GET', `2fa/push/${uuid}`],
  ['PUT', `2fa/push/${uuid}`],
  ['DELETE', `2fa/push/${uuid}`],
  ['POST', '2fa/push?_action=reset'],
  ['POST', '2fa/push?_action=skip'],
  ['POST', '2fa/push?_action=check'],
  ['GET', 'profile?_queryFilter=true'],
] as const;

describe.each(requests)('%s %s', (method, path) => {
  const body = { deviceName: 'Mine', value: true };

  it('is refused to other people, of this realm and of others', async () => {
    const { ask, devices, signIn } = await service();
    const others = [
      ['/alpha/deeper', 'other'],
      ['/alpha/deeper', 'amadmin'],
      ['/alpha', 'demo'],
      ['/', 'demo'],
    ] as const;
    for (const [realm, name] of others) {
      const token = await signIn(realm, name, provenPush);
      const sent = method === 'GET' ? { token } : { token, body };
      expect(await ask(method, path, sent)).toEqual({ status: 403, body: forbidden });
      expect(await ask(method, path, { ...sent, user: 'nobody' })).toEqual({ status: 403, body: forbidden });
    }
    expect(await devices.findPush('demo')).toEqual(aPhone());
    expect(await devices.skipSetting('demo', 'push')).toBe('NOT_SET');
  });

  it('is refused to whoever is not signed in', async () => {
    const { ask } = await service();
    expect(await ask(method, path, method === 'GET' ? {} : { body })).toEqual({
      status: 401,
      body: { code: 401, reason: 'Unauthorized', message: 'Access Denied' },
    });
  });
});

describe('an owner who has not proven the device', () => {
  const changes = [
    ['PUT', `2fa/push/${uuid}`],
    ['DELETE', `2fa/push/${uuid}`],
    ['POST', '2fa/push?_action=reset'],
    ['POST', '2fa/push?_action=skip'],
  ] as const;

  it.each(changes)('does not get past the second factor by %s %s', async (method, path) => {
    const { ask, devices, signIn } = await service();
    const token = await signIn('/alpha/deeper', 'demo', { properties: { NodeType: 'AuthenticatorOATH|' } });

    const answer = await ask(method, path, { token, body: { deviceName: 'Mine', value: true } });

    expect(answer).toEqual({ status: 403, body: forbidden });
    expect(await devices.findPush('demo')).toEqual(aPhone());
    expect(await devices.skipSetting('demo', 'push')).toBe('NOT_SET');
  });

  it('may reset and skip while there is none', async () => {
    const { ask, devices, signIn } = await service();
    const token = await signIn('/alpha/deeper', 'demo');
    await devices.remove('demo', 'push');

    expect((await ask('POST', '2fa/push?_action=reset', { token, body: {} })).body).toEqual({ result: true });
    expect((await ask('POST', '2fa/push?_action=skip', { token, body: { value: true } })).body).toEqual({});
  });

  it.each([
    ['AuthenticatorPush|', 'push', true],
    ['DataStore|AuthenticatorPushRegistration|', 'push', true],
    ['ElevatedPrivileges|', 'push', true],
    ['ElevatedPrivileges|', 'oath', true],
    ['AuthenticatorOATH|', 'oath', true],
    ['AuthenticatorPush|', 'oath', false],
    ['WebAuthnAuthentication|', 'push', false],
  ])('sees by the session of %s whether %s may be managed: %s', async (NodeType, kind, expected) => {
    const { ask, signIn } = await service();
    const token = await signIn('/alpha/deeper', 'demo', { properties: { NodeType } });
    expect((await ask('GET', `2fa/${kind}?_queryFilter=true`, { token })).body).toMatchObject({
      result: [{ deviceManagementStatus: expected }],
    });
  });
});

describe('a request that cannot be met', () => {
  it.each([
    ['POST', '2fa/push?_action=explode', 501],
    ['POST', '2fa/push', 501],
    ['POST', '2fa/webauthn?_action=skip', 501],
    ['POST', 'profile?_action=reset', 501],
    ['POST', '2fa/push?_action=skip', 400],
    ['PUT', `2fa/push/${uuid}`, 400],
    ['PUT', '2fa/push/another', 404],
    ['DELETE', 'profile/another', 404],
    ['GET', '2fa/oath/another', 404],
    ['GET', '2fa/sms?_queryFilter=true', 404],
    ['GET', '2fa/push?_queryFilter=false', 400],
  ])('is %s %s: %i', async (method, path, status) => {
    const { app, signIn } = await service();
    const token = await signIn('/', 'amadmin');
    const body = path.endsWith('another') ? '{"deviceName":"x"}' : '{"deviceName":" ","value":"yes"}';
    const response = await app.request(`/am/json/${deeper}/users/demo/devices/${path}`, {
      method,
      headers: { 'content-type': 'application/json', iPlanetDirectoryPro: token },
      ...(method === 'GET' ? {} : { body }),
    });
    expect(response.status).toBe(status);
  });

  it("names the action that is none by AM's text", async () => {
    const { ask, signIn } = await service();
    const token = await signIn('/', 'amadmin');
    expect((await ask('POST', '2fa/push?_action=explode', { token })).body).toMatchObject({
      code: 501,
      message: 'Operation is not supported.',
    });
  });

  it('is one for a user or a realm that is not there', async () => {
    const { ask, signIn } = await service();
    const token = await signIn('/', 'amadmin');
    expect((await ask('GET', '2fa/push?_queryFilter=true', { token, user: 'nobody' })).status).toBe(404);
    expect(
      (await ask('GET', '2fa/push?_queryFilter=true', { token, realm: 'realms/root/realms/x' })).status,
    ).toBe(404);
  });
});

it.each(['alpha/deeper', 'realms/alpha/realms/deeper', 'realms/alpha%2Fdeeper'])(
  'answers for the realm as %s too',
  async (realm) => {
    const { ask, signIn } = await service();
    const token = await signIn('/alpha/deeper', 'demo');
    expect(await ask('GET', '2fa/push?_queryFilter=true', { token, realm })).toMatchObject({
      status: 200,
      body: { resultCount: 1 },
    });
  },
);

it('keeps the devices of people with one name in many realms apart', async () => {
  const { ask, signIn } = await service();
  const token = await signIn('/alpha', 'demo');
  expect(
    await ask('GET', '2fa/push?_queryFilter=true', { token, realm: 'realms/root/realms/alpha' }),
  ).toMatchObject({
    status: 200,
    body: { resultCount: 0 },
  });
});
