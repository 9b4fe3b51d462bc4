import { expect, test } from 'vitest';
import type { BuiltJourney } from '../../../node-schemas/src/journey/journey-export.builder.ts';
import {
  answered,
  login,
  question,
  startOf,
  type TestAnswer,
  type TestRealm,
  testRealm,
} from '../test-realm.builder.ts';

const loginPath = 'Login/Login.journey.json';

/** Asks as the administrator. */
async function administrator(service: TestRealm): Promise<(address: string) => Promise<TestAnswer>> {
  const headers = { 'x-openam-username': 'amadmin', 'x-openam-password': 'administrator' };
  const { body } = await service.call('realms/root/authenticate', { headers });
  return (address) =>
    service.call(address, { method: 'GET', headers: { iPlanetDirectoryPro: body.tokenId } });
}

async function signIn(
  service: TestRealm,
  password = 'Ch4ng31t!',
  transactionId = 'tx-1',
): Promise<TestAnswer> {
  const headers = { 'x-forgerock-transactionid': transactionId };
  const step = await service.call(startOf('Login'), { headers });
  return service.call('realms/root/authenticate', { headers, body: answered(step, 'demo', password) });
}

async function onlyTrace(ask: (address: string) => Promise<TestAnswer>, query: string) {
  const { body } = await ask(`realms/root/traces?${query}`);
  expect(body.result).toHaveLength(1);
  return (await ask(`realms/root/traces/${body.result[0]._id}`)).body;
}

test('has each node that a sign-in has passed', async () => {
  const service = await testRealm();
  const ask = await administrator(service);
  await signIn(service);
  const trace = await onlyTrace(ask, 'journey=Login');
  expect(trace).toMatchObject({
    realm: '/',
    journey: 'Login',
    status: 'succeeded',
    user: 'demo',
    transactionIds: ['tx-1'],
    sessionHandle: expect.stringMatching(/^shandle:/),
    startedAt: '2026-01-02T03:04:05.000Z',
    skipped: 0,
  });
  const steps = trace.steps.map((step: { nodeId: string; result: object }) => [step.nodeId, step.result]);
  const callbacks = { callbacks: ['NameCallback', 'PasswordCallback'], bytes: expect.any(Number) };
  expect(steps).toEqual([
    ['User', { type: 'waits', callbacks: ['NameCallback'], bytes: expect.any(Number) }],
    ['Password', { type: 'waits', callbacks: ['PasswordCallback'], bytes: expect.any(Number) }],
    ['Page', { type: 'waits', ...callbacks }],
    ['User', { type: 'leaves', outcome: 'outcome' }],
    ['Password', { type: 'leaves', outcome: 'outcome' }],
    ['Page', { type: 'leaves', outcome: 'outcome' }],
    ['Check', { type: 'leaves', outcome: 'true' }],
  ]);
  expect(trace.steps[0]).toMatchObject({
    at: '2026-01-02T03:04:05.000Z',
    path: ['Login'],
    page: 'Page',
    nodeType: 'UsernameCollectorNode',
    tookMs: expect.any(Number),
    stateBytes: expect.any(Number),
  });
});

test('is found by user, transaction, session and journey', async () => {
  const service = await testRealm({ journeys: [login, question] });
  const ask = await administrator(service);
  const { body } = await signIn(service, 'Ch4ng31t!', 'right');
  await signIn(service, 'wrong', 'wrong');
  await service.call(startOf('Question'));
  const { sessionHandle } = await onlyTrace(ask, 'transactionId=right');
  expect(body.tokenId).toBeDefined();
  expect(await onlyTrace(ask, `sessionHandle=${sessionHandle}`)).toMatchObject({ status: 'succeeded' });
  expect(await onlyTrace(ask, 'user=DEMO&transactionId=wrong')).toMatchObject({ status: 'failed' });
  expect(await onlyTrace(ask, 'journey=Question')).toMatchObject({ status: 'waiting' });
  expect((await ask('realms/root/traces?user=nobody')).body.result).toEqual([]);
});

test('comes in pages, newest first', async () => {
  const service = await testRealm({ journeys: [question] });
  const ask = await administrator(service);
  for (const id of ['first', 'second', 'third']) {
    service.clock.nowMs += 7 * 60_000;
    await service.call(startOf('Question'), { headers: { 'x-forgerock-transactionid': id } });
  }
  const query = 'realms/root/traces?journey=Question&_pageSize=2';
  const page = (await ask(query)).body;
  const ids = (body: typeof page) =>
    body.result.flatMap(({ transactionIds }: { transactionIds: string[] }) => transactionIds);
  expect(ids(page)).toEqual(['third', 'second']);
  const rest = (await ask(`${query}&_pagedResultsCookie=${page.pagedResultsCookie}`)).body;
  expect(ids(rest)).toEqual(['first']);
  expect(rest.pagedResultsCookie).toBeNull();
});

