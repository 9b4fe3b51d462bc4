import { expect, test } from 'vitest';
import type { BuiltJourney } from '../../../node-schemas/src/journey/journey-export.builder.ts';
import { answered, login, question, startOf, type TestAnswer, testRealm } from '../test-realm.builder.ts';

const timedOut = {
  code: 401,
  reason: 'Unauthorized',
  message: 'Session has timed out',
  detail: { errorCode: '110' },
};

const here = 'realms/root/authenticate';

test('goes on with the step as it is sent back, whatever else is in it and in the query', async () => {
  const service = await testRealm({ journeys: [login, question] });
  const step = await service.call(startOf('Question'));
  const body = { ...answered(step, 0), status: 200, ok: true, template: '', stage: 'x' };
  const address = `${here}?authIndexType=service&authIndexValue=Login&form_post_entry=x`;
  // The user is unknown, so that Success has nobody to sign in.
  expect((await service.call(address, { body })).body).toMatchObject({ message: 'Login failure' });
});

test('ignores outputs, and names of inputs', async () => {
  const service = await testRealm();
  const step = await service.call(startOf());
  const callbacks = [
    { type: 'NameCallback', output: 'lies', input: [{ name: 'whatever', value: 'demo' }] },
    { type: 'PasswordCallback', input: [{ value: 'Ch4ng31t!' }] },
  ];
  expect((await service.call(here, { body: { authId: step.body.authId, callbacks } })).status).toBe(200);
});

function changed(
  step: TestAnswer,
  change: (body: { authId: string; callbacks: object[] }) => unknown,
): string {
  return JSON.stringify(change(structuredClone(step.body)));
}

const wrongRequests: readonly {
  what: string;
  status: number;
  message: string | RegExp;
  reason?: string;
  body: (step: TestAnswer) => string;
  headers?: Readonly<Record<string, string>>;
}[] = [
  {
    what: 'no JSON',
    status: 400,
    message: 'The request could not be processed because the provided content is not JSON.',
    body: () => '{"authId":',
  },
  { what: 'a list', status: 400, message: 'The request body must be a JSON object.', body: () => '[]' },
  { what: 'a number', status: 400, message: 'The request body must be a JSON object.', body: () => '1' },
  {
    what: 'a form',
    status: 415,
    message: /^Content type application\/x-www-form-urlencoded/,
    body: () => 'IDToken1=demo',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  },
  {
    what: 'too few callbacks',
    status: 400,
    message: 'Incorrect number of callbacks found in JSON response',
    body: (step) => changed(step, ({ authId, callbacks }) => ({ authId, callbacks: callbacks.slice(1) })),
  },
  {
    what: 'too many callbacks',
    status: 400,
    message: 'Incorrect number of callbacks found in JSON response',
    body: (step) =>
      changed(step, ({ authId, callbacks }) => ({ authId, callbacks: [...callbacks, ...callbacks] })),
  },
  {
    what: 'no callbacks',
    status: 400,
    message: 'Incorrect number of callbacks found in JSON response',
    body: (step) => changed(step, ({ authId }) => ({ authId })),
  },
  {
    what: 'callbacks in another order',
    status: 400,
    message: 'Required callback not found in JSON response',
    body: (step) => changed(step, ({ authId, callbacks }) => ({ authId, callbacks: callbacks.reverse() })),
  },
  {
    what: 'a callback of null',
    status: 400,
    message: 'Required callback not found in JSON response',
    body: (step) => changed(step, ({ authId, callbacks }) => ({ authId, callbacks: [null, callbacks[1]] })),
  },
  {
    what: 'a callback without its input',
    status: 400,
    message: 'The input of callback 1, NameCallback, is not of the right form',
    body: (step) =>
      changed(step, ({ authId, callbacks }) => ({
        authId,
        callbacks: [{ type: 'NameCallback' }, callbacks[1]],
      })),
  },
  {
    what: 'a number in place of a text',
    status: 400,
    message: 'The input of callback 1, NameCallback, is not of the right form',
    body: (step) => JSON.stringify(answered(step, 7, 'x')),
  },
  {
    what: 'a body that is too large',
    status: 413,
    message: 'The request body is larger than 256 KB.',
    body: (step) => JSON.stringify(answered(step, 'x'.repeat(256 * 1024))),
  },
  {
    what: 'a handle of nonsense',
    status: 400,
    message: /^Failed to parse JWT, /,
    body: (step) => changed(step, ({ callbacks }) => ({ authId: 'nonsense', callbacks })),
  },
  {
    what: 'a handle that is no text',
    status: 400,
    message: /^Failed to parse JWT, /,
    body: (step) => changed(step, ({ callbacks }) => ({ authId: { a: 1 }, callbacks })),
  },
  {
    what: 'a handle whose signature was changed',
    status: 400,
    message: 'AuthId JWT Signature not valid',
    body: (step) =>
      changed(step, ({ authId, callbacks }) => ({
        authId: authId
          .replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
          .replace(/\.(.)([^.]*)$/, (_, first, rest) => `.${first === 'A' ? 'B' : 'A'}${rest}`),
        callbacks,
      })),
  },
  {
    what: 'a handle whose claims were changed',
    status: 400,
    message: 'AuthId JWT Signature not valid',
    body: (step) =>
      changed(step, ({ authId, callbacks }) => {
        const [header, claims = '', signature] = authId.split('.');
        const other = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), realm: '/alpha' };
        return {
          authId: [header, Buffer.from(JSON.stringify(other)).toString('base64url'), signature].join('.'),
          callbacks,
        };
      }),
  },
  {
    what: 'a handle that claims to need no signature',
    status: 400,
    message: 'AuthId JWT Signature not valid',
    body: (step) =>
      changed(step, ({ authId, callbacks }) => {
        const [, claims] = authId.split('.');
        const header = Buffer.from('{"typ":"JWT","alg":"none"}').toString('base64url');
        return { authId: `${header}.${claims}.`, callbacks };
      }),
  },
];

