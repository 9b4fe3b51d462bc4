import { describe, expect, test } from 'vitest';
import { type BuiltNode, journeyOf } from '../../journey/journey-export.builder.ts';
import { check, found, type Nodes, page, toldOf } from './security.builder.ts';

describe('a guess in a journey inside', () => {
  const code = (wrong: string): BuiltNode => ({
    type: 'OneTimePasswordCollectorDecisionNode',
    to: { true: 'Success', false: wrong },
  });
  /** What is told of a journey that runs another one again by a choice of whoever is there. */
  const told = (inner: Nodes, more: Nodes = {}) =>
    toldOf(
      'unlimited-attempts',
      found(
        {
          Page: page,
          Check: { ...check, to: { true: 'Run', false: 'Failure' } },
          Run: {
            type: 'InnerTreeEvaluatorNode',
            config: { tree: 'Ask' },
            to: { true: 'Next', false: 'Failure' },
          },
          Next: { type: 'MessageNode', to: { true: 'Success', false: 'Run' } },
          ...more,
        },
        { others: [journeyOf({ name: 'Ask', nodes: inner })] },
      ),
    );

  test('is limited where a wrong one comes out by Success and may be made again', () => {
    expect(told({ Code: code('Success') })).toEqual([
      'unlimited-attempts Run true: Page=outcome Check=true Ask/Code=false Run=true Next=false',
    ]);
    const note = { type: 'MessageNode', to: { true: 'Success', false: 'Failure' } };
    expect(told({ Code: code('Note'), Note: note })).toEqual([
      'unlimited-attempts Run true: Page=outcome Check=true Ask/Code=false Ask/Note=true Run=true Next=false',
    ]);
  });

  test('is limited well enough where only a right one comes out by Success', () => {
    expect(told({ Code: code('Failure') })).toEqual([]);
    expect(told({ Code: code('Code') })).toEqual([]);
  });

  test.each<[string, BuiltNode]>([
    ['a right password', { ...check, to: { true: 'Success', false: 'Failure' } }],
    ['right answers', { type: 'KbaVerifyNode', to: { true: 'Success', false: 'Failure' } }],
    ['a passkey', { type: 'WebAuthnAuthenticationNode', to: { success: 'Success' } }],
    ['a provider', { type: 'SocialProviderHandlerNode', to: { ACCOUNT_EXISTS: 'Success' } }],
  ])('is limited well enough where a wrong one comes to Success only by %s', (_, instead) => {
    expect(told({ Code: code('Instead'), Instead: instead })).toEqual([]);
  });

  test('is limited well enough by what counts or locks behind Success', () => {
    const limit = { type: 'RetryLimitDecisionNode', to: { Retry: 'Run', Reject: 'Failure' } };
    const lock = { type: 'AccountLockoutNode', to: { outcome: 'Run' } };
    for (const between of [limit, lock]) {
      const next = { type: 'MessageNode', to: { true: 'Success', false: 'Between' } };
      expect(told({ Code: code('Success') }, { Next: next, Between: between })).toEqual([]);
    }
  });
});