test('tells a run that was abandoned from one that waits', async () => {
  const service = await testRealm({ journeys: [question] });
  await service.call(startOf('Question'));
  service.clock.nowMs += 6 * 60_000;
  expect(await onlyTrace(await administrator(service), 'journey=Question')).toMatchObject({
    status: 'abandoned',
    startedAt: '2026-01-02T03:04:05.000Z',
    latestAt: '2026-01-02T03:04:05.000Z',
  });
});

test('says where a run broke', async () => {
  const nodes: BuiltJourney['nodes'] = {
    Lock: { type: 'AccountLockoutNode', config: { lockAction: 'LOCK' }, to: { outcome: 'Success' } },
  };
  const service = await testRealm({ journeys: [{ name: 'Broken', nodes }] });
  await service.call(startOf('Broken'));
  const trace = await onlyTrace(await administrator(service), 'journey=Broken');
  expect(trace).toMatchObject({
    status: 'broken',
    steps: [{ nodeId: 'Lock', result: { type: 'breaks', message: expect.any(String) } }],
  });
});

test('is one step however often a client that waits comes back', async () => {
  const nodes: BuiltJourney['nodes'] = {
    Wait: {
      type: 'PollingWaitNode',
      config: { secondsToWait: 60 },
      to: { DONE: 'Failure', EXITED: 'Failure' },
    },
  };
  const service = await testRealm({ journeys: [{ name: 'Waiting', nodes }] });
  const ask = await administrator(service);
  let step = await service.call(startOf('Waiting'));
  for (let polls = 0; polls < 3; polls += 1) {
    step = await service.call('realms/root/authenticate', { body: answered(step) });
    await ask('realms/root/traces');
  }
  const { steps } = await onlyTrace(ask, 'journey=Waiting');
  expect(steps).toMatchObject([{ nodeId: 'Wait', result: { type: 'waits', times: 4 } }]);
});

test('shows the journey as it was when it ran, though it has changed and gone since', async () => {
  const service = await testRealm();
  const ask = await administrator(service);
  await signIn(service);
  const trace = await onlyTrace(ask, 'journey=Login');
  const { _id } = trace;
  const before = (await ask(`realms/root/traces/${_id}/journey`)).body;
  expect(before).toEqual({
    _id,
    journeys: [{ name: 'Login', revision: trace.steps[0].revision, file: expect.any(String), layout: null }],
  });
  await service.write(loginPath, { ...JSON.parse(before.journeys[0].file), meta: {} });
  await signIn(service, 'Ch4ng31t!', 'tx-2');
  const later = await onlyTrace(ask, 'transactionId=tx-2');
  expect(later.steps[0].revision).not.toBe(trace.steps[0].revision);
  await service.remove('Login');
  expect((await ask(`realms/root/traces/${_id}/journey`)).body).toEqual(before);
  expect((await onlyTrace(ask, 'transactionId=tx-1')).steps).toEqual(trace.steps);
});

test('is for administrators of that realm alone', async () => {
  const service = await testRealm({ realms: { alpha: {} } });
  const ask = await administrator(service);
  const { body } = await signIn(service);
  const { _id } = await onlyTrace(ask, 'journey=Login');
  const asDemo = { method: 'GET', headers: { iPlanetDirectoryPro: body.tokenId } };
  for (const address of ['', `/${_id}`, `/${_id}/journey`]) {
    expect((await service.call(`realms/root/traces${address}`, { method: 'GET' })).status).toBe(401);
    expect((await service.call(`realms/root/traces${address}`, asDemo)).status).toBe(403);
  }
  expect((await ask('realms/root/realms/alpha/traces')).body.result).toEqual([]);
  expect(await ask(`realms/root/realms/alpha/traces/${_id}`)).toMatchObject({
    status: 404,
    body: { message: `There is no trace ${_id}, or it is no longer kept.` },
  });
});

test('says that traces are switched off', async () => {
  const service = await testRealm({ settings: { traceHours: 0 } });
  await signIn(service);
  expect(await (await administrator(service))('realms/root/traces')).toMatchObject({
    status: 404,
    body: { message: 'Traces are switched off: JOURNEYMAN_TRACE_HOURS is 0.' },
  });
});
