import { expect, test } from 'vitest';
import type { BuiltJourney } from '../../../node-schemas/src/journey/journey-export.builder.ts';
import { answered, login, question, startOf, type TestRealm, testRealm } from '../test-realm.builder.ts';

const credentials = { 'x-openam-username': 'demo', 'x-openam-password': 'Ch4ng31t!' };

/** A journey of this name with which `login` begins and these nodes end. */
function loginThen(name: string, nodes: BuiltJourney['nodes'], tree = {}): BuiltJourney {
  const [first] = Object.keys(nodes);
  const { Page } = login.nodes;
  if (Page === undefined || first === undefined) throw new Error('A journey needs nodes.');
  return {
    name,
    tree,
    nodes: {
      Page,
      Check: { type: 'DataStoreDecisionNode', to: { true: first, false: 'Failure' } },
      ...nodes,
    },
  };
}

const more = (authLevelIncrement: number): BuiltJourney['nodes'] => ({
  More: { type: 'ModifyAuthLevelNode', config: { authLevelIncrement }, to: { outcome: 'Success' } },
});

async function signIn(service: TestRealm, address = startOf(), headers = {}): Promise<string> {
  const { body } = await service.call(address, { headers: { ...credentials, ...headers } });
  return body.tokenId;
}

async function sessionOf(service: TestRealm, token: string) {
  const { body } = await service.call('sessions?_action=getSessionInfo', { body: { tokenId: token } });
  return body;
}

test('success gives a session that works, its cookie, and where to go', async () => {
  const service = await testRealm({ realms: { alpha: {} } });
  const { status, headers, body } = await service.call('realms/alpha/authenticate', { headers: credentials });
  expect(status).toBe(200);
  expect(body).toEqual({
    tokenId: expect.stringMatching(/^\S+$/),
    successUrl: '/am/console',
    realm: '/alpha',
  });
  expect(headers.get('set-cookie')).toBe(
    `iPlanetDirectoryPro=${body.tokenId}; Path=/; HttpOnly; SameSite=Lax`,
  );
  expect(await sessionOf(service, body.tokenId)).toMatchObject({ username: 'demo', realm: '/alpha' });
});

test('the cookie is for HTTPS alone where the service is reached by it', async () => {
  const service = await testRealm({ publicUrl: 'https://login.example.com' });
  const { headers } = await service.call(startOf(), { headers: credentials });
  expect(headers.get('set-cookie')).toMatch(/; Secure; SameSite=None$/);
});

test('the session has what the journey gave it', async () => {
  const set = {
    Set: {
      type: 'SetSessionPropertiesNode',
      config: { properties: { colour: 'red' }, maxSessionTime: 60, maxIdleTime: 10 },
      to: { outcome: 'More' },
    },
  };
  const service = await testRealm({ journeys: [login, loginThen('Strong', { ...set, ...more(5) })] });
  const token = await signIn(service, startOf('Strong'));
  expect(await sessionOf(service, token)).toMatchObject({
    username: 'demo',
    universalId: 'id=demo,ou=user,ou=services,ou=am-config',
    maxSessionExpirationTime: '2026-01-02T04:04:05Z',
    maxIdleExpirationTime: '2026-01-02T03:14:05Z',
    properties: { colour: 'red' },
  });
});

test.each([
  { what: 'the realm', tree: {}, session: '2026-01-02T05:04:05Z', idle: '2026-01-02T03:34:05Z' },
  {
    what: 'the journey',
    tree: { maximumSessionTime: 20, maximumIdleTime: 5 },
    session: '2026-01-02T03:24:05Z',
    idle: '2026-01-02T03:09:05Z',
  },
  {
    what: 'the realm where the journey says 0',
    tree: { maximumSessionTime: 0, maximumIdleTime: 0 },
    session: '2026-01-02T05:04:05Z',
    idle: '2026-01-02T03:34:05Z',
  },
])('the session lasts as long as $what says', async ({ tree, session, idle }) => {
  const service = await testRealm({ journeys: [{ ...login, tree }] });
  expect(await sessionOf(service, await signIn(service))).toMatchObject({
    maxSessionExpirationTime: session,
    maxIdleExpirationTime: idle,
  });
});

test.each([
  { what: 'the request', tree: {}, query: 'noSession=true' },
  { what: 'the journey', tree: { noSession: true }, query: '' },
])('issues no session where $what wants none', async ({ tree, query }) => {
  const service = await testRealm({ journeys: [{ ...login, tree }] });
  const { status, headers, body } = await service.call(startOf('Login', query), { headers: credentials });
  expect(status).toBe(200);
  expect(body).toEqual({ message: 'Authentication Successful', successUrl: '/am/console', realm: '/' });
  expect(headers.get('set-cookie')).toBeNull();
});

const failed = (detail: object, message = 'Login failure') => ({
  code: 401,
  reason: 'Unauthorized',
  message,
  detail,
});

