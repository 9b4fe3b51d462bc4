import type { setStateNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo } from '../../behaviour.ts';

/** Set State. */
export const setState: Behaviour<typeof setStateNode> = ({ config, state }) => {
  for (const [key, value] of Object.entries(config.attributes)) state.named.put(key, value);
  return goTo('outcome');
};
