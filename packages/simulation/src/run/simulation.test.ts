import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  asked,
  filled,
  journeys,
  pathOf,
  press,
  signIn,
  simulate,
  withPhone,
} from '../../test/simulated-client.ts';
import type { Act } from './act.ts';
import type { Simulation } from './simulation.ts';
import type { UserSetting } from './simulation-setting.ts';
import { stateChanges } from './state-changes.ts';
import { untouched } from './untouched.ts';

describe('a push sign-in', () => {
  it('succeeds once the phone has approved', async () => {
    const simulation = simulate({ users: [withPhone] });
    await signIn(simulation);
    await simulation.phone.approve();
    await simulation.poll();
    expect(simulation.end).toMatchObject({
      status: 'success',
      session: {
        username: 'demo',
        properties: { AuthLevel: '0', Service: 'PushLogin', NodeType: 'AuthenticatorPush|' },
      },
    });
    expect(pathOf(simulation.steps)).toEqual([
      'Page: outcome',
      'Data Store Decision: true',
      'Device Profile Collector: outcome',
      'Push Sender: SENT',
      'Push Wait: DONE',
      'Push Result Verifier: TRUE',
    ]);
  });

  it('fails once the phone has denied', async () => {
    const simulation = simulate({ users: [withPhone] });
    await signIn(simulation);
    await simulation.phone.deny();
    await simulation.poll();
    expect(simulation.end).toMatchObject({ status: 'failure', message: 'Login failure' });
  });

  it('wants the right number, and is denied by three wrong ones', async () => {
    const right = simulate({ users: [withPhone] });
    await signIn(right, 'PushNumberLogin');
    expect((await right.phone.approve()).result).toMatchObject({ status: 'impossible' });
    expect((await right.phone.tap('wrong')).result).toMatchObject({
      says: expect.stringContaining('not the number'),
    });
    await right.phone.tap('right');
    await right.poll();
    expect(right.end?.status).toBe('success');

    const wrong = simulate({ users: [withPhone] });
    await signIn(wrong, 'PushNumberLogin');
    for (let tap = 0; tap < 3; tap += 1) await wrong.phone.tap('wrong');
    await wrong.poll();
    expect(wrong.end?.status).toBe('failure');
  });

  it('sends anew what has expired', async () => {
    const simulation = simulate({ users: [withPhone] });
    await signIn(simulation);
    await simulation.phone.letExpire();
    const { passes } = await simulation.poll();
    expect(passes.map(({ result }) => ('outcome' in result ? result.outcome : result.type))).toEqual([
      'DONE',
      'EXPIRED',
      'SENT',
      'waits',
    ]);
  });

  it('takes a recovery code once, and switches the address of the phone on again', async () => {
    const simulation = simulate({ users: [withPhone] });
    await signIn(simulation);
    await simulation.phone.switchEndpoint(false);
    await press(simulation, 0);
    await simulation.answer(filled(simulation, { NameCallback: 'code1' }));
    expect(simulation.end?.status).toBe('success');
    expect(simulation.now.world.users.demo?.devices.push?.recoveryCodes).toEqual(['code2']);
    expect(simulation.now.world.phone.isReachable).toBe(true);
  });

  it('registers a phone, shows its recovery codes and asks that phone', async () => {
    const simulation = simulate();
    await signIn(simulation);
    await press(simulation, 0);
    await simulation.phone.scan();
    await simulation.poll();
    expect(asked(simulation).callbacks.map(({ callback }) => callback.type)).toEqual(['TextOutputCallback']);
    await simulation.answer(untouched(asked(simulation)));
    await simulation.phone.approve();
    await simulation.poll();
    expect(simulation.end?.status).toBe('success');
    expect(simulation.now.world.users.demo).toMatchObject({ attributes: { push2faEnabled: ['2'] } });
    expect(simulation.now.world.users.demo?.devices.push?.recoveryCodes).toHaveLength(10);
  });

  it('lets a user skip the phone, and passes one who has opted out', async () => {
    const skipping = simulate();
    await signIn(skipping);
    await press(skipping, 2);
    expect(skipping.end?.status).toBe('success');

    const optedOut = simulate({ users: [{ username: 'demo', optedOut: true }] });
    await signIn(optedOut);
    expect(pathOf(optedOut.steps).at(-1)).toBe('Push Sender: SKIPPED');
    expect(optedOut.end?.status).toBe('success');
  });

  it('registers nobody without a user, and a signed-in user without a password', async () => {
    const nobody = simulate();
    await nobody.start('AddPushDevice');
    expect(nobody.end).toEqual({
      status: 'error',
      code: 'node-failed',
      message: 'Expected username to be set.',
    });

    const demo = simulate({ signedIn: 'demo' });
    await demo.start('AddPushDevice');
    await demo.phone.scan();
    await demo.poll();
    await demo.answer(untouched(asked(demo)));
    expect(demo.end).toMatchObject({ status: 'success', session: { username: 'demo' } });
  });

  it('fails for a locked user, and says so', async () => {
    const simulation = simulate({ users: [{ ...withPhone, locked: true }] });
    await signIn(simulation, 'PushLogin', 'wrong');
    expect(simulation.end).toMatchObject({ status: 'failure', message: 'User Locked Out.' });
  });
});

