import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { answered, login, question, startOf, type TestRealm, testRealm } from '../test-realm.builder.ts';

const firstStep = [
  {
    type: 'NameCallback',
    output: [{ name: 'prompt', value: 'User Name' }],
    input: [{ name: 'IDToken1', value: '' }],
    _id: 0,
  },
  {
    type: 'PasswordCallback',
    output: [{ name: 'prompt', value: 'Password' }],
    input: [{ name: 'IDToken2', value: '' }],
    _id: 1,
  },
];

const json = { 'content-type': 'application/json' };

test.each([
  { what: 'nothing', request: {} },
  { what: 'nothing, of type JSON and length 0', request: { headers: { ...json, 'content-length': '0' } } },
  { what: 'blanks', request: { body: ' \r\n ' } },
  { what: 'an empty object', request: { body: {} } },
  { what: 'an empty text', request: { body: '""' } },
  {
    what: 'an object, with a character set',
    request: { body: '{}', headers: { 'content-type': 'application/json; charset=utf-8' } },
  },
  { what: 'members that nobody knows', request: { body: { status: 200, ok: true } } },
])('starts with a body of $what', async ({ request }) => {
  const service = await testRealm();
  const { status, headers, body } = await service.call(startOf('Login'), request);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^application\/json/);
  expect(headers.get('content-api-version')).toBe('resource=2.1');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).toEqual({ authId: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/), callbacks: firstStep });
});

test('writes the handle as a signed token that ends when the journey does', async () => {
  const service = await testRealm({
    realm: { defaultJourney: 'Login', authentication: { authenticationSessionsMaxDuration: 7 } },
  });
  const { body } = await service.call(startOf());
  const [header, claims] = body.authId
    .split('.')
    .slice(0, 2)
    .map((part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()));
  expect(header).toEqual({ typ: 'JWT', alg: 'HS256' });
  expect(claims.exp - claims.iat).toBe(7 * 60);
  expect(claims).toMatchObject({
    realm: '/',
    sessionId: expect.any(String),
    iat: service.clock.nowMs / 1000,
  });
});

test.each([
  { treeTimeout: 2, minutes: 2 },
  { treeTimeout: 0, minutes: 5 },
])('a journey that says $treeTimeout minutes lasts $minutes', async ({ treeTimeout, minutes }) => {
  const service = await testRealm({ journeys: [{ ...login, tree: { treeTimeout } }] });
  const step = await service.call(startOf('Login'));
  service.clock.nowMs += minutes * 60_000 - 1;
  expect((await service.call(startOf(), { body: answered(step, 'demo', '') })).status).toBe(200);
  service.clock.nowMs += 1;
  expect((await service.call(startOf(), { body: answered(step, 'demo', 'x') })).status).toBe(401);
});

test('shows what a page says about itself in the language of the client', async () => {
  const { Page } = login.nodes;
  const config = {
    pageHeader: { en: 'Sign in', fr: 'Connexion', 'pt-BR': 'Entrar' },
    pageDescription: { en: 'Hi' },
    stage: 'S1',
  };
  const nodes = { ...login.nodes, Page: { ...Page, config } } as typeof login.nodes;
  const service = await testRealm({ journeys: [{ ...login, nodes }] });
  const header = async (query: string, language?: string) => {
    const headers: Record<string, string> = language === undefined ? {} : { 'accept-language': language };
    return (await service.call(startOf('Login', query), { headers })).body.header;
  };
  expect((await service.call(startOf('Login'))).body).toMatchObject({ stage: 'S1', description: 'Hi' });
  expect(await header('', 'fr-CH, en;q=0.5')).toBe('Connexion');
  expect(await header('', 'en;q=0.5, pt-br;q=0.8, *')).toBe('Entrar');
  expect(await header('locale=fr', 'en')).toBe('Connexion');
  expect(await header('locale=pt_BR', 'en')).toBe('Entrar');
  expect(await header('', 'nl')).toBe('Sign in');
});

test.each([
  { query: 'authIndexType=service&authIndexValue=Question', type: 'TextOutputCallback' },
  { query: 'authIndexType=service', type: 'NameCallback' },
  { query: 'authIndexType=service&authIndexValue=', type: 'NameCallback' },
  { query: '', type: 'NameCallback' },
])('"$query" starts the journey of $type', async ({ query, type }) => {
  const service = await testRealm({ journeys: [login, question] });
  const { body } = await service.call(`realms/root/authenticate?${query}`);
  expect(body.callbacks[0].type).toBe(type);
});

const noConfiguration = { code: 400, reason: 'Bad Request', message: 'No Configuration found' };

