import { identityStoreDecisionNode } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { goTo, send } from '../../behaviour.ts';
import type { Answer, TextKind } from '../../callbacks.ts';
import { type NodeRunSetting, nodeRun, type TestPerson } from '../node-run.builder.ts';
import { identityStoreDecision } from './identity-store-decision.ts';

type Setting = Omit<NodeRunSetting<typeof identityStoreDecisionNode>, 'type'>;

const lockedOut = goTo('LOCKED', { errorMessage: 'User Locked Out.' });
const loginFailure = goTo('FALSE', { errorMessage: 'Login failure' });

function signIn(setting: Setting = {}) {
  return nodeRun({
    type: identityStoreDecisionNode,
    shared: { username: 'demo' },
    transient: { password: 'Ch4ng31t!' },
    ...setting,
  });
}

const demo = (different: Partial<TestPerson>): readonly TestPerson[] => [
  { username: 'demo', password: 'Ch4ng31t!', ...different },
];

describe('signing in', () => {
  test('goes by TRUE and identifies the user', async () => {
    const { run, state } = signIn();
    expect(await identityStoreDecision(run)).toEqual(goTo('TRUE', { identified: 'demo' }));
    expect(state.shared).toEqual({ username: 'demo' });
  });

  test.each([
    { what: 'a wrong password', shared: { username: 'demo' }, transient: { password: 'guess' } },
    { what: 'an unknown user', shared: { username: 'nobody' }, transient: { password: 'Ch4ng31t!' } },
    { what: 'a blank password', shared: { username: 'demo' }, transient: { password: ' ' } },
    { what: 'a blank user name', shared: { username: ' ' }, transient: { password: 'Ch4ng31t!' } },
    { what: 'nothing collected', shared: {}, transient: {} },
  ])('goes by FALSE for $what', async ({ shared, transient }) => {
    const { run } = signIn({ shared, transient });
    expect(await identityStoreDecision(run)).toEqual(loginFailure);
  });

  test.each(['Ch4ng31t!', 'guess', ''])(
    'goes by LOCKED for a locked account with password "%s"',
    async (password) => {
      const { run } = signIn({ people: demo({ active: false }), transient: { password } });
      expect(await identityStoreDecision(run)).toEqual(lockedOut);
    },
  );

  test('goes by EXPIRED for an expired password', async () => {
    const { run } = signIn({ people: demo({ passwordStatus: 'expired' }) });
    expect(await identityStoreDecision(run)).toEqual(goTo('EXPIRED'));
  });

  describe('with a name that the store has in another form', () => {
    const find = async () => ({ username: 'uuid-of-demo', universalId: '', active: true, attributes: {} });

    test('keeps the name that was entered', async () => {
      const { run, state } = signIn({ services: { directory: { find } } });
      expect(await identityStoreDecision(run)).toEqual(goTo('TRUE', { identified: 'demo' }));
      expect(state.shared).toEqual({ username: 'demo' });
    });

    test('takes the name of the store where the universal identifier is asked for', async () => {
      const { run, state } = signIn({
        config: { useUniversalIdForUsername: true },
        services: { directory: { find } },
      });
      expect(await identityStoreDecision(run)).toEqual(goTo('TRUE', { identified: 'uuid-of-demo' }));
      expect(state.shared).toEqual({ username: 'uuid-of-demo' });
    });
  });
});

