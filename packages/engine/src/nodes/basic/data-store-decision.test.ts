import { dataStoreDecisionNode } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { goTo } from '../../behaviour.ts';
import { nodeRun } from '../node-run.builder.ts';
import { dataStoreDecision } from './data-store-decision.ts';

const type = dataStoreDecisionNode;
const unreachable = {
  directory: { authenticate: () => Promise.reject(new Error('The store is out of reach')) },
};

test('identifies the user by the right password and leaves the state as it is', async () => {
  const { run, state } = nodeRun({
    type,
    shared: { username: 'demo' },
    transient: { password: 'Ch4ng31t!' },
  });
  expect(await dataStoreDecision(run)).toEqual(goTo('true', { identified: 'demo' }));
  expect(state).toEqual({ shared: { username: 'demo' }, transient: { password: 'Ch4ng31t!' }, secure: {} });
});

test('takes the password that was kept from an earlier request', async () => {
  const { run } = nodeRun({ type, shared: { username: 'demo' }, secure: { password: 'Ch4ng31t!' } });
  expect(await dataStoreDecision(run)).toEqual(goTo('true', { identified: 'demo' }));
});

test.each([
  { what: 'a wrong password', username: 'demo', password: 'guess' },
  { what: 'a name that nobody has', username: 'nobody', password: 'Ch4ng31t!' },
])('goes by false for $what and identifies nobody', async ({ username, password }) => {
  const { run } = nodeRun({ type, shared: { username }, transient: { password } });
  expect(await dataStoreDecision(run)).toEqual(goTo('false'));
});

test.each([
  { what: 'a blank password', shared: { username: 'demo' }, transient: { password: '  ' } },
  { what: 'a blank user name', shared: { username: '' }, transient: { password: 'Ch4ng31t!' } },
  { what: 'no user name', shared: {}, transient: { password: 'Ch4ng31t!' } },
])('goes by false for $what without asking the store', async ({ shared, transient }) => {
  const { run } = nodeRun({ type, shared, transient, services: unreachable });
  expect(await dataStoreDecision(run)).toEqual(goTo('false'));
});

test('fails where no node has collected a password', async () => {
  const { run } = nodeRun({ type, shared: { username: 'demo' } });
  await expect(dataStoreDecision(run)).rejects.toMatchObject({
    code: 'node-failed',
    message: 'Unable to authenticate',
  });
});

test.each([
  { status: 'mustChange', means: 'true', result: goTo('true', { identified: 'demo' }) },
  { status: 'expired', means: 'false', result: goTo('false') },
] as const)('goes by $means for a right password that is $status', async ({ status, result }) => {
  const { run } = nodeRun({
    type,
    people: [{ username: 'demo', password: 'Ch4ng31t!', passwordStatus: status }],
    shared: { username: 'demo' },
    transient: { password: 'Ch4ng31t!' },
  });
  expect(await dataStoreDecision(run)).toEqual(result);
});

test('lets an outage of the store through', async () => {
  const { run } = nodeRun({
    type,
    shared: { username: 'demo' },
    transient: { password: 'Ch4ng31t!' },
    services: unreachable,
  });
  await expect(dataStoreDecision(run)).rejects.toThrow('The store is out of reach');
});
