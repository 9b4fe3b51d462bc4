import { validatedPasswordNode } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { goTo, send } from '../../behaviour.ts';
import { nodeRun } from '../node-run.builder.ts';
import { validatedPassword } from './validated-password.ts';

const type = validatedPasswordNode;

describe('without validation', () => {
  test('asks for the password', async () => {
    const { run } = nodeRun({ type });
    expect(await validatedPassword(run)).toEqual(send({ type: 'PasswordCallback', prompt: 'Password' }));
  });

  test('keeps the password out of shared state, whose attributes stay', async () => {
    const shared = { objectAttributes: { userName: 'demo' }, username: 'demo' };
    const { run, state } = nodeRun({
      type,
      shared,
      answers: [{ type: 'PasswordCallback', value: 'Ch4ng31t!' }],
    });
    expect(await validatedPassword(run)).toEqual(goTo('outcome'));
    expect(state).toEqual({
      shared,
      transient: { objectAttributes: { password: 'Ch4ng31t!' }, password: 'Ch4ng31t!' },
      secure: {},
    });
  });

  test('moves a password out of the layer that an earlier one was kept in', async () => {
    const { run, state } = nodeRun({
      type,
      secure: { objectAttributes: { password: 'old' }, password: 'old' },
      answers: [{ type: 'PasswordCallback', value: 'new' }],
    });
    await validatedPassword(run);
    expect(state).toEqual({
      shared: {},
      transient: { objectAttributes: { password: 'new' }, password: 'new' },
      secure: {},
    });
  });

  test('goes on with an empty password', async () => {
    const { run, state } = nodeRun({ type, answers: [{ type: 'PasswordCallback', value: '' }] });
    expect(await validatedPassword(run)).toEqual(goTo('outcome'));
    expect(state.transient).toEqual({ objectAttributes: { password: '' }, password: '' });
  });
});

describe('with validation', () => {
  const policies = { name: 'password', policyRequirements: ['MIN_LENGTH'] };
  const tooShort = { policyRequirement: 'MIN_LENGTH', params: { minLength: 8 } };
  const setting = {
    type,
    config: { validateInput: true },
    services: {
      policies: {
        describe: async () => ({ title: 'Password of your choice', policies }),
        check: async (_attribute: string, value: string) => (value.length < 8 ? [tooShort] : []),
      },
    },
  };
  const question = {
    type: 'ValidatedCreatePasswordCallback',
    prompt: 'Password of your choice',
    policies,
  } as const;
  const answer = (value: string, validateOnly = false) =>
    ({ type: 'ValidatedCreatePasswordCallback', value: { value, validateOnly } }) as const;

  test('asks with the rules for the attribute', async () => {
    const { run } = nodeRun(setting);
    expect(await validatedPassword(run)).toEqual(
      send({ ...question, failedPolicies: [], validateOnly: false }),
    );
  });

  test('asks again for a password that the rules forbid and does not send it back', async () => {
    const { run, state } = nodeRun({ ...setting, answers: [answer('short')] });
    const result = await validatedPassword(run);
    expect(result).toEqual(send({ ...question, failedPolicies: [tooShort], validateOnly: false }));
    expect(state.transient).toEqual({});
  });

  test('stays when only a check is asked for', async () => {
    const { run, state } = nodeRun({ ...setting, answers: [answer('Ch4ng31t!', true)] });
    expect(await validatedPassword(run)).toEqual(
      send({ ...question, failedPolicies: [], validateOnly: true }),
    );
    expect(state.transient).toEqual({});
  });

  test('keeps a password that the rules allow', async () => {
    const { run, state } = nodeRun({ ...setting, answers: [answer('Ch4ng31t!')] });
    expect(await validatedPassword(run)).toEqual(goTo('outcome'));
    expect(state.transient).toEqual({
      objectAttributes: { password: 'Ch4ng31t!' },
      password: 'Ch4ng31t!',
    });
  });
});
