import { expect, test } from 'vitest';
import { journeyExport } from '../../node-schemas/src/journey/journey-export.builder.ts';
import { answered, login, startOf, testRealm } from './test-realm.builder.ts';

test('names the setting of proxies that is wrong', async () => {
  await expect(testRealm({ settings: { trustedProxies: ['10.0.0.0/'] } })).rejects.toThrow(
    'JOURNEYMAN_TRUSTED_PROXIES: "10.0.0.0/" is neither an address nor a subnet.',
  );
});

test('names the folder of journeys that is not there', async () => {
  await expect(testRealm({ settings: { journeysFolder: '/nowhere/at/all' } })).rejects.toThrow(
    'JOURNEYMAN_JOURNEYS is "/nowhere/at/all"; a folder of journeys is expected.',
  );
});

test('never writes a password, a token or a handle to the log', async () => {
  const service = await testRealm();
  const step = await service.call(startOf());
  const headers = { 'x-openam-username': 'demo', 'x-openam-password': 'Ch4ng31t!' };
  const { body } = await service.call(startOf(), { headers });
  await service.call(startOf(), { body: { authId: step.body.authId, callbacks: 'nonsense' } });
  const log = JSON.stringify(service.logged);
  expect(log).toContain('journey ended');
  for (const secret of ['Ch4ng31t!', 'administrator', body.tokenId, step.body.authId])
    expect(log).not.toContain(secret);
});

const administrator = { 'x-openam-username': 'amadmin', 'x-openam-password': 'administrator' };

test('signs the administrator in after a journey that locks whoever is named', async () => {
  const lockout = {
    name: 'Lockout',
    nodes: {
      User: { type: 'UsernameCollectorNode', to: { outcome: 'Lock' } },
      Lock: { type: 'AccountLockoutNode', config: { lockAction: 'LOCK' }, to: { outcome: 'Failure' } },
    },
  };
  const service = await testRealm({ journeys: [login, lockout] });
  for (const username of ['amadmin', 'demo']) {
    const step = await service.call(startOf('Lockout'));
    await service.call(startOf(), { body: answered(step, username) });
  }
  expect((await service.users.find('/', 'demo'))?.active).toBe(false);
  expect((await service.call(startOf(), { headers: administrator })).status).toBe(200);
  expect(service.logged).toContainEqual(
    expect.objectContaining({ level: 40, msg: expect.stringContaining('administrator') }),
  );
});

test('switches an administrator on again who was made with a generated password', async () => {
  const first = await testRealm({ settings: { administratorPassword: undefined } });
  const { generatedPassword = '' } = first;
  await first.users.change('/', 'amadmin', { active: false });
  const { generatedPassword: another, call } = await testRealm({
    settings: { administratorPassword: undefined },
    stores: () => first.stores,
  });
  expect(another).toBeUndefined();
  const headers = { ...administrator, 'x-openam-password': generatedPassword };
  expect((await call(startOf(), { headers })).status).toBe(200);
});

const demo = { 'x-openam-username': 'demo', 'x-openam-password': 'Ch4ng31t!' };

test.each([
  { isDemo: true, status: 200 },
  { isDemo: false, status: 401 },
])(
  'has a demo user in a realm that is added later, if it is the demo ($isDemo)',
  async ({ isDemo, status }) => {
    const service = await testRealm({ isDemo });
    await service.write('realms/beta/Login/Login.journey.json', journeyExport(login));
    await service.write('realms/beta/realm.json', { defaultJourney: 'Login' });
    expect((await service.call('realms/beta/authenticate', { headers: demo })).status).toBe(status);
  },
);

test('leaves what became of the demo user while the realms are read again', async () => {
  const service = await testRealm();
  await service.users.change('/', 'demo', { password: 'of my own' });
  await service.realms.reload();
  const headers = { ...demo, 'x-openam-password': 'of my own' };
  expect((await service.call(startOf(), { headers })).status).toBe(200);
});
