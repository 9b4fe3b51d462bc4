import { describe, expect, test } from 'vitest';
import { journeyOf } from '../../journey/journey-export.builder.ts';
import { check, found, type Nodes, page, sender, toldOf } from './security.builder.ts';

describe('a push that a journey inside sends', () => {
  const send: Nodes = { Sender: { ...sender, to: { SENT: 'Success', NOT_REGISTERED: 'Failure' } } };
  const run = (tree: string, whenSent: string) => ({
    type: 'InnerTreeEvaluatorNode',
    config: { tree },
    to: { true: whenSent, false: 'Failure' },
  });
  /** What is told of a journey that leaves sending to another one and waits for the answer itself. */
  const told = (inners: Readonly<Record<string, Nodes>>, verified: Readonly<Record<string, string>>) =>
    toldOf(
      'unlimited-push',
      found(
        {
          Page: page,
          Check: { ...check, to: { true: 'Send', false: 'Failure' } },
          Send: run('Push', 'Wait'),
          Wait: { type: 'PushWaitNode', to: { DONE: 'Verifier', EXITED: 'Failure' } },
          Verifier: { type: 'PushResultVerifierNode', to: { TRUE: 'Success', WAITING: 'Wait', ...verified } },
          Again: { type: 'RetryLimitDecisionNode', to: { Retry: 'Send', Reject: 'Failure' } },
        },
        { others: Object.entries(inners).map(([name, nodes]) => journeyOf({ name, nodes })) },
      ),
    );

  test('is limited where that succeeds and is run again', () => {
    expect(told({ Push: send }, { EXPIRED: 'Send' })).toEqual([
      'unlimited-push Send: Page=outcome Check=true Push/Sender=SENT Send=true Wait=DONE Verifier=EXPIRED',
    ]);
    expect(told({ Push: send }, { EXPIRED: 'Again' })).toEqual([]);
    expect(told({ Push: send }, { EXPIRED: 'Failure' })).toEqual([]);
  });

  test('is limited however deep it is', () => {
    const push = { Run: run('Deeper', 'Success') };
    expect(told({ Push: push, Deeper: send }, { EXPIRED: 'Send' })).toEqual([
      'unlimited-push Send: Page=outcome Check=true Deeper/Sender=SENT Push/Run=true Send=true Wait=DONE Verifier=EXPIRED',
    ]);
  });

  test('is limited though a password is asked for each time', () => {
    const push = {
      Sender: { ...sender, to: { SENT: 'Password', NOT_REGISTERED: 'Failure' } },
      Password: { ...page, to: { outcome: 'Right' } },
      Right: { ...check, to: { true: 'Success', false: 'Failure' } },
    };
    expect(told({ Push: push }, { EXPIRED: 'Send' })).toEqual([
      'unlimited-push Send: Page=outcome Check=true Push/Sender=SENT Push/Password=outcome Push/Right=true Send=true Wait=DONE Verifier=EXPIRED',
    ]);
  });

  test('is limited well enough by a limit in there', () => {
    const push = {
      Limit: { type: 'RetryLimitDecisionNode', to: { Retry: 'Sender', Reject: 'Failure' } },
      ...send,
    };
    expect(told({ Push: push }, { EXPIRED: 'Send' })).toEqual([]);
  });

  test('is limited well enough where only a yes leads on', () => {
    const answered = {
      Sender: { ...sender, to: { SENT: 'Answer', NOT_REGISTERED: 'Failure' } },
      Answer: {
        type: 'PushResultVerifierNode',
        to: { TRUE: 'Success', FALSE: 'Failure', WAITING: 'Answer' },
      },
    };
    expect(told({ Push: answered }, { EXPIRED: 'Send' })).toEqual([]);
  });
});
