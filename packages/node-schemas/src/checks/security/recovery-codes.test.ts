import { describe, expect, test } from 'vitest';
import { type BuiltNode, journeyOf } from '../../journey/journey-export.builder.ts';
import { check, found, type Nodes, page, toldOf } from './security.builder.ts';

describe('recovery codes of a device that is stored later', () => {
  const register = (next: string, config: BuiltNode['config'] = {}): BuiltNode => ({
    type: 'OathRegistrationNode',
    config: { postponeDeviceProfileStorage: true, ...config },
    to: { successOutcome: next, failureOutcome: 'Failure' },
  });
  const store = (next: string): BuiltNode => ({
    type: 'OathDeviceStorageNode',
    to: { successOutcome: next, failureOutcome: 'Failure' },
  });
  const show = (next: string): BuiltNode => ({ type: 'RecoveryCodeDisplayNode', to: { outcome: next } });
  /** A password, then a device that is made sure of before it is stored. */
  const enrol = (more: Nodes): Nodes => ({
    Page: page,
    Check: { ...check, to: { true: 'Register', false: 'Failure' } },
    Register: register('Verify'),
    Verify: {
      type: 'OathTokenVerifierNode',
      to: { successOutcome: 'Store', failureOutcome: 'Failure', notRegisteredOutcome: 'Failure' },
    },
    ...more,
  });
  const way = 'Page=outcome Check=true Register=successOutcome Verify=successOutcome';
  const told = (nodes: Nodes) => toldOf('recovery-codes-not-shown', found(nodes));

  test('are shown behind the storage', () => {
    expect(told(enrol({ Store: store('Success') }))).toEqual([
      `recovery-codes-not-shown Store: ${way} Store=successOutcome`,
    ]);
    expect(told(enrol({ Store: store('Show'), Show: show('Success') }))).toEqual([]);
    const ask = { type: 'MessageNode', to: { true: 'Show', false: 'Success' } };
    expect(told(enrol({ Store: store('Ask'), Ask: ask, Show: show('Success') }))).toEqual([
      `recovery-codes-not-shown Store: ${way} Store=successOutcome Ask=false`,
    ]);
  });

  test('cannot be shown before', () => {
    const nodes = { Register: register('Show'), Show: show('Verify'), Store: store('Success') };
    expect(told(enrol(nodes))).toHaveLength(1);
  });

  test('are switched off at the registration, which is said', () => {
    const off = register('Verify', { generateRecoveryCodes: false });
    expect(told(enrol({ Register: off, Store: store('Success') }))).toEqual([]);
    expect(found(enrol({ Store: store('Success') }))).toMatchObject([
      {
        path: ['tree', 'nodes', 'Store', 'connections', 'successOutcome'],
        message:
          'Store makes recovery codes, and on some way they are never shown, so nobody has them when the device is lost. Put a Recovery Code Display Node behind its Success, or switch Generate Recovery Codes of Register off.',
      },
    ]);
  });

  test('come with a device that the user has from then on', () => {
    const use = {
      type: 'OathTokenVerifierNode',
      to: { successOutcome: 'Show', notRegisteredOutcome: 'Success' },
    };
    expect(told(enrol({ Store: store('Use'), Use: use, Show: show('Success') }))).toEqual([]);
  });

  test('of WebAuthn are for the storage alone to decide', () => {
    const nodes = (registration: boolean, storage: boolean) => ({
      Register: {
        type: 'WebAuthnRegistrationNode',
        config: { postponeDeviceProfileStorage: true, generateRecoveryCodes: registration },
        to: { success: 'Store' },
      },
      Store: {
        type: 'WebAuthnDeviceStorageNode',
        config: { generateRecoveryCodes: storage },
        to: { success: 'Success' },
      },
    });
    expect(told(nodes(true, false))).toEqual([]);
    expect(told(nodes(false, true))).toEqual([
      'recovery-codes-not-shown Store: Register=success Store=success',
    ]);
  });

  test('are not made by the storage where the registration stores the device itself, or may', () => {
    for (const flag of [false, '&{postpone}']) {
      const nodes = {
        Register: register('Show', { postponeDeviceProfileStorage: flag }),
        Show: show('Verify'),
        Store: store('Success'),
      };
      expect(told(enrol(nodes))).toEqual([]);
    }
  });

  test('are left to the registration that was last', () => {
    const nodes = (first: boolean, last: boolean) =>
      enrol({
        Register: register('Again', { generateRecoveryCodes: first }),
        Again: register('Verify', { generateRecoveryCodes: last }),
        Store: store('Success'),
      });
    expect(told(nodes(true, false))).toEqual([]);
    expect(told(nodes(false, true))).toHaveLength(1);
  });

  test('may be left out by a script', () => {
    const script = { type: 'UnheardOfNode', to: { on: 'Verify' } };
    expect(told(enrol({ Register: register('Script'), Script: script, Store: store('Success') }))).toEqual(
      [],
    );
  });

  test('are not taken for those of another device', () => {
    const push = { type: 'PushRegistrationNode', to: { successOutcome: 'Register' } };
    const nodes = { ...enrol({ Push: push }), Check: { ...check, to: { true: 'Push', false: 'Failure' } } };
    const both = 'Page=outcome Check=true Push=successOutcome Register=successOutcome';
    expect(told({ ...nodes, Register: register('Success') })).toEqual([
      `recovery-codes-not-shown Push: ${both}`,
    ]);
    const shown = { Register: { ...register('Show'), to: { successOutcome: 'Show' } }, Show: show('Store') };
    expect(told({ ...nodes, ...shown, Store: store('Success') })).toEqual([
      `recovery-codes-not-shown Store: ${both} Show=outcome Store=successOutcome`,
    ]);
    const between = {
      Register: { ...register('Push'), to: { successOutcome: 'Push' } },
      Push: { ...push, to: { successOutcome: 'Show' } },
      Show: show('Store'),
    };
    expect(told(enrol({ ...between, Store: store('Success') }))).toHaveLength(1);
  });

  test('are told where another journey registers the device, or stores it, or each does one', () => {
    const others = [
      journeyOf({ name: 'Registering', nodes: { Enrol: register('Success') } }),
      journeyOf({ name: 'Storing', nodes: { Keep: store('Success') } }),
    ];
    const run = (tree: string, next: string): BuiltNode => ({
      type: 'InnerTreeEvaluatorNode',
      config: { tree },
      to: { true: next, false: 'Failure' },
    });
    const told = (nodes: Nodes) => toldOf('recovery-codes-not-shown', found(enrol(nodes), { others }));
    const registering = { Register: run('Registering', 'Verify') };
    const before =
      'Page=outcome Check=true Registering/Enrol=successOutcome Register=true Verify=successOutcome';
    expect(told({ ...registering, Store: store('Success') })).toEqual([
      `recovery-codes-not-shown Store: ${before} Store=successOutcome`,
    ]);
    expect(told({ Store: run('Storing', 'Success') })).toEqual([
      `recovery-codes-not-shown Store: ${way} Storing/Keep=successOutcome Store=true`,
    ]);
    expect(told({ ...registering, Store: run('Storing', 'Success') })).toEqual([
      `recovery-codes-not-shown Store: ${before} Storing/Keep=successOutcome Store=true`,
    ]);
    expect(told({ ...registering, Store: run('Storing', 'Show'), Show: show('Success') })).toEqual([]);
  });

  test('are told of a journey that does both by itself alone', () => {
    const both = { Enrol: register('Keep'), Keep: store('Success') };
    const run = { type: 'InnerTreeEvaluatorNode', config: { tree: 'Both' }, to: { true: 'Success' } };
    const others = [journeyOf({ name: 'Both', nodes: both })];
    expect(told(both)).toEqual(['recovery-codes-not-shown Keep: Enrol=successOutcome Keep=successOutcome']);
    for (const nodes of [{ Run: run }, { Register: register('Run'), Run: run }])
      expect(toldOf('recovery-codes-not-shown', found(nodes, { others }))).toEqual([]);
  });
});
