import { describe, expect, test } from 'vitest';
import { successId } from '../../journey/journey.ts';
import { type BuiltNode, journeyOf } from '../../journey/journey-export.builder.ts';
import type { JsonObject } from '../../json.ts';
import {
  check,
  code,
  ends,
  found,
  type Nodes,
  page,
  passkey,
  register,
  sender,
  sound,
  told,
  toldOf,
} from './security.builder.ts';

test('a sound journey has no findings, under a policy that it satisfies neither', () => {
  expect(found(sound)).toEqual([]);
  expect(found(sound, { policy: { Login: { factors: 2, push: 'number' } } })).toEqual([]);
});

describe('too few factors', () => {
  test('are told with the outcome by which the better ways are left', () => {
    const free = { ...sender, config: { pushType: 'CHALLENGE' }, to: { ...sender.to, SKIPPED: 'Success' } };
    expect(told(found({ ...sound, Sender: free }))).toEqual([
      'too-few-factors Sender SKIPPED: Page=outcome Check=true Sender=SKIPPED',
    ]);
  });

  test('are told where nobody waits for the phone', () => {
    const { Verifier: _, Again: __, ...rest } = sound;
    const nodes = { ...rest, Wait: { ...sound.Wait, to: { DONE: 'Success', EXITED: 'Code' } } };
    expect(told(found(nodes))).toEqual([
      'too-few-factors Wait DONE: Page=outcome Check=true Sender=SENT Wait=DONE',
    ]);
  });

  test('are nothing where every way proves one factor, whichever', () => {
    const nodes = {
      Ask: { type: 'MessageNode', to: { true: 'Page', false: 'Name2' } },
      Page: page,
      Check: { ...check, to: ends },
      Name2: { type: 'UsernameCollectorNode', to: { outcome: 'Code' } },
      Code: { ...code, to: ends },
      Register: { ...register, to: { ...register.to, successOutcome: 'Show' } },
      Show: { type: 'RecoveryCodeDisplayNode', to: { outcome: 'Success' } },
    };
    expect(found(nodes)).toEqual([]);
  });

  test('are nothing on a way past a script, or for a user who was made on it', () => {
    const past = (between: BuiltNode) => ({
      ...sound,
      Sender: { ...sender, config: { pushType: 'CHALLENGE' }, to: { ...sender.to, SKIPPED: 'Between' } },
      Between: between,
    });
    expect(found(past({ type: 'UnheardOfNode', to: { on: 'Success' } }))).toEqual([]);
    const made = { type: 'CreateObjectNode', to: { CREATED: 'Success', FAILURE: 'Failure' } };
    expect(found(past(made))).toEqual([]);
  });

  test('are told in the inner journey, not again where it is run', () => {
    const { Page, Check, ...push } = sound;
    const skips = { ...sender, config: { pushType: 'CHALLENGE' }, to: { ...sender.to, SKIPPED: 'Success' } };
    const inner = journeyOf({
      name: 'Push',
      nodes: { ...push, Sender: skips },
      tree: { entryNodeId: 'Sender' },
    });
    const run = { type: 'InnerTreeEvaluatorNode', config: { tree: 'Push' }, to: ends };
    const nodes = { Page, Check: { ...Check, to: { true: 'Run', false: 'Failure' } }, Run: run };
    expect(found(nodes, { others: [inner] })).toEqual([]);
    expect(told(found(nodes, { others: [inner], policy: { Login: { factors: 2 } } }))).toEqual([
      'too-few-factors Run true: Page=outcome Check=true Push/Sender=SKIPPED Run=true',
    ]);
  });

  test('break a policy, with the last step where nothing is good enough', () => {
    const nodes = { Page: page, Check: { ...check, to: ends } };
    expect(found(nodes, { policy: { Login: { factors: 2 } } })).toMatchObject([
      {
        severity: 'error',
        code: 'too-few-factors',
        nodeName: 'Check',
        outcome: 'true',
        message: expect.stringContaining('with knowledge alone, where the policy demands 2 factors'),
      },
    ]);
    expect(found(nodes, { policy: { Login: { factors: 1 } } })).toEqual([]);
  });

  test('break a policy where Start leads straight to Success', () => {
    const tree = { entryNodeId: successId };
    expect(found(sound, { policy: { Login: { factors: 1 } }, tree })).toMatchObject([
      { code: 'too-few-factors', path: ['tree', 'entryNodeId'] },
    ]);
  });

  test('are not asked of inner journeys and of those without a session by what is said of every journey', () => {
    const nodes = { Page: page, Check: { ...check, to: ends } };
    const policy = { '*': { factors: 2 } };
    expect(found(nodes, { policy })).toHaveLength(1);
    expect(found(nodes, { policy, tree: { innerTreeOnly: true } })).toEqual([]);
    expect(found(nodes, { policy, tree: { noSession: true } })).toEqual([]);
  });
});