describe('what does not work', () => {
  it.each([
    ['the delivery service fails', { services: { push: 'fails' } }, 'TRANSMISSION_FAILURE'],
    ['the realm has no push service', { services: { push: 'missing' } }, 'TRANSMISSION_FAILURE'],
    ['messages cannot be stored', { services: { pushMessages: 'fails' } }, 'CTS_ERROR'],
    ['the address of the phone is switched off', { phone: { isReachable: false } }, 'ENDPOINT_DISABLED'],
  ] as const)('a push is not sent when %s', async (_, setting, reason) => {
    const simulation = simulate({ users: [withPhone], ...setting });
    await simulation.start('PasswordlessPush');
    const { passes } = await simulation.answer(filled(simulation, { NameCallback: 'demo' }));
    expect(passes.at(-1)?.result).toEqual({ type: 'leaves', outcome: 'FAILURE' });
    expect(passes.at(-1)?.after.shared.PushAuthFailureReason).toBe(reason);
  });

  it('a push waits for a phone that is switched off', async () => {
    const simulation = simulate({ users: [withPhone], phone: { isOn: false } });
    await signIn(simulation);
    expect((await simulation.phone.approve()).result).toEqual({
      status: 'impossible',
      message: 'The phone is switched off.',
    });
    await simulation.phone.switch(true);
    await simulation.phone.approve();
    await simulation.poll();
    expect(simulation.end?.status).toBe('success');
  });

  it('an outage of the directory is told, and the step can be tried again', async () => {
    const simulation = simulate({ services: { directory: 'fails' } });
    await signIn(simulation);
    expect(simulation.end).toEqual({
      status: 'error',
      code: 'outage',
      message: 'The directory is out of reach.',
    });
    await simulation.perform({ type: 'services', faults: {} });
    await simulation.answer(filled(simulation, { NameCallback: 'demo', PasswordCallback: 'wrong' }));
    expect(simulation.end?.status).toBe('failure');
  });

  it('a run ends that takes longer than it may', async () => {
    const simulation = simulate({ users: [withPhone] });
    await signIn(simulation);
    await simulation.advanceClock(5 * 60_000);
    await simulation.poll();
    expect(simulation.end).toEqual({ status: 'timeout' });
  });

  it('acts that cannot be done change nothing and say why', async () => {
    const simulation = simulate();
    const reasons: string[] = [];
    const acts: readonly Act[] = [
      { type: 'start', journey: 'Nowhere' },
      { type: 'answer', answers: [] },
      { type: 'poll' },
      { type: 'scan' },
      { type: 'deny' },
      { type: 'let expire' },
    ];
    for (const act of acts) {
      const { result, after } = await simulation.perform(act);
      if (result.status === 'impossible') reasons.push(result.message);
      expect(after.run).toBeNull();
    }
    expect(reasons).toEqual([
      'The realm has no journey Nowhere.',
      'The journey does not ask anything.',
      'The step does not tell the client to wait and ask again.',
      'There is no QR code on the screen to scan.',
      'There is no push on the phone to answer.',
      'The phone has nothing to answer that could expire.',
    ]);
  });
});

