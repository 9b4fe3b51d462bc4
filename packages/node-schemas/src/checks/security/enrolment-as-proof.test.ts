import { describe, expect, test } from 'vitest';
import { journeyOf } from '../../journey/journey-export.builder.ts';
import { ends, found, type Nodes, page, register, sender, sound, told, toldOf } from './security.builder.ts';

test('registering a device is not taken for using it', () => {
  const nodes = { ...sound, Show: { ...sound.Show, to: { outcome: 'Success' } } };
  expect(told(found(nodes))).toEqual([
    'enrolment-as-proof Register successOutcome: Page=outcome Check=true Sender=NOT_REGISTERED Register=successOutcome Show=outcome',
  ]);
});

test('registering a device is a journey of its own where no device is asked for', () => {
  const nodes = { Register: register, Show: { ...sound.Show, to: { outcome: 'Success' } } };
  expect(found(nodes)).toEqual([]);
});

test('a recovery code that was shown a moment before is no proof', () => {
  const shown = { ...sound, Show: { ...sound.Show, to: { outcome: 'Code' } } };
  expect(toldOf('enrolment-as-proof', found(shown))).toEqual([
    'enrolment-as-proof Register successOutcome: Page=outcome Check=true Sender=NOT_REGISTERED Register=successOutcome Show=outcome Code=true',
  ]);
});

test('a device that is registered and then used counts, and so does a recovery code in its stead', () => {
  expect(toldOf('enrolment-as-proof', found(sound))).toEqual([]);
});

test('registering a device inside another journey is told where that one is run', () => {
  const others = [
    journeyOf({
      name: 'AddPhone',
      nodes: { Register: register, Show: { ...sound.Show, to: { outcome: 'Success' } } },
    }),
  ];
  const run = (to: string) => ({
    type: 'InnerTreeEvaluatorNode',
    config: { tree: 'AddPhone' },
    to: { true: to, false: 'Failure' },
  });
  const nodes = (to: string) => ({
    ...sound,
    Sender: { ...sender, to: { ...sender.to, NOT_REGISTERED: 'Run' } },
    Run: run(to),
  });
  expect(toldOf('enrolment-as-proof', found(nodes('Success'), { others }))).toEqual([
    'enrolment-as-proof Run true: Page=outcome Check=true Sender=NOT_REGISTERED AddPhone/Register=successOutcome AddPhone/Show=outcome Run=true',
  ]);
  expect(toldOf('enrolment-as-proof', found(nodes('Sender'), { others }))).toEqual([]);
});

describe('a device for a user of whom nothing is proven', () => {
  const name = { type: 'UsernameCollectorNode', to: { outcome: 'Key' } };
  const key = (to: string, config = {}) => ({
    type: 'WebAuthnRegistrationNode',
    config: { generateRecoveryCodes: false, ...config },
    to: { success: to, failure: 'Failure', unsupported: 'Failure', error: 'Failure' },
  });
  const used = {
    type: 'WebAuthnAuthenticationNode',
    to: {
      success: 'Success',
      failure: 'Failure',
      unsupported: 'Failure',
      noDevice: 'Failure',
      error: 'Failure',
    },
  };

  test.each<[string, Nodes]>([
    ['for itself', { Name: name, Key: key('Success') }],
    ['and used at once', { Name: name, Key: key('Use'), Use: used }],
  ])('is told where it is registered %s', (_, nodes) => {
    expect(found(nodes)).toMatchObject([
      {
        code: 'enrolment-as-proof',
        severity: 'warning',
        nodeName: 'Key',
        outcome: 'success',
        message: expect.stringContaining('of whom nothing is proven by then'),
      },
    ]);
  });

  test('is told where the name is asked for here, and the device registered inside', () => {
    const others = [journeyOf({ name: 'AddKey', nodes: { Key: key('Success') } })];
    const run = { type: 'InnerTreeEvaluatorNode', config: { tree: 'AddKey' }, to: ends };
    const nodes = { Name: { ...name, to: { outcome: 'Run' } }, Run: run };
    expect(told(found(nodes, { others }))).toEqual([
      'enrolment-as-proof Run true: Name=outcome AddKey/Key=success Run=true',
    ]);
  });

  test('is no matter behind a proof, a script or a session, nor for a user who signs up', () => {
    const check = { type: 'DataStoreDecisionNode', to: { true: 'Key', false: 'Failure' } };
    const create = { type: 'CreateObjectNode', to: { CREATED: 'Key', FAILURE: 'Failure' } };
    for (const nodes of [
      { Page: page, Check: check, Key: key('Success') },
      {
        Name: { ...name, to: { outcome: 'Script' } },
        Script: { type: 'UnheardOfNode', to: { on: 'Key' } },
        Key: key('Success'),
      },
      { Key: key('Success') },
      { Name: { ...name, to: { outcome: 'Create' } }, Create: create, Key: key('Success') },
    ]) {
      expect(found(nodes)).toEqual([]);
    }
  });

  test('is told where it is kept later', () => {
    const storage = (type: string, outcome: string, to: string) => ({ type, to: { [outcome]: to } });
    const oath = {
      Name: name,
      Key: {
        type: 'OathRegistrationNode',
        config: { issuer: 'x', postponeDeviceProfileStorage: true, generateRecoveryCodes: false },
        to: { successOutcome: 'Verify', failureOutcome: 'Failure' },
      },
      Verify: {
        type: 'OathTokenVerifierNode',
        to: { successOutcome: 'Store', failureOutcome: 'Failure' },
      },
      Store: storage('OathDeviceStorageNode', 'successOutcome', 'Success'),
    };
    expect(told(found(oath))).toEqual([
      'enrolment-as-proof Store successOutcome: Name=outcome Key=successOutcome Verify=successOutcome Store=successOutcome',
    ]);
    const binding = {
      Name: name,
      Key: {
        type: 'DeviceBindingNode',
        config: { applicationIds: ['a'], postponeDeviceProfileStorage: true },
        to: { success: 'Store' },
      },
      Store: storage('DeviceBindingStorageNode', 'true', 'Success'),
    };
    expect(told(found(binding))).toEqual([
      'enrolment-as-proof Store true: Name=outcome Key=success Store=true',
    ]);
  });

  test('is told where another user was proven before', () => {
    const changed = (nodes: Nodes) => toldOf('enrolment-as-proof', found(nodes));
    const check = (to: string) => ({ type: 'DataStoreDecisionNode', to: { true: to, false: 'Failure' } });
    const device = { Key: key('Use'), Use: used };
    expect(changed({ Page: page, Check: check('Name'), Name: name, ...device })).toHaveLength(1);
    const ask = {
      Ask: {
        type: 'AttributeCollectorNode',
        config: { attributesToCollect: ['mail'] },
        to: { outcome: 'Find' },
      },
      Find: { type: 'IdentifyExistingUserNode', to: { true: 'Key', false: 'Failure' } },
    };
    expect(changed({ Page: page, Check: check('Ask'), ...ask, ...device })).toHaveLength(1);
    expect(
      changed({
        Page: page,
        Check: check('Name'),
        Name: { ...name, to: { outcome: 'Password' } },
        Password: { type: 'PasswordCollectorNode', to: { outcome: 'Check2' } },
        Check2: check('Key'),
        ...device,
      }),
    ).toEqual([]);
  });

  test('is no matter while it is only kept for a user who is still to be made', () => {
    const nodes = {
      Name: name,
      Key: key('Create', { postponeDeviceProfileStorage: true }),
      Create: { type: 'CreateObjectNode', to: { CREATED: 'Store', FAILURE: 'Failure' } },
      Store: {
        type: 'WebAuthnDeviceStorageNode',
        config: { generateRecoveryCodes: false },
        to: { success: 'Success', failure: 'Failure', exceedDeviceLimit: 'Failure' },
      },
    };
    expect(found(nodes)).toEqual([]);
  });
});

