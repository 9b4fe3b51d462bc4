import { beforeEach, describe, expect, it } from 'vitest';
import { type TestService, testService } from '../http/test-service.builder.ts';
import { serverInfoResource, versionResource } from './server-info-resource.ts';

let service: TestService;
let get: (path: string, headers?: Record<string, string>) => Promise<{ status: number; body: unknown }>;

beforeEach(() => {
  service = testService({ realms: { '/': {}, '/alpha': {} } });
  const { app, sessions, realms } = service;
  const product = { version: '0.1.0', date: '2026-01-01' };
  const setting = { sessions, realms, publicUrl: 'https://login.example.com', product };
  app.route('/json/:realm/serverinfo', serverInfoResource(setting));
  app.route('/json/:realm/version', versionResource(setting));
  get = async (path, headers = {}) => {
    const response = await app.request(path, { headers });
    return { status: response.status, body: await response.json() };
  };
});

describe('serverinfo', () => {
  it.each(['*', '%2A'])('tells anybody what clients need before they sign in, at %s', async (id) => {
    const { status, body } = await get(`/am/json/realms/root/realms/alpha/serverinfo/${id}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      _id: '*',
      _rev: expect.stringMatching(/^\d+$/),
      domains: [],
      protectedUserAttributes: [],
      cookieName: 'iPlanetDirectoryPro',
      secureCookie: true,
      forgotPassword: 'false',
      forgotUsername: 'false',
      kbaEnabled: 'false',
      selfRegistration: 'false',
      lang: 'en-US',
      successfulUserRegistrationDestination: 'default',
      socialImplementations: [],
      referralsEnabled: 'false',
      zeroPageLogin: { enabled: false, refererWhitelist: [], allowedWithoutReferer: true },
      realm: '/alpha',
      xuiUserSessionValidationEnabled: true,
      fileBasedConfiguration: false,
      userIdAttributes: [],
    });
  });

  it.each(['/am/json/realms/root/serverinfo/version', '/am/json/realms/root/version'])(
    'tells the version at %s to whoever is signed in',
    async (path) => {
      const anonymous = await get(path);
      expect(anonymous).toMatchObject({ status: 403, body: { message: 'No session for request.' } });
      const { status, body } = await get(path, {
        iPlanetDirectoryPro: await service.signIn('/alpha', 'demo'),
      });
      expect(status).toBe(200);
      expect(body).toEqual({
        _id: 'version',
        _rev: expect.stringMatching(/^\d+$/),
        version: '8.0.2',
        fullVersion: 'AM 8.0.2 interface by Journeyman 0.1.0',
        revision: '0.1.0',
        date: '2026-01-01',
      });
    },
  );

  it('names no cookie domain, so that the cookie stays with the host', async () => {
    expect((await get('/am/json/realms/root/serverinfo/cookieDomains')).body).toMatchObject({ domains: [] });
  });

  it('has nothing else, and nothing in a realm that does not exist', async () => {
    expect(await get('/am/json/realms/root/serverinfo/other')).toMatchObject({
      status: 404,
      body: { message: "Resource 'other' not found" },
    });
    expect((await get('/am/json/realms/root/realms/beta/serverinfo/*')).status).toBe(404);
    expect((await get('/am/json/realms/root/realms/beta/version')).status).toBe(404);
  });
});
