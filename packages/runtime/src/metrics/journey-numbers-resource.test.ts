import { expect, test } from 'vitest';
import {
  answered,
  login,
  question,
  startOf,
  type TestAnswer,
  type TestRealm,
  testRealm,
} from '../test-realm.builder.ts';

const minute = 60_000;

async function numbersOf(service: TestRealm, journey: string): Promise<TestAnswer> {
  const headers = { 'x-openam-username': 'amadmin', 'x-openam-password': 'administrator' };
  const { body } = await service.call('authenticate', { headers });
  const own = { iPlanetDirectoryPro: body.tokenId };
  return service.call(`journey-numbers/${journey}`, { method: 'GET', headers: own });
}

async function signIn(service: TestRealm, thinkingMs: number, password = 'Ch4ng31t!'): Promise<void> {
  const step = await service.call(startOf());
  service.clock.nowMs += thinkingMs;
  await service.call('authenticate', { body: answered(step, 'demo', password) });
}

test('says how many left each node by which outcome, and what people took', async () => {
  const service = await testRealm();
  for (const seconds of [10, 20, 60]) await signIn(service, seconds * 1000);
  await signIn(service, 20_000, 'wrong');
  const { body } = await numbersOf(service, 'Login');
  expect(body).toMatchObject({ _id: 'Login', started: 4, succeeded: 3, failed: 1, abandoned: 0 });
  expect(Date.parse(body.until) - Date.parse(body.from)).toBe(60 * minute);
  const { Page, Check, User } = body.nodes;
  expect(Page).toMatchObject({ outcomes: { outcome: 4 }, stopped: 0 });
  expect(Math.abs(Page.tookMs.median - 20_000)).toBeLessThan(1000);
  expect(Math.abs(Page.tookMs.p95 - 60_000)).toBeLessThan(3000);
  expect(Check).toMatchObject({ outcomes: { true: 3, false: 1 }, stopped: 0 });
  // The time of a node in a page is the page's.
  expect(User).toEqual({ outcomes: { outcome: 4 }, stopped: 0, tookMs: null });
});

test('counts who stops, and where', async () => {
  const service = await testRealm({ journeys: [question] });
  await service.call(startOf('Question'));
  service.clock.nowMs += 4 * minute;
  expect((await numbersOf(service, 'Question')).body).toMatchObject({ started: 1, abandoned: 0 });
  service.clock.nowMs += 2 * minute;
  expect((await numbersOf(service, 'Question')).body).toMatchObject({
    abandoned: 1,
    nodes: { Ask: { outcomes: {}, stopped: 1, tookMs: null } },
  });
});

test('takes the time at a node from arriving there to leaving, however often the client comes back', async () => {
  const wait = { type: 'PollingWaitNode', config: { secondsToWait: 8 } };
  const nodes = { Wait: { ...wait, to: { DONE: 'Failure', EXITED: 'Failure' } } };
  const service = await testRealm({ journeys: [{ name: 'Waiting', nodes }] });
  let step = await service.call(startOf('Waiting'));
  for (let polls = 0; polls < 3; polls += 1) {
    service.clock.nowMs += 3000;
    step = await service.call('authenticate', { body: answered(step) });
  }
  const { Wait } = (await numbersOf(service, 'Waiting')).body.nodes;
  expect(Wait.outcomes).toEqual({ DONE: 1 });
  expect(Math.abs(Wait.tookMs.median - 9000)).toBeLessThan(500);
});

test('knows an inner journey by its own name', async () => {
  const outer = {
    name: 'Outer',
    nodes: {
      Inner: {
        type: 'InnerTreeEvaluatorNode',
        config: { tree: 'Question' },
        to: { true: 'Success', false: 'Failure' },
      },
    },
  };
  const service = await testRealm({ journeys: [question, outer] });
  const step = await service.call(startOf('Outer'));
  await service.call('authenticate', { body: answered(step, 1) });
  expect((await numbersOf(service, 'Question')).body).toMatchObject({
    started: 0,
    nodes: { Ask: { outcomes: { false: 1 } } },
  });
  expect((await numbersOf(service, 'Outer')).body).toMatchObject({
    started: 1,
    nodes: { Inner: { outcomes: { false: 1 } } },
  });
});

test('forgets what is older than an hour', async () => {
  const service = await testRealm({ journeys: [login] });
  await signIn(service, 1000);
  service.clock.nowMs += 30 * minute;
  await signIn(service, 1000);
  service.clock.nowMs += 31 * minute;
  expect((await numbersOf(service, 'Login')).body).toMatchObject({
    started: 1,
    nodes: { Check: { outcomes: { true: 1 } } },
  });
});

test('is for administrators', async () => {
  const service = await testRealm();
  expect((await service.call('journey-numbers/Login', { method: 'GET' })).status).toBe(401);
});