test.each([
  { what: 'an unknown journey', query: 'authIndexType=service&authIndexValue=Nothing' },
  { what: 'a journey in another case', query: 'authIndexType=service&authIndexValue=login' },
  { what: 'a name that every object has', query: 'authIndexType=service&authIndexValue=constructor' },
  { what: 'a journey that is switched off', query: 'authIndexType=service&authIndexValue=Off' },
  { what: 'a journey that only others enter', query: 'authIndexType=service&authIndexValue=Inner' },
  { what: 'a chain of modules', query: 'authIndexType=module_instance&authIndexValue=LDAP' },
  { what: 'no journey, in a realm without a default', query: '', realm: {} },
])('finds nothing to run for $what', async ({ query, realm }) => {
  const journeys = [
    login,
    { ...question, name: 'Off', tree: { enabled: false } },
    { ...question, name: 'Inner', tree: { innerTreeOnly: true } },
  ];
  const service = await testRealm({ journeys, ...(realm === undefined ? {} : { realm }) });
  const { status, body } = await service.call(`realms/root/authenticate?${query}`);
  expect(status).toBe(400);
  expect(body).toEqual(noConfiguration);
});

test('refuses a kind of index that AM does not have', async () => {
  const { status, body } = await (await testRealm()).call(
    'authenticate?authIndexType=tarot&authIndexValue=x',
  );
  expect(status).toBe(400);
  expect(body.message).toBe('Unknown Authentication Index Type');
});

test("says AM's error of a journey that is broken from the start, and the reason in the log alone", async () => {
  const broken = { name: 'Broken', nodes: { Odd: { type: 'TarotNode', to: { outcome: 'Nowhere' } } } };
  const service = await testRealm({ journeys: [login, broken] });
  const { status, body } = await service.call(startOf('Broken'));
  expect(status).toBe(500);
  expect(body).toEqual({ code: 500, reason: 'Internal Server Error', message: 'Authentication Error!!' });
  expect(service.logged.at(-1)).toMatchObject({
    code: 'journey-broken',
    msg: expect.stringMatching(/^Broken cannot be started: .*Nowhere/),
  });
});

test('says the same of a journey whose file cannot be read', async () => {
  const service = await testRealm();
  await service.write('Odd/Odd.journey.json', '{ "tree": ');
  expect((await service.call(startOf('Odd'))).body.message).toBe('Authentication Error!!');
});

const signedIn = { tokenId: expect.any(String), successUrl: '/am/console', realm: '/' };
const credentials = { 'x-openam-username': 'demo', 'x-openam-password': 'Ch4ng31t!' };

test.each([
  { what: 'with an empty body', request: {} },
  { what: 'with an empty object', request: { body: {} } },
])('signs in by headers at once, $what', async ({ request }) => {
  const service = await testRealm();
  const { status, body } = await service.call(startOf(), { ...request, headers: credentials });
  expect(status).toBe(200);
  expect(body).toEqual(signedIn);
});

test('reads encoded words in the headers', async () => {
  const service = await testRealm();
  await service.users.create('/', { username: 'Ünal', password: 'pässwörd' });
  const word = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
  const headers = {
    'x-openam-username': word('Ünal'),
    'x-openam-password': '=?utf-8?Q?p=C3=A4ssw=C3=B6rd?=',
  };
  expect((await service.call(startOf(), { headers })).body).toEqual(signedIn);
});

test('fails for a wrong password in the headers', async () => {
  const service = await testRealm();
  const headers = { ...credentials, 'x-openam-password': 'wrong' };
  const { status, body } = await service.call(startOf(), { headers });
  expect(status).toBe(401);
  expect(body).toMatchObject({ message: 'Login failure' });
});

test.each([
  { what: 'one of the headers', headers: { 'x-openam-username': 'demo' }, journey: 'Login' },
  {
    what: 'the headers that old clients always send',
    headers: { 'x-username': 'anonymous', 'x-password': 'anonymous', 'x-nosession': 'true' },
    journey: 'Login',
  },
  { what: 'both, where the step asks for something else', headers: credentials, journey: 'Question' },
])('asks whoever sends $what', async ({ headers, journey }) => {
  const service = await testRealm({ journeys: [login, question] });
  const { status, body } = await service.call(startOf(journey), { headers });
  expect(status).toBe(200);
  expect(body.callbacks).toHaveLength(2);
});