describe('a profile of a user of whom nothing is proven', () => {
  const name = { type: 'ValidatedUsernameNode', config: { validateInput: false }, to: { outcome: 'New' } };
  const password = {
    type: 'ValidatedPasswordNode',
    config: { validateInput: true },
    to: { outcome: 'Patch' },
  };
  const patch = (to: string) => ({ type: 'PatchObjectNode', to: { PATCHED: to, FAILURE: 'Failure' } });
  const check = { type: 'DataStoreDecisionNode', to: ends };

  test.each<[string, Nodes, object]>([
    ['', { Patch: patch('Success') }, {}],
    [' without a session', { Patch: patch('Success') }, { tree: { noSession: true } }],
    [' and asks for the new password', { Patch: patch('Check'), Check: check }, {}],
  ])('is told where a journey changes it%s', (_, nodes, around) => {
    const problems = found({ Name: name, New: password, ...nodes }, around);
    expect(problems).toMatchObject([
      {
        code: 'enrolment-as-proof',
        severity: 'warning',
        nodeName: 'Patch',
        outcome: 'PATCHED',
        message: expect.stringContaining('changes the profile of the user who was named'),
      },
    ]);
  });

  test('is no matter behind a proof, a mail or an answer, nor for a user who is signed in', () => {
    const mail = { type: 'EmailSuspendNode', to: { outcome: 'New' } };
    const answer = { type: 'KbaVerifyNode', to: { true: 'New', false: 'Failure' } };
    const named = { ...name, to: { outcome: 'Known' } };
    const rest = { New: password, Patch: patch('Success') };
    for (const nodes of [
      { Page: page, Check: { ...check, to: { true: 'New', false: 'Failure' } }, ...rest },
      { Name: named, Known: mail, ...rest },
      { Name: named, Known: answer, ...rest },
      rest,
    ]) {
      expect(toldOf('enrolment-as-proof', found(nodes))).toEqual([]);
    }
  });
});

test('a device that is kept later is told of once', () => {
  const nodes = {
    ...sound,
    Sender: { ...sender, to: { ...sender.to, NOT_REGISTERED: 'Bind' } },
    Bind: {
      type: 'DeviceBindingNode',
      config: { applicationIds: ['a'], postponeDeviceProfileStorage: true },
      to: { success: 'Store' },
    },
    Store: { type: 'DeviceBindingStorageNode', to: ends },
  };
  expect(toldOf('enrolment-as-proof', found(nodes))).toEqual([
    'enrolment-as-proof Bind success: Page=outcome Check=true Sender=NOT_REGISTERED Bind=success Store=true',
  ]);
});

test('a device that was bound and is kept later is there when it is asked for', () => {
  const verifier = (none: string) => ({
    type: 'DeviceSigningVerifierNode',
    config: { applicationIds: ['a'] },
    to: { success: 'Success', noDeviceRegistered: none },
  });
  const nodes = {
    Page: page,
    Check: { type: 'DataStoreDecisionNode', to: { true: 'Verify', false: 'Failure' } },
    Verify: verifier('Bind'),
    Bind: {
      type: 'DeviceBindingNode',
      config: { applicationIds: ['a'], postponeDeviceProfileStorage: true },
      to: { success: 'Store' },
    },
    Store: { type: 'DeviceBindingStorageNode', to: { true: 'Again', false: 'Failure' } },
    Again: verifier('Success'),
  };
  expect(found(nodes)).toEqual([]);
});