describe('an exception of too few factors', () => {
  const { Page: _, Check: __, Register: ___, Show: ____, ...push } = sound;
  const journey = (notRegistered: string) => ({
    Name: { type: 'UsernameCollectorNode', to: { outcome: 'Sender' } },
    ...push,
    Sender: { ...sender, to: { SENT: 'Wait', NOT_REGISTERED: notRegistered } },
    Verifier: { ...sound.Verifier, to: { ...sound.Verifier.to, TRUE: 'Password' } },
    Code: { ...sound.Code, to: { true: 'Password', false: 'Limit' } },
    Password: { type: 'PasswordCollectorNode', to: { outcome: 'Check' } },
    Check: { ...check, to: ends },
    Ask: { type: 'MessageNode', to: { true: 'Password', false: 'Success' } },
  });
  const policy = (exception: JsonObject = {}) => ({
    policy: {
      Login: {
        factors: 2,
        exceptions: [
          {
            finding: 'too-few-factors',
            node: 'Sender',
            outcome: 'Not Registered',
            reason: 'old',
            ...exception,
          },
        ],
      },
    },
  });
  const of = (notRegistered: string, exception?: JsonObject) =>
    found(journey(notRegistered), policy(exception)).filter(({ code }) =>
      ['too-few-factors', 'unused-exception'].includes(code),
    );

  test('is for a way on which something is proven', () => {
    expect(of('Password')).toEqual([]);
  });

  test.each(['Success', 'Ask'])('is not for one on which nothing is, where it leads to %s', (to) => {
    expect(of(to)).toMatchObject([
      {
        code: 'too-few-factors',
        nodeName: 'Sender',
        outcome: 'NOT_REGISTERED',
        factors: 0,
        message: expect.stringMatching(
          /at least one factor is proven; "factors": 0 in it accepts this one, too\.$/,
        ),
      },
    ]);
  });

  test('is for that as well if it says so', () => {
    expect(of('Success', { factors: 0 })).toEqual([]);
    expect(of('Password', { factors: 0 })).toEqual([]);
    expect(of('Password', { factors: 2 })).toMatchObject([{ code: 'too-few-factors', factors: 1 }]);
  });

  test('is not for the worse of two ways that one outcome leads to, told before the better one', () => {
    const nodes = {
      Ask: { type: 'MessageNode', to: { true: 'Page', false: 'Name' } },
      Page: page,
      Check: { ...check, to: { true: 'Skip', false: 'Failure' } },
      Name: { type: 'UsernameCollectorNode', to: { outcome: 'Terms' } },
      Terms: { type: 'MessageNode', to: { true: 'Conditions', false: 'Failure' } },
      Conditions: { type: 'MessageNode', to: { true: 'Skip', false: 'Failure' } },
      Skip: { type: 'MessageNode', to: { true: 'Code', false: 'Success' } },
      Code: { ...code, to: { true: 'Password', false: 'Failure' } },
      Password: { type: 'PasswordCollectorNode', to: { outcome: 'Again' } },
      Again: { type: 'DataStoreDecisionNode', to: ends },
    };
    const exception = { node: 'Skip', outcome: 'false' };
    const skips = found(nodes, policy(exception)).filter(({ nodeName }) => nodeName === 'Skip');
    expect(skips).toMatchObject([{ code: 'too-few-factors', factors: 0 }]);
  });
});