test('goes on to the next step where the headers answer the first', async () => {
  const nodes = {
    ...login.nodes,
    Check: { type: 'DataStoreDecisionNode', to: { true: 'Ask', false: 'Failure' } },
    ...question.nodes,
  };
  const service = await testRealm({ journeys: [{ name: 'Login', nodes }] });
  const { body } = await service.call(startOf(), { headers: credentials });
  expect(body.callbacks[0].type).toBe('TextOutputCallback');
});

test('takes the answers to the first step along with the start', async () => {
  const service = await testRealm();
  const callbacks = [
    { type: 'NameCallback', input: [{ name: 'IDToken1', value: 'demo' }] },
    { type: 'PasswordCallback', input: [{ name: 'IDToken2', value: 'Ch4ng31t!' }] },
  ];
  expect((await service.call(startOf(), { body: { callbacks } })).body).toEqual(signedIn);
  const few = await service.call(startOf(), { body: { callbacks: callbacks.slice(1) } });
  expect(few.status).toBe(400);
  expect(few.body.message).toBe('Incorrect number of callbacks found in JSON response');
});

const asAdministrator = { 'x-openam-username': 'amadmin', 'x-openam-password': 'administrator' };

test.each([
  { what: 'the headers name it', address: 'realms/root/authenticate', headers: asAdministrator },
  {
    what: 'in any case',
    address: 'realms/root/authenticate',
    headers: { ...asAdministrator, 'x-openam-username': 'amAdmin' },
  },
  {
    what: 'in an encoded word',
    address: 'realms/root/authenticate',
    headers: { ...asAdministrator, 'x-openam-username': '=?UTF-8?B?YW1hZG1pbg==?=' },
  },
  { what: 'the journey is named', address: startOf('ldapService'), headers: asAdministrator },
])("signs the administrator in where $what, whatever the realm's default", async ({ address, headers }) => {
  const service = await testRealm({ realm: { defaultJourney: 'Question' }, journeys: [question] });
  expect((await service.call(address, { headers })).body).toEqual(signedIn);
});

test.each([
  { who: 'any other user', headers: credentials, query: '' },
  { who: 'any other user without a session', headers: credentials, query: 'noSession=true' },
  {
    who: 'the administrator with a wrong password',
    headers: { ...asAdministrator, 'x-openam-password': 'x' },
    query: '',
  },
])("signs $who in by the administrator's journey never", async ({ headers, query }) => {
  const { status, body } = await (await testRealm()).call(startOf('ldapService', query), { headers });
  expect(status).toBe(401);
  expect(body).toMatchObject({ message: 'Login failure' });
  expect(body.tokenId).toBeUndefined();
});

test("has no administrator's journey in a sub-realm", async () => {
  const service = await testRealm({ realms: { alpha: {} } });
  const { body } = await service.call(
    'realms/alpha/authenticate?authIndexType=service&authIndexValue=ldapService',
  );
  expect(body).toEqual(noConfiguration);
});

async function versioned(service: TestRealm, version: string) {
  return service.call(startOf(), { headers: { 'accept-api-version': version } });
}

test.each([
  'protocol=1.0,resource=2.1',
  'resource=2.0, protocol=1.0',
  'resource=2.1',
  'protocol=2.1,resource=3.0',
  'resource=1',
])('answers whoever asks for %s', async (version) => {
  expect((await versioned(await testRealm(), version)).status).toBe(200);
});

test.each(['resource', 'resource=two', 'version=1.0', 'resource=2.1;protocol=1.0', 'resource=2.1,'])(
  'cannot read the version %s, and says so in plain text',
  async (version) => {
    const { status, text, headers } = await versioned(await testRealm(), version);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toMatch(/^text\/plain/);
    expect(text).toBe(`Version string is in an invalid format: ${version}`);
  },
);

test('keeps no digest of a first request, from which a password could be guessed', async () => {
  const written: string[] = [];
  const service = await testRealm({
    journeys: [
      {
        ...login,
        nodes: {
          ...login.nodes,
          Check: { type: 'DataStoreDecisionNode', to: { true: 'Ask', false: 'Failure' } },
          ...question.nodes,
        },
      },
    ],
    stores: (usual) => ({
      ...usual,
      executions: {
        ...usual.executions,
        put: (key, value, options) => {
          written.push(value);
          return usual.executions.put(key, value, options);
        },
      },
    }),
  });
  const { callbacks } = answered(await service.call(startOf()), 'demo', 'Ch4ng31t!') as {
    callbacks: object[];
  };
  const body = JSON.stringify({ callbacks });
  expect((await service.call(startOf(), { body })).body.callbacks).toHaveLength(2);
  expect(written).toHaveLength(2);
  expect(written.join()).not.toContain(createHash('sha256').update(body).digest('base64url'));
});
