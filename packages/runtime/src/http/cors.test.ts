import { expect, test } from 'vitest';
import { type TestRealmSetting, testRealm } from '../test-realm.builder.ts';

const trusted = 'https://app.example.com';
const setting: TestRealmSetting = { settings: { corsOrigins: [trusted] } };
const address = 'realms/root/authenticate';

test('a page of a trusted origin may ask beforehand, with every header that clients of AM send', async () => {
  const service = await testRealm(setting);
  const { status, headers, text } = await service.call(address, {
    method: 'OPTIONS',
    headers: {
      origin: trusted,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'accept-api-version,content-type,x-requested-with',
    },
  });
  expect(status).toBe(204);
  expect(text).toBe('');
  expect(headers.get('access-control-allow-origin')).toBe(trusted);
  expect(headers.get('access-control-allow-credentials')).toBe('true');
  expect(headers.get('vary')).toBe('Origin');
  for (const method of ['POST', 'GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']) {
    expect(headers.get('access-control-allow-methods')?.split(', ')).toContain(method);
  }
  for (const header of [
    'accept-api-version',
    'content-type',
    'x-requested-with',
    'x-requested-platform',
    'authorization',
    'if-match',
    'x-openam-username',
    'x-openam-password',
    'iPlanetDirectoryPro',
  ]) {
    expect(headers.get('access-control-allow-headers')?.split(', ')).toContain(header);
  }
});

test.each([
  { what: 'an answer', path: address, status: 200 },
  { what: 'an error', path: 'realms/root/realms/nowhere/authenticate', status: 404 },
])('lets a page of a trusted origin read $what', async ({ path, status }) => {
  const service = await testRealm(setting);
  const answer = await service.call(path, { headers: { origin: trusted } });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('access-control-allow-origin')).toBe(trusted);
  expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
  expect(answer.headers.get('access-control-expose-headers')).toContain('content-api-version');
  expect(answer.headers.get('vary')).toBe('Origin');
  const plain = await service.call(path);
  expect(plain.headers.get('access-control-allow-origin')).toBeNull();
});

test.each(['https://evil.example.org', 'http://app.example.com', 'https://app.example.com.evil.org', 'null'])(
  'refuses a page of %s',
  async (origin) => {
    const service = await testRealm(setting);
    const { status, headers, body } = await service.call(address, { headers: { origin } });
    expect(status).toBe(400);
    expect(body).toEqual({ code: 400, reason: 'Bad Request', message: 'CORS error occurred' });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  },
);

test.each([
  {
    what: 'the address that it was called by',
    headers: { origin: 'http://localhost:8080', host: 'localhost:8080' },
  },
  {
    what: 'its public address, behind a proxy',
    headers: { origin: 'https://login.example.com', host: 'internal:8080' },
  },
])('serves its own pages, known by $what', async ({ headers }) => {
  const service = await testRealm({ publicUrl: 'https://login.example.com' });
  expect((await service.call(address, { headers })).status).toBe(200);
});

test('takes no page for its own that came without TLS from the host that it serves by TLS', async () => {
  const service = await testRealm({ publicUrl: 'https://login.example.com' });
  const headers = { origin: 'http://login.example.com', host: 'login.example.com' };
  expect((await service.call(address, { headers })).status).toBe(400);
  expect(
    (await service.call(address, { headers: { ...headers, origin: 'https://login.example.com' } })).status,
  ).toBe(200);
});

test('guards the OpenID addresses too', async () => {
  const service = await testRealm(setting);
  const known = '/am/oauth2/.well-known/openid-configuration';
  expect((await service.app.request(known, { headers: { origin: 'https://evil.example.org' } })).status).toBe(
    400,
  );
  const answer = await service.app.request(known, { headers: { origin: trusted } });
  expect(answer.headers.get('access-control-allow-origin')).toBe(trusted);
});
