import { describe, expect, it } from 'vitest';
import { testService } from '../http/test-service.builder.ts';
import { openidRoutes } from './well-known.ts';

/** The routes of three realms, mounted as the service mounts them. */
function service() {
  const { app, realms } = testService({
    realms: {
      '/': {},
      '/alpha': {},
      '/alpha/deeper': { services: { baseUrlSource: { fixedValue: 'https://am.example.com/' } } },
    },
  });
  return app.route(
    '/am/oauth2',
    openidRoutes({ realms, publicUrl: 'http://127.0.0.1:8080', contextPath: '/am' }),
  );
}

const wellKnown = '.well-known/openid-configuration';

describe('the discovery document', () => {
  it.each([
    ['', '/realms/root'],
    ['realms/root/', '/realms/root'],
    ['realms/root/realms/alpha/', '/realms/root/realms/alpha'],
    ['realms/alpha/', '/realms/root/realms/alpha'],
    ['alpha/', '/realms/root/realms/alpha'],
  ])('at "%s" names its addresses under the public one', async (realm, path) => {
    const response = await service().request(`http://attacker.example/am/oauth2/${realm}${wellKnown}`);
    const issuer = `http://127.0.0.1:8080/am/oauth2${path}`;

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/access_token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      introspection_endpoint: `${issuer}/introspect`,
      revocation_endpoint: `${issuer}/token/revoke`,
      end_session_endpoint: `${issuer}/connect/endSession`,
      jwks_uri: `${issuer}/connect/jwk_uri`,
    });
  });

  it("uses the realm's own base URL where it has one", async () => {
    const response = await service().request(
      `/am/oauth2/realms/root/realms/alpha/realms/deeper/${wellKnown}`,
    );
    expect(await response.json()).toMatchObject({
      issuer: 'https://am.example.com/am/oauth2/realms/root/realms/alpha/realms/deeper',
    });
  });

  it('of a realm that is not there is a 404 in JSON', async () => {
    const response = await service().request(`/am/oauth2/realms/root/realms/beta/${wellKnown}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      code: 404,
      reason: 'Not Found',
      message: 'Realm "/beta" not found',
    });
  });
});

it.each([
  ['POST', 'token/revoke', 200],
  ['GET', 'connect/endSession?id_token_hint=x', 204],
  ['GET', 'connect/jwk_uri', 200],
  ['GET', 'authorize?client_id=x', 400],
  ['POST', 'authorize', 400],
  ['POST', 'access_token', 400],
  ['GET', 'token/revoke', 405],
  ['GET', 'userinfo', 404],
])('answers %s %s with %i', async (method, endpoint, status) => {
  const response = await service().request(`/am/oauth2/realms/root/realms/alpha/${endpoint}`, { method });
  expect(response.status).toBe(status);
});
