import { type ConfigOf, recoveryCodeCollectorDecisionNode } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { type NodeRunSetting, nodeRun } from '../node-run.builder.ts';
import { recoveryCodeCollectorDecision } from './recovery-code-collector-decision.ts';

type Setting = Omit<NodeRunSetting<typeof recoveryCodeCollectorDecisionNode>, 'type'>;
type Kind = ConfigOf<typeof recoveryCodeCollectorDecisionNode>['recoveryCodeType'];

const codes = ['z0WKEw0Wc8', 'iZmEtxvQ00'];

const collector = (kind: Kind, typed: string | null, setting: Setting = {}) =>
  nodeRun({
    type: recoveryCodeCollectorDecisionNode,
    config: { recoveryCodeType: kind },
    shared: { username: 'demo' },
    answers: typed === null ? [] : [{ type: 'NameCallback', value: typed }],
    recoveryCodes: { 'demo/oath': codes, 'demo/push': codes, 'demo/webauthn': codes },
    ...setting,
  });

const outage = async (): Promise<never> => {
  throw new Error('store down');
};

describe.each<[Kind, key: string, marker: string]>([
  ['OATH', 'demo/oath', 'AuthenticatorOATH'],
  ['PUSH', 'demo/push', 'AuthenticatorPushRegistration'],
  ['WEB_AUTHN', 'demo/webauthn', 'WebAuthnAuthentication'],
])('%s', (kind, key, provenMethod) => {
  const audit = { recoveryCodeType: kind };

  test.each([null, ''])('asks when given %j', async (typed) => {
    expect(await recoveryCodeCollectorDecision(collector(kind, typed).run)).toEqual({
      type: 'send',
      callbacks: [{ type: 'NameCallback', prompt: 'Recovery Code' }],
    });
  });

  test('a right code is true, is used up, and marks the session', async () => {
    const { run, world } = collector(kind, 'z0WKEw0Wc8');
    expect(await recoveryCodeCollectorDecision(run)).toEqual({
      type: 'goTo',
      outcome: 'true',
      effects: { provenMethod, audit },
    });
    expect(world.recoveryCodes.get(key)).toEqual(['iZmEtxvQ00']);
    expect(await recoveryCodeCollectorDecision(run)).toMatchObject({ outcome: 'false' });
  });

  test.each(['z0WKEw0Wc', 'z0wkew0wc8', ' z0WKEw0Wc8'])('%j is false and marks nothing', async (typed) => {
    const { run, world } = collector(kind, typed);
    expect(await recoveryCodeCollectorDecision(run)).toEqual({
      type: 'goTo',
      outcome: 'false',
      effects: { audit },
    });
    expect(world.recoveryCodes.get(key)).toEqual(codes);
  });

  test('is false without a device', async () => {
    const { run } = collector(kind, 'z0WKEw0Wc8', { recoveryCodes: {} });
    expect(await recoveryCodeCollectorDecision(run)).toMatchObject({ outcome: 'false' });
  });

  test('is false when the device store is down', async () => {
    const { run } = collector(kind, 'z0WKEw0Wc8', { services: { devices: { useRecoveryCode: outage } } });
    expect(await recoveryCodeCollectorDecision(run)).toMatchObject({ outcome: 'false' });
  });
});

describe('a phone whose address was switched off', () => {
  test('gets pushes again after a right code for push', async () => {
    const { run, world } = collector('PUSH', 'z0WKEw0Wc8');
    await recoveryCodeCollectorDecision(run);
    expect(world.enabled).toEqual(['demo']);
  });

  test.each<[Kind, string]>([
    ['PUSH', 'wrong'],
    ['OATH', 'z0WKEw0Wc8'],
  ])('stays as it is after %s and %j', async (kind, typed) => {
    const { run, world } = collector(kind, typed);
    await recoveryCodeCollectorDecision(run);
    expect(world.enabled).toEqual([]);
  });

  test('does not make a right code wrong when it cannot be switched on', async () => {
    const { run } = collector('PUSH', 'z0WKEw0Wc8', { services: { push: { enableDevice: outage } } });
    expect(await recoveryCodeCollectorDecision(run)).toMatchObject({ outcome: 'true' });
  });
});

test('fails without a username, and keeps the code out of the message', async () => {
  const { run } = collector('PUSH', 'z0WKEw0Wc8', { shared: {} });
  await expect(recoveryCodeCollectorDecision(run)).rejects.toMatchObject({
    code: 'node-failed',
    message: 'Expected username to be set.',
  });
});
