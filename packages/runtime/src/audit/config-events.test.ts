import { expect, test } from 'vitest';
import { configuredRealm, trees } from '../realm-config/realm-config.builder.ts';
import { administratorName } from '../realms/realm.ts';
import { keptAudit } from './audit-sink.builder.ts';

async function auditedRealm() {
  const audit = keptAudit();
  const realm = await configuredRealm({ audit });
  const told = () =>
    audit.of('config').map(({ operation, objectId }) => `${String(operation)} ${String(objectId)}`);
  return { ...realm, audit, told };
}

test('tells who has changed what, with the fields of AM and without a value', async () => {
  const { ask, audit } = await auditedRealm();
  const secret = { accessKey: 'AKIA-1', secret: 'sns-secret', region: 'eu-west-1' };
  const address = 'realm-config/services/pushNotification';
  expect((await ask('PUT', address, secret, { 'x-forgerock-transactionid': 'tx-1' })).status).toBe(200);
  expect(audit.of('config')).toEqual([
    {
      _id: expect.any(String),
      timestamp: '2026-01-02T03:04:05.000Z',
      eventName: 'AM-CONFIG-CHANGE',
      realm: '/',
      component: 'Config',
      transactionId: 'tx-1',
      trackingIds: [expect.any(String)],
      userId: 'id=amadmin,ou=user,ou=am-config',
      runAs: 'id=amadmin,ou=user,ou=am-config',
      objectId: address,
      operation: 'UPDATE',
    },
  ]);
});

test('names trees, nodes, scripts and services by their addresses, also what the server has named itself', async () => {
  const { ask, told } = await auditedRealm();
  const script = {
    name: 'Decide',
    script: '',
    language: 'JAVASCRIPT',
    context: 'AUTHENTICATION_TREE_DECISION_NODE',
  };
  const made = await ask('POST', 'scripts?_action=create', script);
  expect(made.status).toBe(201);
  const id = made.body._id;
  const cloned = await ask('POST', `${trees}/trees/Login?_action=clone`, { newId: 'Copy' });
  expect(cloned.status).toBe(201);
  expect(cloned.headers.get('location')).toMatch(/\/trees\/Copy$/);
  const { _rev, ...login } = (await ask('GET', `${trees}/trees/Login`)).body;
  expect((await ask('PUT', `${trees}/trees/Login`, login)).status).toBe(200);
  expect((await ask('DELETE', `${trees}/trees/Copy`)).status).toBe(200);
  expect((await ask('DELETE', `scripts/${id}`)).status).toBe(200);
  expect(told()).toEqual([
    `CREATE scripts/${id}`,
    `CREATE ${trees}/trees/Copy`,
    `UPDATE ${trees}/trees/Login`,
    `DELETE ${trees}/trees/Copy`,
    `DELETE scripts/${id}`,
  ]);
});

test('tells what the designer saves, renames and deletes', async () => {
  const { service, token, told } = await auditedRealm();
  const headers = { iPlanetDirectoryPro: await token(administratorName) };
  const at = (address: string, method: string, more: object, body?: object) =>
    service.call(`realms/root/journey-files${address.startsWith('?') ? '' : '/'}${address}`, {
      method,
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { body }),
    });
  const { file, layout } = (await at('Login', 'GET', {})).body;
  const anyRevision = { 'if-match': '*' };
  expect((await at('Login', 'PUT', anyRevision, { file, layout })).status).toBe(200);
  expect((await at('Login?_action=rename', 'POST', anyRevision, { newName: 'Again' })).status).toBe(200);
  const policy = { text: '{ "journeys": {} }' };
  expect((await at('?_action=savePolicy', 'POST', { 'if-none-match': '*' }, policy)).status).toBe(201);
  expect((await at('Again', 'DELETE', anyRevision)).status).toBe(200);
  expect(told()).toEqual([
    'UPDATE journey-files/Login',
    'UPDATE journey-files/Login',
    'CREATE journey-files',
    'DELETE journey-files/Again',
  ]);
});

test('tells nothing of requests that only ask, or that are refused', async () => {
  const { ask, service, told } = await auditedRealm();
  await ask('GET', `${trees}/trees/Login`);
  await ask('POST', `${trees}/nodes?_action=getAllTypes`);
  await ask('PUT', 'realm-config/services/pushNotification', { mdDuration: -1 });
  await ask('DELETE', `${trees}/trees/Nowhere`);
  await service.call(`realms/root/${trees}/trees/Login`, { method: 'DELETE' });
  expect(told()).toEqual([]);
});