describe('what is recorded', () => {
  it('is each call of a service, with the message for SNS', async () => {
    const simulation = simulate({ users: [withPhone] });
    await signIn(simulation, 'PushNumberLogin');
    const calls = simulation.steps.flatMap((step) => step.calls);
    expect(calls.map(({ text }) => text)).toEqual([
      'would check the password of demo',
      'would look up demo',
      'would look for the phone of demo',
      'would publish to SNS: Login attempt from demo at Journeyman',
      'would send a push',
    ]);
    expect(calls[3]?.arguments).toMatchObject([
      {
        Message: {
          default: 'Login attempt from demo at Journeyman',
          GCM: expect.stringContaining('"message":"•••"'),
        },
      },
      { c: '•••', k: 'challenge', n: expect.stringMatching(/^\d+,\d+,\d+$/) },
    ]);
  });

  it('holds no secret in its calls and its changes, unless they are to be revealed', async () => {
    const simulation = simulate();
    await signIn(simulation);
    await press(simulation, 0);
    await simulation.phone.scan();
    await simulation.poll();
    const { pushDevice, devices } = simulation.now.world.users.demo ?? {};
    const secrets = ['Ch4ng31t!', pushDevice?.sharedSecret ?? '', devices?.push?.recoveryCodes[0] ?? ''];
    const shown = (reveal: boolean) =>
      JSON.stringify(
        simulation.steps.map(({ passes, calls }) => [
          passes.map((pass) => stateChanges(pass, { reveal })),
          calls,
        ]),
      );
    for (const secret of secrets) {
      expect(secret).not.toBe('');
      expect(shown(false)).not.toContain(secret);
    }
    expect(shown(true)).toContain('Ch4ng31t!');
  });

  it('tells what each node has changed, layer by layer', async () => {
    const simulation = simulate();
    await signIn(simulation);
    const [, signedIn] = simulation.steps;
    expect(signedIn?.passes.slice(0, 2).flatMap((pass) => stateChanges(pass))).toEqual([
      { key: 'username', scope: 'shared', after: 'demo' },
      { key: 'password', scope: 'transient', after: '•••' },
    ]);
  });
});

describe('going back and forth', () => {
  it('restores any step, and goes on from there as if the rest had not happened', async () => {
    const simulation = simulate({ users: [withPhone] });
    await signIn(simulation);
    const waiting = simulation.steps.length - 1;
    await simulation.phone.deny();
    await simulation.poll();
    simulation.restoreTo(waiting);
    expect(simulation.end).toBeNull();
    await simulation.phone.approve();
    await simulation.poll();
    expect(simulation.end?.status).toBe('success');
    simulation.restoreTo(-1);
    expect(simulation.steps).toEqual([]);
    expect(simulation.asked).toBeNull();
  });

  it('replays the same way after no edit, and says where the way differs after one', async () => {
    const recorded = simulate({ users: [withPhone] });
    await signIn(recorded);
    await recorded.phone.approve();
    await recorded.poll();
    expect(await simulate({ users: [withPhone] }).replay(recorded.steps)).toBeNull();

    const differs = await simulate().replay(recorded.steps);
    expect(differs?.step).toBe(2);
    expect(differs?.now.passes[differs.pass ?? 0]?.result).toEqual({
      type: 'leaves',
      outcome: 'NOT_REGISTERED',
    });
  });

  it('runs until a breakpoint', async () => {
    const recorded = simulate({ users: [withPhone] });
    await signIn(recorded);
    const acts = recorded.steps.map(({ act }) => act);
    const simulation = simulate({ users: [withPhone] });
    expect(await simulation.runUntil(acts, ({ type }) => type === 'DataStoreDecisionNode')).toEqual({
      step: 1,
      pass: 3,
    });
    expect(simulation.steps).toHaveLength(2);
    expect(await simulate().runUntil(acts, () => false)).toBeNull();
  });
});

const anyAct: fc.Arbitrary<(simulation: Simulation) => Act> = fc.oneof(
  fc
    .constantFrom<Act>(
      { type: 'poll' },
      { type: 'scan' },
      { type: 'approve' },
      { type: 'deny' },
      { type: 'tap', number: 'right' },
      { type: 'tap', number: 'wrong' },
      { type: 'let expire' },
      { type: 'switch phone', on: false },
      { type: 'switch phone', on: true },
      { type: 'switch endpoint', on: false },
      { type: 'wait', ms: 7000 },
    )
    .map((act) => () => act),
  fc
    .record({
      NameCallback: fc.constantFrom('demo', 'code1', 'x'),
      PasswordCallback: fc.constantFrom('Ch4ng31t!', 'x'),
    })
    .chain((values) => fc.nat({ max: 3 }).map((option) => ({ ...values, ConfirmationCallback: option })))
    .map(
      (values) =>
        (simulation: Simulation): Act => ({
          type: 'answer',
          answers: simulation.asked === null ? [] : filled(simulation, values),
        }),
    ),
);

test('a simulation and its replay agree in all that happens, whatever is done', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...journeys.keys()),
      fc.array(anyAct, { maxLength: 12 }),
      fc.constantFrom<readonly UserSetting[]>([withPhone], [{ username: 'demo' }]),
      async (journey, acts, users) => {
        const first = simulate({ users, signedIn: 'demo' });
        await first.start(journey);
        for (const act of acts) await first.perform(act(first));
        const second = simulate({ users, signedIn: 'demo' });
        await second.replay(first.steps);
        expect(second.steps).toEqual(first.steps);
      },
    ),
    { numRuns: 60 },
  );
});
