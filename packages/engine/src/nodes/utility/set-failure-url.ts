import type { setFailureUrlNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo } from '../../behaviour.ts';

/** Failure URL. */
export const setFailureUrl: Behaviour<typeof setFailureUrlNode> = ({ config, state }) => {
  state.put('shared', 'failureUrl', config.failureUrl);
  return goTo('outcome');
};
