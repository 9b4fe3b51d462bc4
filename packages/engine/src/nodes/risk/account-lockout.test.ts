import { accountLockoutNode } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { goTo } from '../../behaviour.ts';
import { nodeRun } from '../node-run.builder.ts';
import { accountLockout } from './account-lockout.ts';

const type = accountLockoutNode;

test('locks the account', async () => {
  const { run, world } = nodeRun({ type, shared: { username: 'demo' } });
  expect(await accountLockout(run)).toEqual(goTo('outcome'));
  expect(world.people.get('demo')?.active).toBe(false);
});

test('unlocks the account', async () => {
  const { run, world } = nodeRun({
    type,
    config: { lockAction: 'UNLOCK' },
    people: [{ username: 'demo', active: false }],
    shared: { username: 'demo' },
  });
  expect(await accountLockout(run)).toEqual(goTo('outcome'));
  expect(world.people.get('demo')?.active).toBe(true);
});

test('fails without a user name', async () => {
  const { run } = nodeRun({ type });
  await expect(accountLockout(run)).rejects.toThrow('Could not get a valid username from the context');
});

test('fails for a user name that nobody has', async () => {
  const { run } = nodeRun({ type, shared: { username: 'nobody' } });
  await expect(accountLockout(run)).rejects.toThrow(
    'Could not find the identity based on the information available on context.',
  );
});
