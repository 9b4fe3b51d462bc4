import { expect, test } from 'vitest';
import type { BuiltJourney } from '../../../node-schemas/src/journey/journey-export.builder.ts';
import { answered, startOf, type TestAnswer, testRealm } from '../test-realm.builder.ts';
import { keptAudit } from './audit-sink.builder.ts';

const demoId = 'id=demo,ou=user,ou=services,ou=am-config';
const uuidAndNumber = expect.stringMatching(/^[\da-f-]{36}-\d+$/);

async function audited(journeys?: readonly BuiltJourney[]) {
  const audit = keptAudit();
  const service = await testRealm({ audit, ...(journeys && { journeys }) });
  const headers = { 'x-forgerock-transactionid': 'tx-1' };
  async function signIn(password: string): Promise<TestAnswer> {
    const step = await service.call(startOf(), { headers });
    return service.call('realms/root/authenticate', { headers, body: answered(step, 'demo', password) });
  }
  return { service, audit, headers, signIn };
}

test('has the events of a sign-in, with the fields of AM', async () => {
  const { audit, signIn } = await audited();
  await signIn('Ch4ng31t!');
  const [started, user, password, page, check, tree, chain, ...others] = audit.of('authentication');
  const common = {
    _id: uuidAndNumber,
    timestamp: '2026-01-02T03:04:05.000Z',
    realm: '/',
    transactionId: 'tx-1',
    component: 'Authentication',
    trackingIds: [expect.any(String)],
  };
  expect(started).toEqual({
    ...common,
    eventName: 'AM-TREE-LOGIN-STARTED',
    entries: [{ info: { treeName: 'Login' } }],
  });
  expect([user, password, page]).toMatchObject([
    { entries: [{ info: { nodeId: 'User', nodeOutcome: 'outcome' } }] },
    { entries: [{ info: { nodeId: 'Password', nodeOutcome: 'outcome' } }] },
    { entries: [{ info: { nodeId: 'Page', nodeOutcome: 'outcome' } }] },
  ]);
  expect(check).toEqual({
    ...common,
    eventName: 'AM-NODE-LOGIN-COMPLETED',
    principal: ['demo'],
    entries: [
      {
        info: {
          nodeOutcome: 'true',
          treeName: 'Login',
          displayName: 'Check',
          nodeType: 'DataStoreDecisionNode',
          nodeId: 'Check',
          authLevel: '0',
        },
      },
    ],
  });
  const session = uuidAndNumber;
  const ended = {
    ...common,
    userId: demoId,
    principal: ['demo'],
    result: 'SUCCESSFUL',
    trackingIds: [expect.any(String), session],
  };
  expect(tree).toEqual({
    ...ended,
    eventName: 'AM-TREE-LOGIN-COMPLETED',
    entries: [{ info: { treeName: 'Login', authLevel: '0', ipAddress: 'unknown' } }],
  });
  expect(chain).toEqual({
    ...ended,
    eventName: 'AM-LOGIN-COMPLETED',
    entries: [{ moduleId: 'Login', info: { authIndex: 'service', authLevel: '0', ipAddress: 'unknown' } }],
  });
  expect(others).toEqual([]);
  expect(audit.of('activity')).toEqual([
    {
      ...common,
      eventName: 'AM-SESSION-CREATED',
      component: 'Session',
      userId: demoId,
      runAs: demoId,
      objectId: session,
      trackingIds: [session],
      operation: 'CREATE',
    },
  ]);
});

test('tells runs and events apart, and holds those of one run together', async () => {
  const { audit, signIn } = await audited();
  await signIn('Ch4ng31t!');
  await signIn('Ch4ng31t!');
  const events = audit.of('authentication');
  expect(new Set(events.map(({ _id }) => _id)).size).toBe(events.length);
  expect(new Set(events.map(({ trackingIds }) => (trackingIds as string[])[0])).size).toBe(2);
});

test('has the end of a sign-in that failed, with why', async () => {
  const { audit, signIn } = await audited();
  await signIn('wrong');
  const info = { authLevel: '0', ipAddress: 'unknown', failureReason: 'LOGIN_FAILED' };
  expect(audit.of('authentication').slice(-2)).toMatchObject([
    {
      eventName: 'AM-TREE-LOGIN-COMPLETED',
      result: 'FAILED',
      principal: ['demo'],
      entries: [{ info: { treeName: 'Login', ...info } }],
    },
    {
      eventName: 'AM-LOGIN-COMPLETED',
      result: 'FAILED',
      entries: [{ moduleId: 'Login', info: { authIndex: 'service', ...info } }],
    },
  ]);
  expect(audit.of('activity')).toEqual([]);
});

test('says that an account is locked', async () => {
  const { audit, service, signIn } = await audited();
  await service.realms.find('/')?.services.directory.setActive('demo', false);
  await signIn('Ch4ng31t!');
  expect(audit.of('authentication', 'AM-TREE-LOGIN-COMPLETED')).toMatchObject([
    { entries: [{ info: { failureReason: 'LOCKED_OUT' } }] },
  ]);
});

test('has the exception of a journey that cannot go on', async () => {
  const { audit, service } = await audited([
    {
      name: 'Login',
      nodes: {
        Lock: { type: 'AccountLockoutNode', config: { lockAction: 'LOCK' }, to: { outcome: 'Success' } },
      },
    },
  ]);
  await service.call(startOf());
  expect(audit.of('authentication', 'AM-TREE-LOGIN-COMPLETED')).toMatchObject([
    { result: 'FAILED', exception: 'An exception occurred during the authentication process' },
  ]);
});

test('has what a node adds', async () => {
  const retry = {
    type: 'RetryLimitDecisionNode',
    config: { retryLimit: 1, incrementUserAttributeOnFailure: false },
  };
  const { audit, service } = await audited([
    { name: 'Login', nodes: { Limit: { ...retry, to: { Retry: 'Failure', Reject: 'Failure' } } } },
  ]);
  await service.call(startOf());
  expect(audit.of('authentication', 'AM-NODE-LOGIN-COMPLETED')).toMatchObject([
    { entries: [{ info: { nodeId: 'Limit', nodeExtraLogging: { retryCount: '0' } } }] },
  ]);
});

test('has what a user does who logs out', async () => {
  const { audit, service, headers, signIn } = await audited();
  const { body } = await signIn('Ch4ng31t!');
  const session = (audit.of('activity')[0] as { objectId: string }).objectId;
  const own = { ...headers, iPlanetDirectoryPro: body.tokenId };
  await service.call('realms/root/sessions?_action=logout', { headers: own });
  await service.call('realms/root/sessions?_action=logout', { headers: own });
  expect(audit.of('authentication', 'AM-LOGOUT')).toEqual([
    {
      _id: uuidAndNumber,
      timestamp: '2026-01-02T03:04:05.000Z',
      eventName: 'AM-LOGOUT',
      realm: '/',
      transactionId: 'tx-1',
      component: 'Authentication',
      trackingIds: [session],
      userId: demoId,
      principal: ['demo'],
      result: 'SUCCESSFUL',
    },
  ]);
  expect(audit.of('activity', 'AM-SESSION-LOGGED_OUT')).toMatchObject([
    { objectId: session, operation: 'DELETE' },
  ]);
});
