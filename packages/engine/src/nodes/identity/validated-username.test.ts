import { validatedUsernameNode } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { goTo, send } from '../../behaviour.ts';
import { nodeRun } from '../node-run.builder.ts';
import { validatedUsername } from './validated-username.ts';

const type = validatedUsernameNode;

describe('without validation', () => {
  test('asks for the user name', async () => {
    const { run } = nodeRun({ type });
    expect(await validatedUsername(run)).toEqual(send({ type: 'NameCallback', prompt: 'User Name' }));
  });

  test('keeps the name, also as an attribute beside those that are there', async () => {
    const { run, state } = nodeRun({
      type,
      shared: { objectAttributes: { mail: 'demo@example.com' } },
      answers: [{ type: 'NameCallback', value: 'demo' }],
    });
    expect(await validatedUsername(run)).toEqual(goTo('outcome'));
    expect(state.shared).toEqual({
      objectAttributes: { mail: 'demo@example.com', userName: 'demo' },
      username: 'demo',
    });
  });

  test('keeps the name under the attribute that is configured', async () => {
    const { run, state } = nodeRun({
      type,
      config: { usernameAttribute: 'mail' },
      answers: [{ type: 'NameCallback', value: 'demo@example.com' }],
    });
    await validatedUsername(run);
    expect(state.shared).toMatchObject({ objectAttributes: { mail: 'demo@example.com' } });
  });

  test('goes on with an empty name and keeps nothing', async () => {
    const { run, state } = nodeRun({ type, answers: [{ type: 'NameCallback', value: '' }] });
    expect(await validatedUsername(run)).toEqual(goTo('outcome'));
    expect(state.shared).toEqual({});
  });
});

describe('with validation', () => {
  const policies = { name: 'userName', policyRequirements: ['MIN_LENGTH'] };
  const tooShort = { policyRequirement: 'MIN_LENGTH', params: { minLength: 4 } };
  const setting = {
    type,
    config: { validateInput: true },
    services: {
      policies: {
        describe: async () => ({ title: 'Username', policies }),
        check: async (_attribute: string, value: string) => (value.length < 4 ? [tooShort] : []),
      },
    },
  };
  const question = { type: 'ValidatedCreateUsernameCallback', prompt: 'Username', policies } as const;
  const answer = (value: string, validateOnly = false) =>
    ({ type: 'ValidatedCreateUsernameCallback', value: { value, validateOnly } }) as const;

  test('asks with the rules for the attribute', async () => {
    const { run } = nodeRun(setting);
    expect(await validatedUsername(run)).toEqual(
      send({ ...question, failedPolicies: [], validateOnly: false }),
    );
  });

  test('asks by its own text where the attribute has no title', async () => {
    const { run } = nodeRun({ type, config: { validateInput: true } });
    expect(await validatedUsername(run)).toMatchObject({
      callbacks: [{ prompt: 'User Name', policies: {} }],
    });
  });

  test('asks again for a name that the rules forbid, with what is wrong', async () => {
    const { run, state } = nodeRun({ ...setting, answers: [answer('bob')] });
    expect(await validatedUsername(run)).toEqual(
      send({ ...question, value: 'bob', failedPolicies: [tooShort], validateOnly: false }),
    );
    expect(state.shared).toEqual({});
  });

  test('stays when only a check is asked for', async () => {
    const { run, state } = nodeRun({ ...setting, answers: [answer('demo', true)] });
    expect(await validatedUsername(run)).toEqual(
      send({ ...question, value: 'demo', failedPolicies: [], validateOnly: true }),
    );
    expect(state.shared).toEqual({});
  });

  test('keeps a name that the rules allow', async () => {
    const { run, state } = nodeRun({ ...setting, answers: [answer('demo')] });
    expect(await validatedUsername(run)).toEqual(goTo('outcome'));
    expect(state.shared).toEqual({ objectAttributes: { userName: 'demo' }, username: 'demo' });
  });
});
