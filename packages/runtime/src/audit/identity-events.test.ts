import type { JsonObject } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { configuredRealm } from '../realm-config/realm-config.builder.ts';
import { answered, startOf } from '../test-realm.builder.ts';
import { keptAudit } from './audit-sink.builder.ts';

const transaction = { 'x-forgerock-transactionid': 'tx-1' };

async function auditedRealm() {
  const audit = keptAudit();
  const realm = await configuredRealm({ audit });
  const changes = (): readonly JsonObject[] => audit.of('activity', 'AM-IDENTITY-CHANGE');
  return { ...realm, audit, changes };
}

test('tells who has made, changed and deleted whom, and names what was set', async () => {
  const { ask, changes } = await auditedRealm();
  const babs = { username: 'babs', userpassword: 'Secr3t!Secr3t!', mail: 'babs@example.com' };
  expect((await ask('POST', 'users?_action=create', babs, transaction)).status).toBe(201);
  const change = { inetUserStatus: 'Inactive', telephoneNumber: '+44 1632 960001' };
  expect((await ask('PUT', 'users/BABS', change, transaction)).status).toBe(200);
  expect((await ask('DELETE', 'users/babs', undefined, transaction)).status).toBe(200);
  const common = {
    _id: expect.any(String),
    timestamp: '2026-01-02T03:04:05.000Z',
    eventName: 'AM-IDENTITY-CHANGE',
    realm: '/',
    component: 'Users',
    transactionId: 'tx-1',
    trackingIds: [expect.any(String)],
    userId: 'id=amadmin,ou=user,ou=am-config',
    runAs: 'id=amadmin,ou=user,ou=am-config',
    objectId: 'id=babs,ou=user,ou=services,ou=am-config',
  };
  expect(changes()).toEqual([
    { ...common, operation: 'CREATE', changedFields: ['userPassword', 'mail'] },
    { ...common, operation: 'UPDATE', changedFields: ['inetUserStatus', 'telephoneNumber'] },
    { ...common, operation: 'DELETE', changedFields: [] },
  ]);
  const text = JSON.stringify(changes());
  for (const value of ['Secr3t', 'babs@example.com', '1632']) expect(text).not.toContain(value);
});

test('tells that somebody has changed the password, and not that it could not be', async () => {
  const { service, token, changes } = await auditedRealm();
  const headers = { iPlanetDirectoryPro: await token('demo') };
  const change = (currentpassword: string) =>
    service.call('users/demo?_action=changePassword', {
      headers,
      body: { currentpassword, userpassword: 'Secr3t!Secr3t!' },
    });
  expect((await change('wrong')).status).toBe(400);
  expect(changes()).toEqual([]);
  expect((await change('Ch4ng31t!')).status).toBe(200);
  const demo = 'id=demo,ou=user,ou=services,ou=am-config';
  expect(changes()).toMatchObject([
    { operation: 'UPDATE', objectId: demo, runAs: demo, changedFields: ['userPassword'] },
  ]);
});

test('tells nothing of what has not come about', async () => {
  const { ask, changes } = await auditedRealm();
  await ask('POST', 'users?_action=create', { username: 'demo' });
  await ask('PUT', 'users/nobody', { mail: 'x@example.com' });
  await ask('PUT', 'users/demo', { mail: 'x@example.com' }, { 'if-match': '"99"' });
  await ask('DELETE', 'users/nobody');
  expect(changes()).toEqual([]);
});

test('tells what a journey changes, under the transaction of the request that did', async () => {
  const audit = keptAudit();
  const { service } = await configuredRealm({
    audit,
    journeys: [
      {
        name: 'Lock',
        nodes: {
          Name: { type: 'UsernameCollectorNode', to: { outcome: 'Lock' } },
          Lock: { type: 'AccountLockoutNode', config: { lockAction: 'LOCK' }, to: { outcome: 'Failure' } },
        },
      },
    ],
  });
  const step = await service.call(startOf('Lock'));
  await service.call('realms/root/authenticate', { headers: transaction, body: answered(step, 'demo') });
  expect(audit.of('activity', 'AM-IDENTITY-CHANGE')).toMatchObject([
    {
      transactionId: 'tx-1',
      trackingIds: [],
      objectId: 'id=demo,ou=user,ou=services,ou=am-config',
      operation: 'UPDATE',
      changedFields: ['inetUserStatus'],
    },
  ]);
});
