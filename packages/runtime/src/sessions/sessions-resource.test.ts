import type { JsonObject } from '@journeyman/node-schemas';
import { describe, expect, it } from 'vitest';
import { type TestService, testService } from '../http/test-service.builder.ts';
import { sessionsResource } from './sessions-resource.ts';

const minute = 60_000;
const name = 'iPlanetDirectoryPro';
const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** What a test sends. */
interface Call {
  readonly query?: string;
  readonly body?: JsonObject;
  readonly cookie?: string;
  readonly header?: string;
  /** Default: the top-level realm. */
  readonly path?: string;
}

/** A service of the realms `/` and `/alpha` with the resource mounted. */
function service(publicUrl = 'http://127.0.0.1:8080') {
  const test = testService({
    realms: {
      '/': {},
      '/alpha': {
        services: { amSessionPropertyWhitelist: { sessionPropertyWhitelist: ['colour', 'AMCtxId'] } },
      },
    },
  });
  test.app.route('/json/:realm/sessions', sessionsResource({ ...test, publicUrl, loggedOut: () => {} }));
  return { ...test, call: (action: string, sent: Call) => call(test, action, sent) };
}

async function call({ app }: TestService, action: string, { query, body, cookie, header, path }: Call) {
  const response = await app.request(
    `/am/json/${path ?? 'realms/root'}/sessions/?_action=${action}${query ?? ''}`,
    {
      method: 'POST',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie === undefined ? {} : { cookie: `amlbcookie=01; ${name}=${cookie}` }),
        ...(header === undefined ? {} : { [name]: header }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
  );
  return { status: response.status, body: await response.json(), headers: response.headers };
}

const accessDenied = { code: 401, reason: 'Unauthorized', message: 'Access Denied' };
const forbidden = { code: 403, reason: 'Forbidden', message: 'Forbidden' };

describe('logout', () => {
  it('ends the session of the cookie and expires the cookie', async () => {
    const { call, sessions, signIn } = service();
    const token = await signIn('/alpha', 'demo');

    const { status, body, headers } = await call('logout', {
      cookie: token,
      path: 'realms/root/realms/alpha',
    });

    expect([status, body]).toEqual([200, { result: 'Successfully logged out' }]);
    expect(headers.get('content-api-version')).toMatch(/^resource=/);
    expect(headers.get('set-cookie')).toMatch(/^iPlanetDirectoryPro=; Path=\/; .*Max-Age=0/);
    expect(await sessions.find(token)).toBeNull();
  });

  it.each(['query', 'body', 'header'] as const)('takes the token from the %s', async (place) => {
    const { call, sessions, signIn } = service();
    const token = await signIn('/', 'demo');
    const sent = {
      query: { query: `&tokenId=${token}` },
      body: { body: { tokenId: token } },
      header: { header: token },
    };

    expect((await call('logout', sent[place])).body).toEqual({ result: 'Successfully logged out' });
    expect(await sessions.find(token)).toBeNull();
  });

  it('says so when the session had ended', async () => {
    const { call, sessions, signIn } = service();
    const token = await signIn('/', 'demo');
    await sessions.end(token);

    const { status, body, headers } = await call('logout', { cookie: token });

    expect([status, body]).toEqual([200, { result: 'Token has expired' }]);
    expect(headers.get('set-cookie')).toContain('Max-Age=0');
  });

  it('answers "Access Denied" without any token', async () => {
    expect(await service().call('logout', {})).toMatchObject({ status: 401, body: accessDenied });
  });

  it('leaves the cookie to an administrator who ends the session of somebody else', async () => {
    const { call, sessions, signIn } = service();
    const [admin, token] = [await signIn('/', 'amadmin'), await signIn('/', 'demo')];

    const { body, headers } = await call('logout', { cookie: admin, body: { tokenId: token } });

    expect(body).toEqual({ result: 'Successfully logged out' });
    expect(headers.get('set-cookie')).toBeNull();
    expect(await sessions.find(admin)).not.toBeNull();
  });

  it('names the address to go to when it is one that may be gone to', async () => {
    const { call, signIn } = service();
    const at = async (goto: string) =>
      (
        await call('logout', {
          cookie: await signIn('/', 'demo'),
          query: `&goto=${encodeURIComponent(goto)}`,
        })
      ).body;

    expect(await at('/bye')).toEqual({ result: 'Successfully logged out', goto: '/bye' });
    expect(await at('https://evil.example/')).toEqual({ result: 'Successfully logged out' });
  });
});

describe('getSessionInfo', () => {
  it("tells the bearer of a token, without a cookie, of the session in AM's form", async () => {
    const { call, clock, signIn } = service();
    const token = await signIn('/alpha', 'demo', {
      properties: { colour: 'red', NodeType: 'AuthenticatorPush|' },
    });
    clock.nowMs += 10 * minute;

    const { status, body } = await call('getSessionInfo', { body: { tokenId: token } });

    expect(status).toBe(200);
    expect(body).toEqual({
      username: 'demo',
      universalId: 'id=demo,ou=user,o=alpha,ou=services,ou=am-config',
      realm: '/alpha',
      latestAccessTime: '2026-01-02T03:04:05Z',
      maxIdleExpirationTime: '2026-01-02T03:34:05Z',
      maxSessionExpirationTime: '2026-01-02T05:04:05Z',
      properties: { AMCtxId: expect.stringMatching(new RegExp(`^${uuid}-\\d+$`)), colour: 'red' },
    });
  });

  it('answers that an unknown token is not valid', async () => {
    const { call } = service();
    expect(await call('getSessionInfo', { cookie: 'AQIC5w' })).toMatchObject({
      status: 200,
      body: { valid: false },
    });
  });

  it('answers "Access Denied" without any token', async () => {
    expect(await service().call('getSessionInfo', { body: {} })).toMatchObject({
      status: 401,
      body: accessDenied,
    });
  });

  it('is for the owner and for administrators, and for nobody who is signed in as somebody else', async () => {
    const { call, signIn } = service();
    const token = await signIn('/', 'demo');
    const about = (header: string) => call('getSessionInfo', { header, body: { tokenId: token } });

    expect((await about(await signIn('/', 'Demo'))).status).toBe(200);
    expect((await about(await signIn('/', 'amadmin'))).status).toBe(200);
    expect(await about(await signIn('/', 'other'))).toMatchObject({ status: 403, body: forbidden });
    expect(await about(await signIn('/alpha', 'demo'))).toMatchObject({ status: 403, body: forbidden });
    expect(await about(await signIn('/alpha', 'amadmin'))).toMatchObject({ status: 403, body: forbidden });
  });

  it('keeps the idle time, unlike getSessionInfoAndResetIdleTime', async () => {
    const { call, clock, signIn } = service();
    const cookie = await signIn('/', 'demo');
    clock.nowMs += 10 * minute;

    expect((await call('getSessionInfo', { cookie })).body).toMatchObject({
      latestAccessTime: '2026-01-02T03:04:05Z',
    });
    expect((await call('getSessionInfoAndResetIdleTime', { cookie })).body).toMatchObject({
      latestAccessTime: '2026-01-02T03:14:05Z',
    });
    expect((await call('getSessionInfo', { cookie })).body).toMatchObject({
      latestAccessTime: '2026-01-02T03:14:05Z',
    });
  });
});

describe('validate', () => {
  it('tells whether a token is valid, and whose it is', async () => {
    const { call, signIn } = service();
    const token = await signIn('/alpha', 'demo');

    expect((await call('validate', { query: `&tokenId=${token}` })).body).toEqual({
      valid: true,
      sessionUid: expect.stringMatching(new RegExp(`^${uuid}-\\d+$`)),
      uid: 'demo',
      realm: '/alpha',
    });
    expect((await call('validate', { cookie: 'AQIC5w' })).body).toEqual({ valid: false });
  });

  it('asks nobody who is signed in for a right', async () => {
    const { call, signIn } = service();
    const [header, token] = [await signIn('/', 'other'), await signIn('/', 'demo')];
    expect((await call('validate', { header, body: { tokenId: token } })).body).toMatchObject({
      uid: 'demo',
    });
  });

  it('counts as an access unless it is told not to', async () => {
    const { call, clock, sessions, signIn } = service();
    const cookie = await signIn('/', 'demo');
    const accessedAt = async () => (await sessions.find(cookie, 'keep'))?.lastAccessMs;
    const start = clock.nowMs;
    clock.nowMs += 5 * minute;

    await call('validate', { cookie, query: '&refresh=false' });
    expect(await accessedAt()).toBe(start);
    await call('validate', { cookie });
    expect(await accessedAt()).toBe(clock.nowMs);
  });
});

it('refresh resets the idle time and tells what is left', async () => {
  const { call, clock, signIn } = service();
  const cookie = await signIn('/alpha', 'demo');
  clock.nowMs += 6 * minute + 14_000;

  expect((await call('refresh', { cookie })).body).toEqual({
    uid: 'demo',
    realm: '/alpha',
    idletime: 0,
    maxidletime: 30,
    maxsessiontime: 120,
    maxtime: 6826,
  });
  expect((await call('getSessionInfo', { cookie })).body).toMatchObject({
    latestAccessTime: '2026-01-02T03:10:19Z',
  });
  expect(await call('refresh', { cookie: 'AQIC5w' })).toMatchObject({ status: 401, body: accessDenied });
});

describe('session properties', () => {
  it('show what a journey has set and no other system property than the context id', async () => {
    const { call, signIn } = service();
    const cookie = await signIn('/', 'demo', {
      properties: { team: 'a', NodeType: 'x|', 'am.protected.y': '1' },
    });

    expect((await call('getSessionProperties', { cookie })).body).toEqual({
      AMCtxId: expect.any(String),
      team: 'a',
    });
  });

  it("are changed where the realm's allow list names them", async () => {
    const { call, sessions, signIn } = service();
    const cookie = await signIn('/alpha', 'demo', { properties: { team: 'a', NodeType: 'x|' } });

    const { status, body } = await call('updateSessionProperties', { cookie, body: { colour: 'blue' } });

    expect([status, body]).toEqual([200, { AMCtxId: expect.any(String), team: 'a', colour: 'blue' }]);
    expect((await sessions.find(cookie))?.properties).toEqual({ team: 'a', NodeType: 'x|', colour: 'blue' });
  });

  it.each(['team', 'NodeType', 'AMCtxId', '__proto__', 'toString'])(
    'are not changed otherwise: %s',
    async (property) => {
      const { call, sessions, signIn } = service();
      const cookie = await signIn('/alpha', 'demo', { properties: { team: 'a' } });
      const body = JSON.parse(
        `{"colour":"blue",${JSON.stringify(property)}:"ElevatedPrivileges|"}`,
      ) as JsonObject;

      expect(await call('updateSessionProperties', { cookie, body })).toMatchObject({
        status: 403,
        body: forbidden,
      });
      expect((await sessions.find(cookie))?.properties).toEqual({ team: 'a' });
    },
  );

  it('are texts', async () => {
    const { call, signIn } = service();
    const cookie = await signIn('/alpha', 'demo');
    expect((await call('updateSessionProperties', { cookie, body: { colour: 7 } })).status).toBe(400);
  });
});

describe('an administrator', () => {
  it('ends sessions by their handles', async () => {
    const { call, sessions, signIn } = service();
    const [admin, token] = [await signIn('/', 'amadmin'), await signIn('/alpha', 'demo')];
    const handle = (await sessions.find(token))?.handle ?? '';
    const gone = 'shandle:00000000-0000-4000-8000-000000000000';

    const { body } = await call('logoutByHandle', {
      header: admin,
      body: { sessionHandles: [handle, gone] },
    });

    expect(body).toEqual({ result: { [handle]: true, [gone]: false } });
    expect(await sessions.find(token)).toBeNull();
  });

  it('ends all sessions of a user of the realm', async () => {
    const { call, sessions, signIn } = service();
    const admin = await signIn('/', 'amadmin');
    const [inAlpha, inRoot] = [await signIn('/alpha', 'demo'), await signIn('/', 'demo')];
    const sent = { header: admin, path: 'realms/root/realms/alpha', body: { username: 'demo' } };

    expect((await call('logoutByUser', sent)).body).toEqual({ result: true });
    expect(await sessions.find(inAlpha)).toBeNull();
    expect(await sessions.find(inRoot)).not.toBeNull();
  });

  it('queries the sessions of a user, without their tokens', async () => {
    const { app, signIn } = service();
    const [admin, token] = [await signIn('/', 'amadmin'), await signIn('/alpha', 'demo')];
    const filter = encodeURIComponent('username eq "demo" and realm eq "/alpha"');

    const response = await app.request(`/am/json/sessions?_queryFilter=${filter}`, {
      headers: { [name]: admin },
    });
    const text = await response.text();

    expect(JSON.parse(text)).toEqual({
      result: [
        {
          _rev: expect.stringMatching(/^\d+$/),
          username: 'demo',
          universalId: 'id=demo,ou=user,o=alpha,ou=services,ou=am-config',
          realm: '/alpha',
          sessionHandle: expect.stringMatching(new RegExp(`^shandle:${uuid}$`)),
          latestAccessTime: '2026-01-02T03:04:05Z',
          maxIdleExpirationTime: '2026-01-02T03:34:05Z',
          maxSessionExpirationTime: '2026-01-02T05:04:05Z',
        },
      ],
      resultCount: 1,
      pagedResultsCookie: null,
      totalPagedResultsPolicy: 'NONE',
      totalPagedResults: -1,
      remainingPagedResults: -1,
    });
    expect(text).not.toContain(token);
  });

  it.each([
    'true',
    'realm eq "/alpha"',
    'username co "de"',
    'username eq "a" and mail eq "b"',
    'nonsense',
    '',
  ])('is told of a query that cannot be answered: %s', async (filter) => {
    const { app, signIn } = service();
    const headers = { [name]: await signIn('/', 'amadmin') };
    const response = await app.request(`/am/json/sessions?_queryFilter=${encodeURIComponent(filter)}`, {
      headers,
    });
    expect(response.status).toBe(400);
  });

  it('is the only one to do so', async () => {
    const { app, call, signIn } = service();
    const header = await signIn('/', 'demo');
    const query = `/am/json/sessions?_queryFilter=${encodeURIComponent('username eq "demo"')}`;

    expect((await call('logoutByUser', { header, body: { username: 'demo' } })).status).toBe(403);
    expect((await call('logoutByUser', { body: { username: 'demo' } })).status).toBe(401);
    expect((await call('logoutByHandle', { header, body: { sessionHandles: [] } })).status).toBe(403);
    expect((await app.request(query, { headers: { [name]: header } })).status).toBe(403);
    expect((await app.request(query)).status).toBe(401);
  });
});

it.each(['constructor', 'getIdle', ''])('says that it has no action "%s"', async (action) => {
  const { status, body } = await service().call(action, {});
  expect(status).toBe(501);
  expect(body).toMatchObject({ code: 501, message: `Action ${action} not implemented for this resource` });
});

it.each([
  '/am/json/sessions',
  '/am/json/sessions/',
  '/am/json/realms/root/sessions',
  '/am/json/realms/root/realms/alpha/sessions/',
  '/am/json/alpha/sessions',
])('answers at %s', async (path) => {
  const { app, signIn } = service();
  const headers = { [name]: await signIn('/', 'demo') };
  expect((await app.request(`${path}?_action=validate`, { method: 'POST', headers })).status).toBe(200);
});

it('answers 404 for a realm that is not there', async () => {
  expect((await service().call('validate', { path: 'realms/root/realms/beta' })).status).toBe(404);
});
