import { authLevelDecisionNode } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { goTo } from '../../behaviour.ts';
import { nodeRun } from '../node-run.builder.ts';
import { authLevelDecision } from './auth-level-decision.ts';

test.each([
  { what: 'a higher level', shared: { authLevel: 6 }, outcome: 'true' },
  { what: 'just the level', shared: { authLevel: 5 }, outcome: 'true' },
  { what: 'a lower level', shared: { authLevel: 4 }, outcome: 'false' },
  { what: 'no level', shared: {}, outcome: 'false' },
] as const)('goes by $outcome for $what', ({ shared, outcome }) => {
  const { run } = nodeRun({ type: authLevelDecisionNode, config: { authLevelRequirement: 5 }, shared });
  expect(authLevelDecision(run)).toEqual(goTo(outcome));
});

test('takes no level for insufficient even where 0 is enough', () => {
  const { run } = nodeRun({ type: authLevelDecisionNode, config: { authLevelRequirement: 0 } });
  expect(authLevelDecision(run)).toEqual(goTo('false'));
});
