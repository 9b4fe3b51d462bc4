import { expect, test } from 'vitest';
import { outcomesOf } from '../../node-type.ts';
import { multiFactorRegistrationOptionsNode } from './multi-factor-registration-options.ts';

const ids = (config: unknown) => outcomesOf(multiFactorRegistrationOptionsNode, config).map(({ id }) => id);

test.each([
  [null, ['registerOutcome', 'getAppOutcome', 'skipOutcome', 'optOutOutcome']],
  [{ getApp: true, mandatory: false }, ['registerOutcome', 'getAppOutcome', 'skipOutcome', 'optOutOutcome']],
  [{ getApp: false, mandatory: false }, ['registerOutcome', 'skipOutcome', 'optOutOutcome']],
  [{ getApp: true, mandatory: true }, ['registerOutcome', 'getAppOutcome']],
  [{ getApp: false, mandatory: true }, ['registerOutcome']],
])('with %j there are %j', (config, outcomes) => {
  expect(ids(config)).toEqual(outcomes);
});
