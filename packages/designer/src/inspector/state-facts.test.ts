import { loadAllNodeTypes } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { stateFacts } from './state-facts.ts';

const node = (type: string, config = {}) => ({ id: type, type, displayName: type, config });

describe('what a node does with the state', () => {
  test('is told with the outcomes on which it does it', () => {
    const { reads, writes } = stateFacts(node('PushAuthenticationSenderNode'));
    expect(reads).toContainEqual({ key: 'username', isRequired: true });
    expect(writes).toContainEqual({
      key: 'pushMessageId',
      scope: 'shared',
      on: ['Sent'],
      isCertain: true,
      isConfigured: false,
    });
  });

  test('leaves out what only happens on an outcome that the configuration takes away', () => {
    const keys = (config: object) =>
      stateFacts(node('PushAuthenticationSenderNode', config)).writes.map(({ key }) => key);
    expect(keys({})).not.toContain('PushAuthFailureReason');
    expect(keys({ captureFailure: true })).toContain('PushAuthFailureReason');
  });

  test('names the keys that the configuration names', () => {
    expect(stateFacts(node('SetStateNode', { attributes: { colour: 'blue' } })).writes).toEqual([
      { key: 'colour', scope: 'shared', on: null, isCertain: true, isConfigured: true },
    ]);
  });

  test('says which factor an outcome proves', () => {
    expect(stateFacts(node('DataStoreDecisionNode')).proves).toEqual([
      { outcome: 'True', factor: 'knowledge' },
    ]);
  });

  test('says which second factor it proves as it is configured', async () => {
    await loadAllNodeTypes();
    const factors = (userVerificationRequirement: string) =>
      stateFacts(node('WebAuthnAuthenticationNode', { userVerificationRequirement })).proves.map(
        ({ factor }) => factor,
      );
    expect(factors('PREFERRED')).toEqual(['possession']);
    expect(factors('REQUIRED')).toEqual(['possession', 'inherence']);
  });

  test('is not known of a type that is not known', () => {
    expect(stateFacts(node('MadeUpNode'))).toEqual({
      reads: [],
      writes: [],
      proves: [],
      unknown: ['MadeUpNode'],
    });
  });

  test('is for a page what its nodes do, each by name', () => {
    const page = {
      ...node('PageNode'),
      children: [{ ...node('UsernameCollectorNode'), displayName: 'Who are you?' }],
    };
    expect(stateFacts(page).writes).toContainEqual(
      expect.objectContaining({ key: 'username', by: 'Who are you?' }),
    );
  });
});
