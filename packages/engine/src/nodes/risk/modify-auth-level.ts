import type { modifyAuthLevelNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo } from '../../behaviour.ts';

/** Modify Auth Level. A journey that has no level yet starts from 0. */
export const modifyAuthLevel: Behaviour<typeof modifyAuthLevelNode> = ({ config, state }) => {
  state.put('shared', 'authLevel', (state.get('authLevel') ?? 0) + config.authLevelIncrement);
  return goTo('outcome');
};
