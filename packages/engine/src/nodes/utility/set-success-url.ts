import type { setSuccessUrlNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo } from '../../behaviour.ts';

/** Success URL. */
export const setSuccessUrl: Behaviour<typeof setSuccessUrlNode> = ({ config, state }) => {
  state.put('shared', 'successUrl', config.successUrl);
  return goTo('outcome');
};