test.each(wrongRequests)('answers $what with $status, and the journey goes on where it was', async (row) => {
  const service = await testRealm();
  const step = await service.call(startOf());
  const answer = await service.call(here, {
    body: row.body(step),
    ...(row.headers ? { headers: row.headers } : {}),
  });
  expect(answer.status).toBe(row.status);
  const reasons = { 400: 'Bad Request', 413: 'Payload Too Large', 415: 'Unsupported Media Type' } as const;
  expect(answer.body).toEqual({
    code: row.status,
    reason: reasons[row.status as keyof typeof reasons],
    message: typeof row.message === 'string' ? row.message : expect.stringMatching(row.message),
  });
  expect((await service.call(here, { body: answered(step, 'demo', 'Ch4ng31t!') })).body).toHaveProperty(
    'tokenId',
  );
});

test('a choice that was not offered is refused, and the journey goes on where it was', async () => {
  const service = await testRealm({ journeys: [question], realm: { defaultJourney: 'Question' } });
  const step = await service.call(startOf());
  const refused = await service.call(here, { body: answered(step, 5) });
  expect(refused.status).toBe(400);
  expect(refused.body.message).toBe('Callback 2 selects an option that was not offered');
  expect((await service.call(here, { body: answered(step, 1) })).body.message).toBe('Login failure');
});

test('a handle holds in its own realm only', async () => {
  const service = await testRealm({ realms: { alpha: {} } });
  const step = await service.call('realms/alpha/authenticate');
  const body = answered(step, 'demo', 'Ch4ng31t!');
  const foreign = await service.call(here, { body });
  expect(foreign.status).toBe(400);
  expect(foreign.body.message).toBe('AuthId JWT Signature not valid');
  expect((await service.call('realms/root/realms/alpha/authenticate', { body })).body).toMatchObject({
    realm: '/alpha',
  });
});

test('a handle of another installation is worth nothing', async () => {
  const body = answered(await (await testRealm()).call(startOf()), 'demo', 'Ch4ng31t!');
  const { status, body: answer } = await (await testRealm()).call(here, { body });
  expect(status).toBe(401);
  expect(answer).toEqual(timedOut);
});

test('a journey that has lasted too long has timed out', async () => {
  const service = await testRealm();
  const step = await service.call(startOf());
  service.clock.nowMs += 5 * 60_000;
  const { status, body } = await service.call(here, { body: answered(step, 'demo', 'Ch4ng31t!') });
  expect(status).toBe(401);
  expect(body).toEqual(timedOut);
});

/** Two names, one after another. */
const names: BuiltJourney = {
  name: 'Login',
  nodes: {
    First: { type: 'UsernameCollectorNode', to: { outcome: 'Second' } },
    Second: { type: 'UsernameCollectorNode', to: { outcome: 'Ask' } },
    Ask: { type: 'MessageNode', to: { true: 'Success', false: 'Failure' } },
  },
};

test('the latest request, repeated at once, gets the same answer to the byte', async () => {
  const service = await testRealm({ journeys: [names] });
  const step = await service.call(startOf());
  const body = answered(step, 'nobody');
  const next = await service.call(here, { body });
  service.clock.nowMs += 10_000;
  expect((await service.call(here, { body })).text).toBe(next.text);
  const last = await service.call(here, { body: answered(next, 'demo') });
  expect(last.body.callbacks).toHaveLength(2);
});

