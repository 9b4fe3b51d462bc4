import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answered, login, question, startOf, type TestRealm, testRealm } from './test-realm.builder.ts';

/** A node of each kind that reads what a client says of itself. */
const journeys = [
  login,
  question,
  {
    name: 'Device',
    nodes: {
      User: { type: 'UsernameCollectorNode', to: { outcome: 'Profile' } },
      Profile: {
        type: 'DeviceProfileCollectorNode',
        config: { deviceLocation: true },
        to: { outcome: 'Send' },
      },
      Send: {
        type: 'PushAuthenticationSenderNode',
        config: { contextInfo: true },
        to: { SENT: 'Wait', NOT_REGISTERED: 'Register', SKIPPED: 'Success' },
      },
      Wait: { type: 'PushWaitNode', to: { DONE: 'Verify', EXITED: 'Failure' } },
      Verify: {
        type: 'PushResultVerifierNode',
        to: { TRUE: 'Success', FALSE: 'Failure', EXPIRED: 'Send', WAITING: 'Wait' },
      },
      Register: {
        type: 'PushRegistrationNode',
        to: { successOutcome: 'Send', failureOutcome: 'Failure', timeoutOutcome: 'Failure' },
      },
    },
  },
];

const keys = [
  'authId',
  'callbacks',
  'tokenId',
  'username',
  '_id',
  '_rev',
  'goto',
  'messageId',
  'jwt',
  'sessionHandles',
  'userpassword',
  'mail',
  'inetUserStatus',
  'deviceName',
  'enabled',
  'skip',
  'tree',
  'nodes',
  'type',
  'input',
  'value',
  '__proto__',
];

const words = fc.oneof(
  fc.constantFrom(
    'demo',
    'amadmin',
    '*',
    'root',
    'alpha',
    '/',
    'Login',
    'true',
    'a@b.c',
    '',
    '..',
    '%2F',
    '%',
    '\u0000',
    '=?UTF-8?B?%?=',
  ),
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
);

const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    words,
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...keys), words), tie('value'), { maxKeys: 4 }),
  ),
})).value;

const query = fc.dictionary(
  fc.constantFrom(
    '_action',
    '_queryFilter',
    '_queryId',
    '_fields',
    'realm',
    'authIndexType',
    'authIndexValue',
    'goto',
    'locale',
    'noSession',
    'ForceAuth',
    'sessionUpgradeSSOTokenId',
    'tokenId',
    'refresh',
    'suspendedId',
    'name',
    'revision',
  ),
  fc.oneof(
    words,
    fc.constantFrom(
      'register',
      'authenticate',
      'refresh',
      'logout',
      'validate',
      'getSessionInfo',
      'logoutByHandle',
      'logoutByUser',
      'updateSessionProperties',
      'create',
      'changePassword',
      'idFromSession',
      'validateGoto',
      'reset',
      'check',
      'service',
      'username eq "demo" and realm eq "/"',
      '(((',
    ),
  ),
  { maxKeys: 4 },
);

const headers = fc.dictionary(
  fc.constantFrom(
    'accept-api-version',
    'accept-language',
    'origin',
    'cookie',
    'if-match',
    'if-none-match',
    'x-openam-username',
    'x-openam-password',
    'x-forwarded-for',
    'authorization',
  ),
  fc.oneof(
    fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[^\t -~]/g, '')),
    fc.constantFrom(
      'resource=2.1',
      'null',
      '*',
      'W/"1"',
      'Bearer x',
      'iPlanetDirectoryPro=x; =; ;',
      'de;q=nonsense',
    ),
  ),
  { maxKeys: 3 },
);

const body = fc.oneof(
  fc.constant(undefined),
  fc.uint8Array({ maxLength: 64 }),
  anything.map((value) => JSON.stringify(value)),
  fc.dictionary(fc.constantFrom(...keys), anything, { maxKeys: 6 }).map((value) => JSON.stringify(value)),
);

const contentType = fc.oneof(
  { weight: 6, arbitrary: fc.constant('application/json') },
  fc.constantFrom('text/plain', 'application/json;charset=x', ';', 'application/x-www-form-urlencoded'),
);

interface Route {
  readonly method: string;
  readonly path: string;
}

/** Every address that the application has, as a client writes it. */
function routesOf(service: TestRealm): readonly Route[] {
  const methods = (method: string) =>
    method === 'ALL' ? ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] : [method];
  const routes = service.app.routes.flatMap(({ method, path }) =>
    methods(method).map((each) => ({
      method: each,
      path: path.replace(/^\/json\/:realm/, '/am/json/:realm'),
    })),
  );
  return [...new Map(routes.map((route) => [`${route.method} ${route.path}`, route])).values()];
}

