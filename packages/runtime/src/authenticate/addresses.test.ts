import { expect, test } from 'vitest';
import { question, testRealm } from '../test-realm.builder.ts';

const nested = {
  realms: {
    alpha: { realm: { defaultJourney: 'Question' }, journeys: [question] },
    'alpha/realms/beta': { realm: { defaultJourney: 'Question' }, journeys: [question] },
  },
};

const steps = { '/': 'NameCallback', '/alpha': 'TextOutputCallback', '/alpha/beta': 'TextOutputCallback' };

test.each([
  { address: 'realms/root/authenticate', realm: '/' },
  { address: 'realms/ROOT/authenticate', realm: '/' },
  { address: 'realms/root/realms/alpha/authenticate', realm: '/alpha' },
  { address: 'realms/root/realms/alpha/realms/beta/authenticate', realm: '/alpha/beta' },
  { address: 'realms/alpha/authenticate', realm: '/alpha' },
  { address: 'realms/root%2Frealms%2Falpha/authenticate', realm: '/alpha' },
  { address: 'realms/root%2Frealms%2Falpha%2Frealms%2Fbeta/authenticate', realm: '/alpha/beta' },
  { address: 'authenticate', realm: '/' },
  { address: 'alpha/authenticate', realm: '/alpha' },
  { address: 'alpha/beta/authenticate', realm: '/alpha/beta' },
  { address: 'authenticate?realm=/alpha', realm: '/alpha' },
  { address: 'authenticate?realm=alpha', realm: '/alpha' },
  { address: 'authenticate?realm=%2Falpha%2Fbeta', realm: '/alpha/beta' },
  { address: 'authenticate?realm=/', realm: '/' },
  { address: 'realms/root/realms/alpha/authenticate?realm=/', realm: '/' },
  { address: 'realms/root/authenticate/', realm: '/' },
  { address: 'realms/root/realms/alpha/authenticate/?locale=en', realm: '/alpha' },
  { address: 'authenticate/', realm: '/' },
] as const)('$address signs in to realm $realm', async ({ address, realm }) => {
  const service = await testRealm(nested);
  const step = await service.call(address);
  expect(step.status).toBe(200);
  expect(step.body.callbacks[0].type).toBe(steps[realm]);
  const [, claims = ''] = step.body.authId.split('.');
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ realm });
});

test('the context path may be any, or none', async () => {
  const bare = await testRealm({ settings: { contextPath: '' } });
  expect((await bare.app.request('/json/realms/root/authenticate', { method: 'POST' })).status).toBe(200);
  const deep = await testRealm({ settings: { contextPath: '/sso/openam' } });
  const address = '/sso/openam/json/authenticate';
  expect((await deep.app.request(address, { method: 'POST' })).status).toBe(200);
});

test.each([
  { address: 'realms/root/realms/gamma/authenticate', name: 'gamma' },
  { address: 'realms/gamma/authenticate', name: 'gamma' },
  { address: 'gamma/authenticate', name: 'gamma' },
  { address: 'realms/root/realms/alpha/realms/gamma/authenticate', name: 'alpha/gamma' },
])('$address names no realm', async ({ address, name }) => {
  const { status, body } = await (await testRealm(nested)).call(address);
  expect(status).toBe(404);
  expect(body).toEqual({ code: 404, reason: 'Not Found', message: `Realm "${name}" not found` });
});

test('a realm parameter that names no realm is a bad request', async () => {
  const { status, body } = await (await testRealm(nested)).call('authenticate?realm=/gamma');
  expect(status).toBe(400);
  expect(body).toEqual({ code: 400, reason: 'Bad Request', message: 'Invalid realm, /gamma' });
});

test.each([
  '/json/%2F/authenticate',
  '/%6Ason/%2F/authenticate',
  '/json/realms/root/authenticate',
  '/am/authenticate',
])('%s, without the context path, is no address', async (address) => {
  const service = await testRealm();
  expect((await service.app.request(address, { method: 'POST' })).status).toBe(404);
});

test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('serves no %s', async (method) => {
  const { status, headers, body } = await (await testRealm()).call('realms/root/authenticate', { method });
  expect(status).toBe(405);
  expect(headers.get('allow')).toBe('POST');
  expect(body).toMatchObject({ code: 405, reason: 'Method Not Allowed' });
});

test.each(['realms/root/nothing', 'realms/root', 'realms', 'realms/root/authenticate/more'])(
  '%s is not found',
  async (address) => {
    const { status, body } = await (await testRealm()).call(address);
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: 404, reason: 'Not Found' });
  },
);