describe('changing a password that was reset', () => {
  const people = demo({ passwordStatus: 'mustChange' });

  const page = (kind: Exclude<TextKind, 'script'>, message: string) =>
    send(
      { type: 'TextOutputCallback', message, kind },
      { type: 'PasswordCallback', prompt: 'Old Password' },
      { type: 'PasswordCallback', prompt: 'New Password' },
      { type: 'PasswordCallback', prompt: 'Confirm Password' },
      {
        type: 'ConfirmationCallback',
        kind: 'error',
        options: ['SUBMIT', 'CANCEL'],
        defaultOption: 1,
        selected: 0,
      },
    );

  const entry = (old: string, chosen: string, confirmed = chosen, pressed = 0): readonly Answer[] => [
    { type: 'TextOutputCallback', value: null },
    { type: 'PasswordCallback', value: old },
    { type: 'PasswordCallback', value: chosen },
    { type: 'PasswordCallback', value: confirmed },
    { type: 'ConfirmationCallback', value: pressed },
  ];

  test('asks for old, new and confirmed password', async () => {
    const { run } = signIn({ people });
    expect(await identityStoreDecision(run)).toEqual(page('information', 'PASSWORD MUST BE RESET.'));
  });

  test('writes the message as it is where mixed case is asked for', async () => {
    const { run } = signIn({ people, config: { mixedCaseForPasswordChangeMessages: true } });
    expect(await identityStoreDecision(run)).toEqual(page('information', 'Password must be reset.'));
  });

  test('takes a new password and goes by TRUE', async () => {
    const { run, next, state, world } = signIn({ people });
    await identityStoreDecision(run);
    const result = await identityStoreDecision(next(...entry('Ch4ng31t!', 'Better-01')));
    expect(result).toEqual(goTo('TRUE', { identified: 'demo' }));
    expect(state.transient.password).toBe('Better-01');
    expect(world.people.get('demo')?.password).toBe('Better-01');
  });

  test.each([
    {
      what: 'shorter than required',
      answers: entry('Ch4ng31t!', 'short'),
      message: 'NEW PASSWORD IS TOO SHORT.',
    },
    {
      what: 'the same as the old one',
      answers: entry('Ch4ng31t!', 'Ch4ng31t!'),
      message: 'THE PASSWORD MUST BE DIFFERENT. TRY AGAIN.',
    },
    {
      what: 'not the same as its confirmation',
      answers: entry('Ch4ng31t!', 'Better-01', 'Better-02'),
      message: 'THE PASSWORD AND THE CONFIRM PASSWORD DO NOT MATCH.',
    },
    {
      what: 'entered with a wrong old one',
      answers: entry('guess', 'Better-01'),
      message: 'THE PASSWORD YOU ENTERED IS INVALID.',
    },
  ])('asks again for a new password that is $what', async ({ answers, message }) => {
    const { next, world } = signIn({ people });
    expect(await identityStoreDecision(next(...answers))).toEqual(page('error', message));
    expect(world.people.get('demo')?.password).toBe('Ch4ng31t!');
  });

  test('asks again for a new password that is the user name', async () => {
    const { next } = signIn({ people, config: { minimumPasswordLength: 0 } });
    expect(await identityStoreDecision(next(...entry('Ch4ng31t!', 'demo')))).toEqual(
      page('error', 'USERNAME AND PASSWORD MUST BE DIFFERENT. TRY AGAIN.'),
    );
  });

  test('takes no empty password, whatever the minimum', async () => {
    const { next } = signIn({ people, config: { minimumPasswordLength: 0 } });
    expect(await identityStoreDecision(next(...entry('Ch4ng31t!', '')))).toEqual(
      page('error', 'NEW PASSWORD IS TOO SHORT.'),
    );
  });

  test('asks again for a new password that the store refuses', async () => {
    const changePassword = async () => ({ status: 'refused' as const });
    const { next } = signIn({ people, services: { directory: { changePassword } } });
    expect(await identityStoreDecision(next(...entry('Ch4ng31t!', 'Better-01')))).toEqual(
      page('error', 'NEW PASSWORD DOES NOT MEET THE PASSWORD POLICY REQUIREMENTS.'),
    );
  });

  test('goes by CANCELLED when the user cancels', async () => {
    const { next } = signIn({ people });
    expect(await identityStoreDecision(next(...entry('', '', '', 1)))).toEqual(goTo('CANCELLED'));
  });

  test('goes by LOCKED when the account is locked in the meantime', async () => {
    const { run, next, services, world } = signIn({ people });
    await identityStoreDecision(run);
    await services.directory.setActive('demo', false);
    expect(await identityStoreDecision(next(...entry('Ch4ng31t!', 'Better-01')))).toEqual(lockedOut);
    expect(world.people.get('demo')?.password).toBe('Ch4ng31t!');
  });
});
