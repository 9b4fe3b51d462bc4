import type { authLevelDecisionNode } from '@journeyman/node-schemas';
import { type Behaviour, goTo } from '../../behaviour.ts';

/** Auth Level Decision. A journey that has no level yet suffices for nothing, not even for 0. */
export const authLevelDecision: Behaviour<typeof authLevelDecisionNode> = ({ config, state }) => {
  const level = state.get('authLevel');
  return goTo(level !== undefined && level >= config.authLevelRequirement ? 'true' : 'false');
};
