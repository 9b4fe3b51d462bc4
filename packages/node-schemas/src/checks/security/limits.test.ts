import { describe, expect, test } from 'vitest';
import { type BuiltJourney, journeyOf } from '../../journey/journey-export.builder.ts';
import { type NodeType, outcomesOf } from '../../node-type.ts';
import { designOnlyNodeTypes } from '../../nodes/design-only.ts';
import { nodeTypes } from '../../nodes/index.ts';
import { check, code, ends, found, page, sender, sound, told, toldOf } from './security.builder.ts';

describe('guesses', () => {
  test.each([
    [
      'a password',
      { ...sound, Check: { ...check, to: { true: 'Sender', false: 'Page' } } },
      'Check false: Page=outcome Check=false Page=outcome',
    ],
    [
      'a recovery code',
      { ...sound, Code: { ...code, to: { true: 'Success', false: 'Code' } } },
      'Code false: Page=outcome Check=true Sender=SENT Wait=EXITED Code=false',
    ],
  ])('of %s are limited', (_, nodes, finding) => {
    expect(toldOf('unlimited-attempts', found(nodes))).toEqual([`unlimited-attempts ${finding}`]);
  });

  test('are limited well enough by a lock, and perhaps by a script', () => {
    for (const between of [
      { type: 'AccountLockoutNode', to: { outcome: 'Page' } },
      { type: 'UnheardOfNode', to: { on: 'Page' } },
    ]) {
      const nodes = {
        ...sound,
        Check: { ...check, to: { true: 'Sender', false: 'Between' } },
        Between: between,
      };
      expect(found(nodes)).toEqual([]);
    }
  });
});

test('pushes are limited', () => {
  const { Again: _, ...rest } = sound;
  const nodes = { ...rest, Verifier: { ...sound.Verifier, to: { ...sound.Verifier.to, EXPIRED: 'Sender' } } };
  expect(told(found(nodes))).toEqual([
    'unlimited-push Sender: Page=outcome Check=true Sender=SENT Wait=DONE Verifier=EXPIRED',
  ]);
});

describe('what limits nothing', () => {
  const wrong = { ...sound, Check: { ...check, to: { true: 'Sender', false: 'Between' } } };
  const login = { Page: page, Check: { ...check, to: ends } };
  const inner = (nodes: BuiltJourney['nodes'], entryNodeId: string) =>
    journeyOf({ name: 'Inner', nodes, tree: { entryNodeId } });
  const run = (back: string) => ({
    type: 'InnerTreeEvaluatorNode',
    config: { tree: 'Inner' },
    to: { true: 'Success', false: back },
  });
  const { Page: _, Check: __, ...push } = sound;

  test('is a limit whose Reject leads back as well', () => {
    const limit = { type: 'RetryLimitDecisionNode', to: { Retry: 'Page', Reject: 'Page' } };
    expect(found({ ...wrong, Between: limit })).toMatchObject([
      {
        code: 'unlimited-attempts',
        message: expect.stringContaining('Lead Reject of Between to Account Lockout or to Failure.'),
      },
    ]);
    const again = { ...sound.Again, to: { Retry: 'Sender', Reject: 'Sender' } };
    expect(toldOf('unlimited-push', found({ ...sound, Again: again }))).toEqual([
      'unlimited-push Sender: Page=outcome Check=true Sender=SENT Wait=DONE Verifier=EXPIRED Again=Reject',
    ]);
  });

  test('is an account lockout that unlocks', () => {
    const unlock = { type: 'AccountLockoutNode', config: { lockAction: 'UNLOCK' }, to: { outcome: 'Page' } };
    expect(told(found({ ...wrong, Between: unlock }))).toEqual([
      'unlimited-attempts Check false: Page=outcome Check=false Between=outcome Page=outcome',
    ]);
    const maybe = { ...unlock, config: { lockAction: '&{lock.action}' } };
    expect(found({ ...wrong, Between: maybe })).toEqual([]);
  });

  test('is a journey without a limit that is run again when a guess goes wrong in it', () => {
    expect(told(found({ Run: run('Run') }, { others: [inner(login, 'Page')] }))).toEqual([
      'unlimited-attempts Run false: Inner/Page=outcome Inner/Check=false Run=false',
    ]);
    const ask = { type: 'MessageNode', to: { true: 'Run', false: 'Failure' } };
    expect(
      toldOf('unlimited-attempts', found({ Run: run('Ask'), Ask: ask }, { others: [inner(login, 'Page')] })),
    ).toEqual(['unlimited-attempts Run false: Inner/Page=outcome Inner/Check=false Run=false Ask=true']);
  });

  test('is a journey that is run again when its limit is used up', () => {
    const nodes = {
      Page: page,
      Check: { ...check, to: { true: 'Success', false: 'Tries' } },
      Tries: { type: 'RetryLimitDecisionNode', to: { Retry: 'Page', Reject: 'Failure' } },
    };
    const others = [inner(nodes, 'Page')];
    expect(toldOf('unlimited-attempts', found({ Run: run('Run') }, { others }))).toHaveLength(1);
    expect(found({ Run: run('Failure') }, { others })).toEqual([]);
  });

  test('is a journey with a push in it that is run again, and one on the way back', () => {
    const others = [
      inner({ ...push, Sender: { ...sender, to: { ...sender.to, NOT_REGISTERED: 'Failure' } } }, 'Sender'),
    ];
    const nodes = { Page: page, Check: { ...check, to: { true: 'Run', false: 'Failure' } }, Run: run('Run') };
    expect(toldOf('unlimited-push', found(nodes, { others }))).toEqual([
      'unlimited-push Run: Page=outcome Check=true Inner/Sender=SENT Inner/Wait=DONE Inner/Verifier=FALSE Run=false',
    ]);
    const message = inner({ Ask: { type: 'MessageNode', to: ends } }, 'Ask');
    const back = { ...run('Failure'), to: { true: 'Page', false: 'Failure' } };
    expect(told(found({ ...wrong, Between: back }, { others: [message] }))).toEqual([
      'unlimited-attempts Check false: Page=outcome Check=false Inner/Ask=true Between=true Page=outcome',
    ]);
  });

  test('is not a journey that locks, that limits, that is not here, or that leads back to itself', () => {
    const locks = {
      ...login,
      Check: { ...check, to: { true: 'Success', false: 'Lock' } },
      Lock: sound.Lock,
    };
    expect(found({ Run: run('Run') }, { others: [inner(locks, 'Page')] })).toEqual([]);
    expect(
      found(
        { Run: run('Limit'), Limit: { ...sound.Limit, to: { Retry: 'Run', Reject: 'Failure' } } },
        { others: [inner(login, 'Page')] },
      ),
    ).toEqual([]);
    expect(found({ Run: run('Run') })).toEqual([]);
    expect(found({ Run: run('Run') }, { others: [inner({ Run: run('Run') }, 'Run')] })).toEqual([]);
  });
});