test('failure is a 401 with where to go, and gives no cookie', async () => {
  const service = await testRealm();
  const { status, headers, body } = await service.call(startOf(), {
    headers: { ...credentials, 'x-openam-password': 'x' },
  });
  expect(status).toBe(401);
  expect(body).toEqual(failed({ failureUrl: '' }));
  expect(headers.get('set-cookie')).toBeNull();
});

test('a success of nobody in particular is a failure, unless no session is wanted', async () => {
  const nobody = { name: 'Nobody', nodes: { Set: { type: 'SetStateNode', to: { outcome: 'Success' } } } };
  const service = await testRealm({ journeys: [login, nobody] });
  expect((await service.call(startOf('Nobody'))).body).toEqual(failed({ failureUrl: '' }));
  expect((await service.call(startOf('Nobody', 'noSession=true'))).status).toBe(200);
});

test('a locked user is told so', async () => {
  const service = await testRealm();
  await service.users.change('/', 'demo', { active: false });
  const { status, body } = await service.call(startOf(), { headers: credentials });
  expect(status).toBe(401);
  expect(body).toEqual(failed({ failureUrl: '' }, 'User Locked Out.'));
});

const urls = {
  Good: { type: 'SetSuccessUrlNode', config: { successUrl: '/from-node' }, to: { outcome: 'Bad' } },
  Bad: { type: 'SetFailureUrlNode', config: { failureUrl: '/failed-node' }, to: { outcome: 'Set' } },
};
const success = { Set: { type: 'SetStateNode', to: { outcome: 'Success' } } };
const failure = { Set: { type: 'SetStateNode', to: { outcome: 'Failure' } } };
const realmUrls = {
  defaultJourney: 'Login',
  authentication: {
    loginSuccessUrl: '/home',
    loginFailureUrl: '/sorry',
    validGotoUrls: ['https://app.example.com/'],
  },
};

test.each([
  { goto: undefined, journey: 'Login', successUrl: '/home' },
  { goto: undefined, journey: 'Urls', successUrl: '/from-node' },
  { goto: '/here', journey: 'Urls', successUrl: '/here' },
  { goto: 'https://app.example.com/x?y=z', journey: 'Urls', successUrl: 'https://app.example.com/x?y=z' },
  { goto: 'https://evil.example.org/', journey: 'Urls', successUrl: '/from-node' },
  { goto: '//evil.example.org', journey: 'Login', successUrl: '/home' },
  { goto: 'javascript:alert(1)', journey: 'Login', successUrl: '/home' },
])('goto $goto leads from $journey to $successUrl', async ({ goto, journey, successUrl }) => {
  const service = await testRealm({
    realm: realmUrls,
    journeys: [login, loginThen('Urls', { ...urls, ...success })],
  });
  const query = goto === undefined ? '' : `goto=${encodeURIComponent(goto)}`;
  const { body } = await service.call(startOf(journey, query), { headers: credentials });
  expect(body.successUrl).toBe(successUrl);
});

test.each([
  { gotoOnFail: undefined, password: 'x', failureUrl: '/sorry' },
  { gotoOnFail: undefined, password: 'Ch4ng31t!', failureUrl: '/failed-node' },
  { gotoOnFail: '/there', password: 'Ch4ng31t!', failureUrl: '/there' },
  { gotoOnFail: 'https://evil.example.org/', password: 'x', failureUrl: '/sorry' },
])('gotoOnFail $gotoOnFail leads to $failureUrl', async ({ gotoOnFail, password, failureUrl }) => {
  const service = await testRealm({
    realm: realmUrls,
    journeys: [loginThen('Login', { ...urls, ...failure })],
  });
  const query = gotoOnFail === undefined ? '' : `gotoOnFail=${encodeURIComponent(gotoOnFail)}`;
  const headers = { ...credentials, 'x-openam-password': password };
  expect((await service.call(startOf('Login', query), { headers })).body).toEqual(failed({ failureUrl }));
});

test.each([
  { what: 'no journey is named', address: startOf() },
  { what: 'the journey was passed', address: startOf('Login') },
])('a session needs no sign-in where $what', async ({ address }) => {
  const service = await testRealm({ journeys: [login, question] });
  const token = await signIn(service, startOf('Login', 'goto=/here'));
  const { status, body } = await service.call(address, { headers: { iPlanetDirectoryPro: token } });
  expect(status).toBe(200);
  expect(body).toEqual({ tokenId: token, successUrl: '/here', realm: '/' });
  const named = await service.call(
    `${address}${address.includes('?') ? '' : '?'}&sessionUpgradeSSOTokenId=${encodeURIComponent(token)}`,
  );
  expect(named.body).toEqual({ tokenId: token, successUrl: '/here', realm: '/' });
});

test('does not tell the token to whoever has only the cookie', async () => {
  const service = await testRealm();
  const token = await signIn(service);
  const { body } = await service.call(startOf(), {
    headers: { cookie: `a=b; iPlanetDirectoryPro=${token}` },
  });
  expect(body).toEqual({ tokenId: '', successUrl: '/am/console', realm: '/' });
});

