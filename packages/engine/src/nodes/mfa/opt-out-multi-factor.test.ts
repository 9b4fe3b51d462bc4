import { optOutMultiFactorNode } from '@journeyman/node-schemas';
import { expect, test } from 'vitest';
import type { SkipSetting } from '../../services.ts';
import { type NodeRunSetting, nodeRun } from '../node-run.builder.ts';
import { optOutMultiFactor } from './opt-out-multi-factor.ts';

type Setting = Omit<NodeRunSetting<typeof optOutMultiFactorNode>, 'type'>;

const optOut = (setting: Setting = {}) =>
  nodeRun({ type: optOutMultiFactorNode, shared: { username: 'demo', mfaMethod: 'oath' }, ...setting });

const outage = async (): Promise<never> => {
  throw new Error('store down');
};

test.each<[Setting, string]>([
  [{ shared: { mfaMethod: 'push' } }, 'Expected username to be set.'],
  [{ shared: { username: 'demo' } }, 'Expected MFA method to be set.'],
  [{ shared: { username: 'demo', mfaMethod: 'carrier pigeon' } }, 'Unsupported MFA method has been set.'],
  [{ people: [] }, 'Failed to get the identity object'],
])('fails without what it needs: %#', async (setting, message) => {
  await expect(optOutMultiFactor(optOut(setting).run)).rejects.toMatchObject({
    code: 'node-failed',
    message,
  });
});

test.each<[SkipSetting, device: boolean, after: SkipSetting]>([
  ['NOT_SET', false, 'SKIPPABLE'],
  ['NOT_SET', true, 'SKIPPABLE'],
  ['NOT_SKIPPABLE', true, 'SKIPPABLE'],
  ['NOT_SKIPPABLE', false, 'NOT_SKIPPABLE'],
  ['SKIPPABLE', false, 'SKIPPABLE'],
])('turns %s, device %j, into %s', async (before, device, after) => {
  const { run, state, world } = optOut({
    skipSettings: { 'demo/oath': before },
    recoveryCodes: device ? { 'demo/oath': [] } : {},
  });
  expect(await optOutMultiFactor(run)).toEqual({ type: 'goTo', outcome: 'outcome', effects: {} });
  expect(world.skipSettings).toEqual(new Map([['demo/oath', after]]));
  expect(state.shared).toEqual({ username: 'demo', mfaMethod: 'oath' });
});

test('writes nothing for a user who has opted out already', async () => {
  const written: SkipSetting[] = [];
  const { run } = optOut({
    skipSettings: { 'demo/oath': 'SKIPPABLE' },
    services: {
      devices: { setSkipSetting: async (_username, _method, setting) => void written.push(setting) },
    },
  });
  expect(await optOutMultiFactor(run)).toMatchObject({ outcome: 'outcome' });
  expect(written).toEqual([]);
});

test('goes on even if the choice cannot be kept', async () => {
  const { run } = optOut({ services: { devices: { setSkipSetting: outage } } });
  expect(await optOutMultiFactor(run)).toMatchObject({ outcome: 'outcome' });
});
