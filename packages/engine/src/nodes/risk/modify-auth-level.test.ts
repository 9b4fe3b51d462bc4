import { modifyAuthLevelNode } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import { goTo } from '../../behaviour.ts';
import { nodeRun } from '../node-run.builder.ts';
import { modifyAuthLevel } from './modify-auth-level.ts';

test.each([
  { what: 'adds to the level', shared: { authLevel: 3 }, authLevelIncrement: 5, authLevel: 8 },
  { what: 'takes from the level', shared: { authLevel: 3 }, authLevelIncrement: -2, authLevel: 1 },
  { what: 'starts from 0 where there is no level', shared: {}, authLevelIncrement: 5, authLevel: 5 },
])('$what', ({ shared, authLevelIncrement, authLevel }) => {
  const { run, state } = nodeRun({ type: modifyAuthLevelNode, config: { authLevelIncrement }, shared });
  expect(modifyAuthLevel(run)).toEqual(goTo('outcome'));
  expect(state.shared).toEqual({ authLevel });
});
