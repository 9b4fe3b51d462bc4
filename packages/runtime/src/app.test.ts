import { expect, test } from 'vitest';
import { testRealm } from './test-realm.builder.ts';

test.each([
  '/am/json/realms/root/realm-config/authentication',
  '/am/json/realms/root/realms/alpha/nothing%20here',
  '/am/json/nothing/',
  '/elsewhere',
])('says that %s is not found as it was written', async (path) => {
  const response = await (await testRealm()).app.request(`${path}?realm=/`);
  expect(response.status).toBe(404);
  expect(response.headers.get('allow')).toBeNull();
  expect(await response.json()).toEqual({
    code: 404,
    reason: 'Not Found',
    message: `Resource '${path}' not found`,
  });
});

test.each([
  ['PATCH', '/am/json/realms/root/users/demo', 'DELETE, GET, HEAD, POST, PUT'],
  ['DELETE', '/am/json/realms/root/authenticate/', 'POST'],
  ['POST', '/am/json/serverinfo/*', 'GET, HEAD'],
  ['POST', '/journeys.json', 'GET, HEAD'],
])('says to %s %s what can be done instead', async (method, path, allowed) => {
  const response = await (await testRealm()).app.request(path, { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe(allowed);
  expect(await response.json()).toEqual({
    code: 405,
    reason: 'Method Not Allowed',
    message: `${method} is not supported; allowed: ${allowed}`,
  });
});

test.each(['GET', 'HEAD'])(
  'says that what %s asks for is not there, not that it cannot be asked',
  async (method) => {
    const response = await (await testRealm()).app.request('/assets/nothing.js', { method });
    expect(response.status).toBe(404);
  },
);