/** The path with something in the place of each of its parameters. */
function fill(path: string, parts: readonly string[]): string {
  let next = 0;
  return path
    .split('/')
    .map((segment) => {
      if (segment === ':realm') return 'realms/root';
      return segment.startsWith(':') || segment === '*'
        ? encodeURIComponent(parts[next++ % parts.length] ?? '')
        : segment;
    })
    .join('/');
}

async function tokens(
  service: TestRealm,
): Promise<Record<'nobody' | 'user' | 'administrator', string | undefined>> {
  await service.users.ensure('/', { username: 'demo', password: 'Ch4ng31t!' });
  await service.users.ensure('/', { username: 'amadmin', password: 'administrator' });
  const signIn = async (username: string, password: string, journey: string) => {
    const headers = { 'x-openam-username': username, 'x-openam-password': password };
    return (await service.call(startOf(journey), { headers })).body.tokenId as string;
  };
  return {
    nobody: undefined,
    user: await signIn('demo', 'Ch4ng31t!', 'Login'),
    administrator: await signIn('amadmin', 'administrator', 'ldapService'),
  };
}

async function withPages(): Promise<TestRealm> {
  const service = await testRealm({ journeys, realms: { alpha: {} } });
  for (const page of [
    'index.html',
    'login/index.html',
    'phone/index.html',
    'designer/index.html',
    'run/index.html',
  ]) {
    await service.write(page, '<html></html>');
  }
  return service;
}

test('no request to any address makes the service fail', { timeout: 60_000 }, async () => {
  const service = await withPages();
  const routes = routesOf(service);
  expect(routes.length).toBeGreaterThan(20);
  const request = fc.record({
    route: fc.constantFrom(...routes),
    parts: fc.array(words, { minLength: 1, maxLength: 3 }),
    who: fc.constantFrom('nobody', 'user', 'administrator'),
    query,
    headers,
    contentType,
    body,
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ route, parts, who, ...sent }) => {
      const token = (await tokens(service))[who];
      const search = new URLSearchParams(sent.query).toString();
      const response = await service.app.request(`${fill(route.path, parts)}?${search}`, {
        method: route.method,
        headers: {
          'content-type': sent.contentType,
          ...sent.headers,
          ...(token === undefined ? {} : { iPlanetDirectoryPro: token }),
        },
        ...(route.method === 'GET' || sent.body === undefined ? {} : { body: sent.body as string }),
      });
      const text = await response.text();
      // What AM answers to an action that it does not have.
      if (response.status !== 501) expect(response.status, text).toBeLessThan(500);
    }),
    { numRuns: 1500 },
  );
});

test('no body is too deep for any address', async () => {
  const service = await withPages();
  const { administrator = '' } = await tokens(service);
  const depth = 40_000;
  const deep = `${'{"callbacks":['.repeat(depth / 10)}${'['.repeat(depth)}${']'.repeat(depth)}${']}'.repeat(depth / 10)}`;
  for (const { method, path } of routesOf(service).filter(({ method }) => method !== 'GET')) {
    const response = await service.app.request(`${fill(path, ['demo'])}?_action=create`, {
      method,
      headers: { 'content-type': 'application/json', iPlanetDirectoryPro: administrator },
      body: deep,
    });
    if (response.status !== 501) expect(response.status, `${method} ${path}`).toBeLessThan(500);
  }
});

test('no answer to a step makes the service fail, and the step can still be answered', {
  timeout: 60_000,
}, async () => {
  const service = await withPages();
  const journey = fc.constantFrom('Login', 'Question', 'Device');
  const entry = fc.oneof(
    { weight: 3, arbitrary: fc.record({ name: words, value: anything }) },
    { weight: 1, arbitrary: anything },
  );
  await fc.assert(
    fc.asyncProperty(
      journey,
      fc.array(fc.array(entry, { maxLength: 2 }), { maxLength: 4 }),
      words,
      async (name, inputs, text) => {
        let step = await service.call(startOf(name));
        if (name === 'Device') {
          step = await service.call(startOf(), { body: answered(step, 'demo') });
        }
        const { authId, callbacks } = step.body as { authId: string; callbacks: readonly { type: string }[] };
        const random = callbacks.map(({ type }, index) => ({
          type,
          input: inputs[index] ?? [{ value: text }],
        }));
        const answer = await service.call(startOf(), { body: { authId, callbacks: random } });
        expect(answer.status, answer.text).toBeLessThan(500);
        if (answer.status !== 400) return;
        const good = {
          Login: ['demo', 'Ch4ng31t!'],
          Question: [1],
          Device: ['{"identifier":"1-2-3","metadata":{}}'],
        };
        const after = await service.call(startOf(), {
          body: answered(step, ...(good[name as keyof typeof good] ?? [])),
        });
        expect(after.body.message).not.toBe('Session has timed out');
        expect(after.status).not.toBe(400);
      },
    ),
    { numRuns: 300 },
  );
});
