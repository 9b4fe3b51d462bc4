import type { accountLockoutNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo } from '../../behaviour.ts';
import { nodeFailed } from '../../errors.ts';

/** Account Lockout. */
export const accountLockout: Behaviour<typeof accountLockoutNode> = async ({ config, state, services }) => {
  const username = state.get('username') ?? '';
  if (username === '') throw nodeFailed('Could not get a valid username from the context');
  const identity = await services.directory.find(username);
  if (identity === null) {
    throw nodeFailed('Could not find the identity based on the information available on context.');
  }
  await services.directory.setActive(identity.username, config.lockAction === 'UNLOCK');
  return goTo('outcome');
};