describe('exceptions', () => {
  const nodes = { Page: page, Check: { ...check, to: ends } };
  const excused = (exception: JsonObject) =>
    found(nodes, { policy: { Login: { factors: 2, exceptions: [{ reason: 'old', ...exception }] } } });

  test.each<JsonObject>([
    { finding: 'too-few-factors' },
    { finding: 'too-few-factors', node: 'Check', outcome: 'true' },
    { finding: 'too-few-factors', outcome: 'True' },
  ])('%j excuse a finding', (exception) => {
    expect(excused(exception)).toEqual([]);
  });

  test.each<JsonObject>([
    { finding: 'weak-push' },
    { finding: 'too-few-factors', node: 'Page' },
    { finding: 'too-few-factors', outcome: 'false' },
  ])('%j excuse nothing, and that is told', (exception) => {
    expect(excused(exception).map(({ code }) => code)).toEqual(['too-few-factors', 'unused-exception']);
  });

  test.each<[JsonObject, string]>([
    [{ finding: 'weak-push' }, 'accepts weak-push in Login'],
    [{ finding: 'weak-push', node: 'Check' }, 'accepts weak-push at Check in Login'],
    [{ finding: 'weak-push', node: 'Check', outcome: 'True' }, 'accepts weak-push at True of Check in Login'],
  ])('%j are named with node and outcome where they excuse nothing', (exception, name) => {
    expect(excused(exception).at(-1)?.message).toContain(name);
  });
});

describe('a passkey that makes sure of its owner', () => {
  const key = (config: JsonObject) => passkey({ requiresResidentKey: true, ...config });
  const required = key({ userVerificationRequirement: 'REQUIRED' });
  const policy = { Login: { factors: 2 } };

  test('is two factors', () => {
    expect(found({ Key: required }, { policy })).toEqual([]);
    expect(
      found(
        { Key: key({ userVerificationRequirement: 'REQUIRED', relyingPartyDomain: '&{domain}' }) },
        { policy },
      ),
    ).toEqual([]);
  });

  test.each(['PREFERRED', 'DISCOURAGED', '&{verification}'])(
    'is one where verification is %s',
    (userVerificationRequirement) => {
      expect(found({ Key: key({ userVerificationRequirement }) }, { policy })).toMatchObject([
        { code: 'too-few-factors', outcome: 'success', factors: 1 },
      ]);
    },
  );

  test('makes no other way a lesser one, and is none', () => {
    const ask = { type: 'MessageNode', to: { true: 'Key', false: 'Page' } };
    expect(found({ Ask: ask, Key: required, ...sound })).toEqual([]);
    const keyOrPush = {
      ...sound,
      Sender: { ...sender, to: { SENT: 'Wait', NOT_REGISTERED: 'Key' } },
      Key: key({ requiresResidentKey: false, userVerificationRequirement: 'REQUIRED' }),
    };
    expect(found(keyOrPush)).toEqual([]);
  });
});

describe('a push', () => {
  const asks = (pushType: string, push: string) =>
    told(
      found(
        { ...sound, Sender: { ...sender, config: { mandatory: true, pushType } } },
        { policy: { Login: { push } } },
      ),
    );

  test.each([
    ['DEFAULT', 'number'],
    ['BIOMETRIC', 'number'],
    ['CHALLENGE', 'six-digits'],
  ])('of type %s is too weak where the policy demands %s', (pushType, push) => {
    expect(asks(pushType, push)).toEqual(['weak-push Sender: Page=outcome Check=true']);
  });

  test.each([
    ['DEFAULT', 'tap'],
    ['CHALLENGE', 'number'],
    ['&{push.type}', 'number'],
  ])('of type %s is good enough where the policy demands %s', (pushType, push) => {
    expect(asks(pushType, push)).toEqual([]);
  });

  test('in an inner journey takes what is demanded of those that run it', () => {
    const nodes = { ...sound, Sender: { ...sender, config: { mandatory: true } } };
    const others = [
      journeyOf({
        name: 'Outer',
        nodes: { Run: { type: 'InnerTreeEvaluatorNode', config: { tree: 'Login' }, to: ends } },
      }),
    ];
    const problems = found(nodes, { others, policy: { Outer: { push: 'number' } } });
    expect(problems).toMatchObject([{ code: 'weak-push', severity: 'error', property: 'pushType' }]);
  });
});

