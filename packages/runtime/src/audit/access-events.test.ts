import { expect, test } from 'vitest';
import { startOf, testRealm } from '../test-realm.builder.ts';
import { keptAudit } from './audit-sink.builder.ts';

const uuidAndNumber = expect.stringMatching(/^[\da-f-]{36}-\d+$/);

test('has what was tried and what came of it, with the fields of AM', async () => {
  const audit = keptAudit();
  const service = await testRealm({ audit, realms: { alpha: {} } });
  const headers = {
    'x-forgerock-transactionid': 'tx-1',
    'user-agent': 'test',
    'x-openam-username': 'demo',
    'x-openam-password': 'Ch4ng31t!',
    cookie: 'iPlanetDirectoryPro=secret',
    authorization: 'Bearer secret',
  };
  await service.call('realms/root/realms/alpha/authenticate?_action=x&password=secret', { headers });
  const [attempt, outcome, ...others] = audit.of('access');
  const common = {
    _id: uuidAndNumber,
    timestamp: '2026-01-02T03:04:05.000Z',
    realm: '/alpha',
    transactionId: 'tx-1',
    component: 'Authentication',
    trackingIds: [],
    client: { ip: 'unknown' },
    request: { protocol: 'CREST', operation: 'ACTION', detail: { action: 'x' } },
    http: {
      request: {
        secure: false,
        method: 'POST',
        path: 'http://login.example.com/am/json/realms/root/realms/alpha/authenticate',
        queryParameters: { _action: ['x'] },
        headers: { 'user-agent': ['test'], 'x-forgerock-transactionid': ['tx-1'] },
        cookies: {},
      },
    },
  };
  expect(attempt).toEqual({ ...common, eventName: 'AM-ACCESS-ATTEMPT' });
  expect(outcome).toEqual({
    ...common,
    eventName: 'AM-ACCESS-OUTCOME',
    response: {
      status: 'SUCCESSFUL',
      statusCode: '200',
      elapsedTime: expect.any(Number),
      elapsedTimeUnits: 'MILLISECONDS',
    },
  });
  expect(others).toEqual([]);
});

test('names whose session a request brings, and why it failed', async () => {
  const audit = keptAudit();
  const service = await testRealm({ audit });
  const headers = { 'x-openam-username': 'demo', 'x-openam-password': 'Ch4ng31t!' };
  const { body } = await service.call(startOf(), { headers });
  const own = { iPlanetDirectoryPro: body.tokenId };
  await service.call('users/amadmin', { method: 'GET', headers: own });
  expect(audit.of('access').at(-1)).toMatchObject({
    userId: 'id=demo,ou=user,ou=services,ou=am-config',
    trackingIds: [uuidAndNumber],
    component: 'Users',
    request: { operation: 'READ' },
    response: { status: 'FAILED', statusCode: '403', detail: { reason: 'Forbidden' } },
  });
});

test.each([
  ['GET', 'users?_queryFilter=true', 'QUERY'],
  ['PUT', 'users/demo', 'UPDATE'],
  ['PATCH', 'users/demo', 'PATCH'],
  ['DELETE', 'users/demo', 'DELETE'],
  ['POST', 'users?_action=create', 'CREATE'],
])('calls %s %s what CREST calls it', async (method, address, operation) => {
  const audit = keptAudit();
  const service = await testRealm({ audit });
  await service.call(address, { method });
  expect(audit.of('access', 'AM-ACCESS-ATTEMPT')).toMatchObject([{ request: { operation } }]);
});

test('gives a request without a transaction id one of its own, and takes no nonsense for one', async () => {
  const audit = keptAudit();
  const service = await testRealm({ audit });
  for (const id of ['', 'a b', 'x'.repeat(200)]) {
    await service.call('version', { method: 'GET', headers: { 'x-forgerock-transactionid': id } });
  }
  const ids = audit.of('access').map(({ transactionId }) => transactionId);
  expect(ids).toEqual(ids.map(() => uuidAndNumber));
  expect(new Set(ids).size).toBe(3);
});

test('hides what may be a token in a path', async () => {
  const audit = keptAudit();
  const service = await testRealm({ audit });
  const token = 'AQIC5wM2LY4SfczntBcXbmnUFPiu9WzJ0zrZQ-y2zSvAcMA.*AAJTSQACMDE.*';
  await service.call(`sessions/${token}?_action=logout`);
  expect(audit.of('access')).toMatchObject([
    { http: { request: { path: 'http://login.example.com/am/json/sessions/***' } } },
    { response: { statusCode: '404' } },
  ]);
});

test('takes an address that cannot be decoded as it stands', async () => {
  const audit = keptAudit();
  const service = await testRealm({ audit, settings: { contextPath: '' } });
  const response = await service.app.request('/json/%');
  expect(response.status).toBe(404);
  expect(audit.of('access')).toMatchObject([{ realm: '%' }, { response: { statusCode: '404' } }]);
});