describe('what may say who somebody is limits no guesses', () => {
  const around = (between: BuiltJourney['nodes'][string]) =>
    found({ Page: page, Check: { ...check, to: { true: 'Success', false: 'Between' } }, Between: between });

  test.each([
    ['PersistentCookieDecisionNode', 'false'],
    ['AuthLevelDecisionNode', 'false'],
    ['DeviceMatchNode', 'true'],
    ['SocialProviderHandlerNodeV2', 'SOCIAL_AUTH_INTERRUPTED'],
    ['SessionDataNode', 'outcome'],
  ])('%s %s', (type, outcome) => {
    expect(told(around({ type, to: { [outcome]: 'Page' } }))).toEqual([
      `unlimited-attempts Check false: Page=outcome Check=false Between=${outcome} Page=outcome`,
    ]);
  });

  test.each([
    ['UnheardOfNode', 'on'],
    ['ConfigProviderNode', 'CONFIGURATION_FAILED'],
    ['InnerTreeEvaluatorNode', 'false'],
    ['RESTNode', 'ERROR'],
    ['EmailSuspendNode', 'outcome'],
  ])('but %s %s may', (type, outcome) => {
    expect(toldOf('unlimited-attempts', around({ type, to: { [outcome]: 'Page' } }))).toEqual([]);
  });
});

describe('whatever is guessed at', () => {
  /** Where nothing is typed in that could be guessed, and why. */
  const notGuessed: Readonly<Record<string, string>> = {
    AmsterJwtDecisionNode: 'a key signs',
    DeviceSigningVerifierNode: 'a key signs',
    IotAuthenticationNode: 'a key signs',
    PushResultVerifierNode: 'the phone answers; pushes have a check of their own',
    WebAuthnAuthenticationNode: 'a key signs',
    'product-CertificateValidationNode': 'a key signs',
    'product-KerberosNode': 'a ticket is shown',
  };
  const types = Object.entries<NodeType>({ ...designOnlyNodeTypes, ...nodeTypes });
  const guessing = types.filter(([id, { proves }]) => id === 'KbaVerifyNode' || proves !== undefined);

  test.each(guessing)('%s is limited, or nothing is guessed at it', (id, type) => {
    const proving = Object.keys(type.proves ?? { true: '' });
    const to = Object.fromEntries(
      outcomesOf(type, null).map((outcome) => [outcome.id, proving.includes(outcome.id) ? 'Success' : 'Try']),
    );
    const isTold = toldOf('unlimited-attempts', found({ Try: { type: id, to } })).length > 0;
    expect(isTold).toBe(notGuessed[id] === undefined);
  });
});
