import type { dataStoreDecisionNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo } from '../../behaviour.ts';
import { nodeFailed } from '../../errors.ts';

/**
 * Data Store Decision. A blank name or password is never shown to the store. A right password that has to be changed is
 * still right; Identity Store Decision is the node that has it changed.
 */
export const dataStoreDecision: Behaviour<typeof dataStoreDecisionNode> = async ({ state, services }) => {
  const username = state.get('username') ?? '';
  const password = state.get('password');
  if (password === undefined) throw nodeFailed('Unable to authenticate');
  if (username.trim() === '' || password.trim() === '') return goTo('false');
  const { status } = await services.directory.authenticate(username, password);
  switch (status) {
    case 'valid':
    case 'mustChange':
      return goTo('true', { identified: username });
    case 'expired':
    case 'invalid':
    case 'unknown':
      return goTo('false');
  }
};
