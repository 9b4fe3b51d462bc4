import { expect, test } from 'vitest';
import { startOf, testRealm } from './test-realm.builder.ts';

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