describe('recovery codes', () => {
  test('that are made are shown on every way', () => {
    const nodes = { ...sound, Register: { ...register, to: { ...register.to, successOutcome: 'Sender' } } };
    expect(toldOf('recovery-codes-not-shown', found(nodes))).toEqual([
      'recovery-codes-not-shown Register: Page=outcome Check=true Sender=NOT_REGISTERED Register=successOutcome Sender=SENT Wait=DONE Verifier=TRUE',
    ]);
    const none = { ...nodes, Register: { ...nodes.Register, config: { generateRecoveryCodes: false } } };
    expect(toldOf('recovery-codes-not-shown', found(none))).toEqual([]);
  });

  test('may be shown by a script, not by what only looks at the device', () => {
    const nodes = (type: string, outcome: string) => ({
      ...sound,
      Register: { ...register, to: { ...register.to, successOutcome: 'Look' } },
      Look: { type, to: { [outcome]: 'Sender' } },
    });
    const of = (type: string, outcome: string) =>
      toldOf('recovery-codes-not-shown', found(nodes(type, outcome)));
    expect(of('UnheardOfNode', 'on')).toEqual([]);
    expect(of('DeviceGeoFencingNode', 'true')).toHaveLength(1);
  });

  test('that are not shown are told with a way on which the new device is there', () => {
    const offer = { type: 'MessageNode', to: { true: 'Register', false: 'Success' } };
    const nodes = {
      ...sound,
      Sender: { ...sender, to: { ...sender.to, NOT_REGISTERED: 'Offer' } },
      Offer: offer,
      Register: { ...register, to: { ...register.to, successOutcome: 'Sender' } },
    };
    expect(toldOf('recovery-codes-not-shown', found(nodes))).toEqual([
      'recovery-codes-not-shown Register: Page=outcome Check=true Sender=NOT_REGISTERED Offer=true Register=successOutcome Sender=SENT Wait=DONE Verifier=TRUE',
    ]);
  });

  test('that are asked for are made for that kind of device', () => {
    const nodes = { ...sound, Code: { ...sound.Code, config: { recoveryCodeType: 'OATH' } } };
    expect(found(nodes)).toMatchObject([
      {
        code: 'recovery-codes-not-made',
        severity: 'warning',
        message: expect.stringContaining('of type PUSH'),
      },
    ]);
  });

  test('that no journey here makes are worth a note', () => {
    const nodes = {
      Page: page,
      Check: { ...check, to: { true: 'Code', false: 'Failure' } },
      Code: { ...code, to: ends },
    };
    expect(found(nodes)).toMatchObject([{ code: 'recovery-codes-not-made', severity: 'note' }]);
    const elsewhere = journeyOf({ name: 'Devices', nodes: { Register: register } });
    expect(found(nodes, { others: [elsewhere] })).toEqual([]);
  });
});

describe('sessions', () => {
  const inner = (nodes: Nodes) => journeyOf({ name: 'Forgot', nodes, tree: { noSession: true } });
  const run = { Run: { type: 'InnerTreeEvaluatorNode', config: { tree: 'Forgot' }, to: ends } };
  const asks = { Ask: { type: 'MessageNode', to: ends } };

  test('are not made for a journey that is to end without one', () => {
    expect(told(found(run, { others: [inner(asks)] }))).toEqual([
      'unwanted-session Run true: Forgot/Ask=true Run=true',
    ]);
    expect(found(run, { others: [inner({ Page: page, Check: { ...check, to: ends } })] })).toEqual([]);
    expect(found(run, { others: [inner(asks)], tree: { noSession: true } })).toEqual([]);
  });

  test('are there for what is set on them', () => {
    const set = {
      type: 'SetSessionPropertiesNode',
      config: { properties: { a: 'b' } },
      to: { outcome: 'Success' },
    };
    expect(told(found({ Set: set }, { tree: { noSession: true } }))).toEqual(['missing-session Set: ']);
    expect(found({ Set: set })).toEqual([]);
  });
});