test('the latest request, repeated late, has timed out, and the journey goes on', async () => {
  const service = await testRealm({ journeys: [names] });
  const step = await service.call(startOf());
  const body = answered(step, 'nobody');
  const next = await service.call(here, { body });
  service.clock.nowMs += 10_001;
  expect((await service.call(here, { body })).body).toEqual(timedOut);
  expect((await service.call(here, { body: answered(next, 'demo') })).status).toBe(200);
});

test('a handle that was used answers nothing but the very same request', async () => {
  const service = await testRealm({ journeys: [names] });
  const step = await service.call(startOf());
  const next = await service.call(here, { body: answered(step, 'nobody') });
  const other = await service.call(here, { body: answered(step, 'somebody') });
  expect(other.status).toBe(401);
  expect(other.body).toEqual(timedOut);
  await service.call(here, { body: answered(next, 'demo') });
  expect((await service.call(here, { body: answered(step, 'nobody') })).body).toEqual(timedOut);
});

test('the end, repeated at once, gives the same session and cookie; any other request has timed out', async () => {
  const service = await testRealm();
  const step = await service.call(startOf());
  const body = answered(step, 'demo', 'Ch4ng31t!');
  const end = await service.call(here, { body });
  const again = await service.call(here, { body });
  expect(again.text).toBe(end.text);
  expect(again.headers.get('set-cookie')).toBe(end.headers.get('set-cookie'));
  expect((await service.call(here, { body: answered(step, 'demo', 'other') })).body).toEqual(timedOut);
  service.clock.nowMs += 10_001;
  expect((await service.call(here, { body })).body).toEqual(timedOut);
});

test('of two answers at the same time to one handle exactly one counts', async () => {
  const service = await testRealm();
  const step = await service.call(startOf());
  const both = await Promise.all([
    service.call(here, { body: answered(step, 'demo', 'wrong') }),
    service.call(here, { body: answered(step, 'demo', 'Ch4ng31t!') }),
  ]);
  expect(both.map(({ body }) => body.message)).toEqual(['Login failure', 'Session has timed out']);
  const other = await service.call(startOf());
  const reversed = await Promise.all([
    service.call(here, { body: answered(other, 'demo', 'Ch4ng31t!') }),
    service.call(here, { body: answered(other, 'demo', 'wrong') }),
  ]);
  expect(reversed.map(({ status }) => status)).toEqual([200, 401]);
});

test('of two replicas that take the same handle exactly one issues a session that lives', async () => {
  let rendezvous: (() => void) | undefined;
  const service = await testRealm();
  const replica = await testRealm({
    stores: () => ({
      ...service.stores,
      executions: {
        ...service.stores.executions,
        // Held up between reading and writing, as a slower machine is.
        put: async (...args) => {
          await new Promise<void>((resolve) => {
            rendezvous = resolve;
          });
          return service.stores.executions.put(...args);
        },
      },
    }),
  });
  const step = await service.call(startOf());
  const slow = replica.call(here, { body: answered(step, 'demo', 'Ch4ng31t!') });
  await expect.poll(() => rendezvous).toBeDefined();
  const quick = await service.call(here, { body: { ...answered(step, 'demo', 'Ch4ng31t!'), other: true } });
  rendezvous?.();
  expect((await slow).body).toEqual(timedOut);
  const list = await service.call(
    'sessions?_queryFilter=username%20eq%20%22demo%22%20and%20realm%20eq%20%22%2F%22',
    {
      method: 'GET',
      headers: { iPlanetDirectoryPro: await administrator(service) },
    },
  );
  expect(quick.body.tokenId).toBeDefined();
  expect(list.body.result).toHaveLength(1);
});

async function administrator(service: Awaited<ReturnType<typeof testRealm>>): Promise<string> {
  const headers = { 'x-openam-username': 'amadmin', 'x-openam-password': 'administrator' };
  return (await service.call(startOf(), { headers })).body.tokenId;
}

const limited: BuiltJourney = {
  name: 'Login',
  nodes: {
    Page: {
      type: 'PageNode',
      children: { User: { type: 'UsernameCollectorNode' }, Password: { type: 'PasswordCollectorNode' } },
      to: { outcome: 'Check' },
    },
    Check: { type: 'DataStoreDecisionNode', to: { true: 'Success', false: 'Limit' } },
    Limit: {
      type: 'RetryLimitDecisionNode',
      config: { retryLimit: 2 },
      to: { Retry: 'Page', Reject: 'Failure' },
    },
  },
};