test.each([
  { what: 'ForceAuth is asked for', query: 'ForceAuth=true', tree: {} },
  { what: 'the journey must always run', query: '', tree: { mustRun: true } },
])('asks in spite of a session where $what', async ({ query, tree }) => {
  const service = await testRealm({ journeys: [{ ...login, tree }] });
  const token = await signIn(service);
  const { body } = await service.call(startOf('Login', query), { headers: { iPlanetDirectoryPro: token } });
  expect(body.callbacks).toHaveLength(2);
});

test('a session of another realm counts for nothing', async () => {
  const service = await testRealm({ realms: { alpha: {} } });
  const token = await signIn(service);
  const { body } = await service.call('realms/alpha/authenticate', {
    headers: { iPlanetDirectoryPro: token },
  });
  expect(body.callbacks).toHaveLength(2);
});

test('a session that is to be upgraded must be alive', async () => {
  const service = await testRealm();
  const { status, body } = await service.call(startOf('Login', 'sessionUpgradeSSOTokenId=gone'));
  expect(status).toBe(400);
  expect(body).toMatchObject({ code: 400, message: 'Invalid session upgrade token' });
  expect(
    (await service.call(startOf('Login'), { headers: { iPlanetDirectoryPro: 'gone' } })).body.callbacks,
  ).toHaveLength(2);
});

const strong = loginThen('Strong', more(5));

test('an upgrade by the same user replaces the session, and keeps what it had reached', async () => {
  const level = {
    Level: {
      type: 'AuthLevelDecisionNode',
      config: { authLevelRequirement: 5 },
      to: { true: 'Success', false: 'Failure' },
    },
  };
  const service = await testRealm({ journeys: [login, strong, { name: 'Level', nodes: level }] });
  const old = await signIn(service, startOf('Strong'));
  const token = await signIn(service, startOf('Login'), { iPlanetDirectoryPro: old });
  expect(token).not.toBe(old);
  expect(await sessionOf(service, old)).toEqual({ valid: false });
  for (const journey of ['Login', 'Strong']) {
    const again = await service.call(startOf(journey), { headers: { iPlanetDirectoryPro: token } });
    expect(again.body.tokenId).toBe(token);
  }
  expect((await service.call(startOf('Level'), { headers: { iPlanetDirectoryPro: token } })).status).toBe(
    200,
  );
});

test('a level below zero stays there when no session is upgraded', async () => {
  const level: BuiltJourney['nodes'] = {
    More: { type: 'ModifyAuthLevelNode', config: { authLevelIncrement: 2 }, to: { outcome: 'Enough' } },
    Enough: {
      type: 'AuthLevelDecisionNode',
      config: { authLevelRequirement: 0 },
      to: { true: 'Success', false: 'Failure' },
    },
  };
  const journeys = [login, loginThen('Weak', more(-3)), { name: 'Level', nodes: level }];
  const service = await testRealm({ journeys });
  const token = await signIn(service, startOf('Weak'));
  const { status } = await service.call(startOf('Level'), { headers: { iPlanetDirectoryPro: token } });
  expect(status).toBe(401);
});

test('an upgrade that fails leaves the session alone', async () => {
  const service = await testRealm({ journeys: [login, strong] });
  const token = await signIn(service);
  const headers = { ...credentials, 'x-openam-password': 'wrong', iPlanetDirectoryPro: token };
  expect((await service.call(startOf('Strong'), { headers })).status).toBe(401);
  expect(await sessionOf(service, token)).toMatchObject({ username: 'demo' });
});

test('a session that was ended meanwhile is not upgraded', async () => {
  const service = await testRealm({ journeys: [login, question] });
  const token = await signIn(service);
  const headers = { iPlanetDirectoryPro: token };
  const step = await service.call(startOf('Question'), { headers });
  expect((await service.call('sessions?_action=logout', { headers })).status).toBe(200);
  const { status, body } = await service.call(startOf(), { body: answered(step, 0) });
  expect(status).toBe(401);
  expect(body).toMatchObject({ message: 'Session has timed out', detail: { errorCode: '110' } });
});

test('an upgrade by another user fails, and leaves the session alone', async () => {
  const service = await testRealm({ journeys: [login, strong] });
  await service.users.create('/', { username: 'other', password: 'password' });
  const token = await signIn(service);
  const headers = {
    'x-openam-username': 'other',
    'x-openam-password': 'password',
    iPlanetDirectoryPro: token,
  };
  const { status, body } = await service.call(startOf('Strong'), { headers });
  expect(status).toBe(401);
  expect(body).toEqual(failed({ failureUrl: '' }));
  expect(await sessionOf(service, token)).toMatchObject({ username: 'demo' });
});

test('an upgrade without a session leaves the old one alone', async () => {
  const service = await testRealm({ journeys: [login, strong] });
  const token = await signIn(service);
  const headers = { ...credentials, iPlanetDirectoryPro: token };
  expect((await service.call(startOf('Strong', 'noSession=true'), { headers })).body.tokenId).toBeUndefined();
  expect(await sessionOf(service, token)).toMatchObject({ username: 'demo' });
});