test('the limit of attempts holds under replay', async () => {
  const service = await testRealm({ journeys: [limited] });
  const first = await service.call(startOf());
  const wrong = (step: TestAnswer, guess: string) =>
    service.call(here, { body: answered(step, 'demo', guess) });
  const second = await wrong(first, 'guess 1');
  // Neither the handle of the first attempt nor guesses at the same time give a further one.
  const replays = await Promise.all(Array.from({ length: 5 }, (_, index) => wrong(first, `replay ${index}`)));
  expect(replays.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
  const thirds = await Promise.all([wrong(second, 'guess 2'), wrong(second, 'guess 3')]);
  expect(thirds.map(({ status }) => status)).toEqual([200, 401]);
  expect((await wrong(thirds[0], 'guess 4')).body.message).toBe('Login failure');
  expect((await wrong(await service.call(startOf()), 'guess 5')).status).toBe(200);
});

const recovery: BuiltJourney = {
  name: 'Login',
  nodes: {
    User: { type: 'UsernameCollectorNode', to: { outcome: 'Code' } },
    Code: {
      type: 'RecoveryCodeCollectorDecisionNode',
      config: { recoveryCodeType: 'PUSH' },
      to: { true: 'Success', false: 'Failure' },
    },
  },
};

test('a recovery code is used once, under replay and in two journeys at the same time', async () => {
  const service = await testRealm({ journeys: [recovery] });
  const { devices } = service.realms.find('/')?.services ?? {};
  const device = {
    uuid: 'u',
    deviceName: 'Phone',
    issuer: 'Acme',
    sharedSecret: 'c2VjcmV0',
    deviceMechanismUID: 'm',
    deviceId: 'd',
    deviceType: 'ios',
    communicationType: 'apns',
    communicationId: 'local:x',
    createdDate: 0,
    lastAccessDate: 0,
  };
  await devices?.savePush('demo', device, ['abcDEF1234', 'zyxWVU9876']);
  const toCode = async () => service.call(here, { body: answered(await service.call(startOf()), 'demo') });
  const [one, two, three] = [await toCode(), await toCode(), await toCode()];
  const both = await Promise.all(
    [one, two].map((step) => service.call(here, { body: answered(step, 'abcDEF1234') })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect((await service.call(here, { body: answered(three, 'abcDEF1234') })).status).toBe(401);
  expect((await service.call(here, { body: answered(await toCode(), 'zyxWVU9876') })).status).toBe(200);
});

test('an outage answers a bare 500, loses nothing and says why in the log alone', async () => {
  let isDown = false;
  const service = await testRealm({
    stores: (usual) => ({
      ...usual,
      users: {
        ...usual.users,
        get: async (key) => {
          if (isDown) throw new Error('disk on fire');
          return usual.users.get(key);
        },
      },
    }),
  });
  const step = await service.call(startOf());
  const body = answered(step, 'demo', 'Ch4ng31t!');
  isDown = true;
  const failed = await service.call(here, { body });
  expect(failed.status).toBe(500);
  expect(failed.body).toEqual({
    code: 500,
    reason: 'Internal Server Error',
    message: 'Internal Server Error',
  });
  expect(JSON.stringify(service.logged.at(-1))).toContain('disk on fire');
  expect(JSON.stringify(service.logged)).not.toContain('Ch4ng31t!');
  isDown = false;
  expect((await service.call(here, { body })).status).toBe(200);
});

test('keeps neither password nor session token readable at rest', async () => {
  const written: string[] = [];
  const slow: BuiltJourney = {
    name: 'Login',
    nodes: {
      ...limited.nodes,
      Page: { ...(limited.nodes.Page as object), type: 'PageNode', to: { outcome: 'Ask' } },
      Ask: { type: 'MessageNode', to: { true: 'Check', false: 'Failure' } },
    },
  };
  const service = await testRealm({
    journeys: [slow],
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
  const asks = await service.call(here, {
    body: answered(await service.call(startOf()), 'demo', 'Ch4ng31t!'),
  });
  const end = await service.call(here, { body: answered(asks, 0) });
  expect(end.body.tokenId).toBeDefined();
  expect(written).toHaveLength(3);
  expect(written.join()).not.toContain('Ch4ng31t!');
  expect(written.join()).not.toContain(end.body.tokenId);
});

test('answers the stray request without a body that a polling client still sends', async () => {
  const service = await testRealm();
  const step = await service.call(startOf());
  expect((await service.call('realms/root/authenticate')).body.callbacks).toHaveLength(2);
  expect((await service.call(here, { body: answered(step, 'demo', 'Ch4ng31t!') })).body).toHaveProperty(
    'tokenId',
  );
});
