import { describe, expect, it, test } from 'vitest';
import { journeyOf } from '../../../node-schemas/src/journey/journey-export.builder.ts';
import { asked, filled, pathOf, press, signIn, simulate, withPhone } from '../../test/simulated-client.ts';

describe('a session that a run upgrades', () => {
  it('ends when its user is locked: the run times out, and the next one begins without a session', async () => {
    const locking = journeyOf({
      name: 'Locking',
      nodes: {
        Ask: { type: 'MessageNode', to: { true: 'Lock', false: 'Failure' } },
        Lock: { type: 'AccountLockoutNode', config: { lockAction: 'LOCK' }, to: { outcome: 'Ask' } },
      },
    });
    const simulation = simulate({ journeys: new Map([[locking.name, locking]]), signedIn: 'demo' });
    await simulation.start('Locking');
    await press(simulation, 0);
    expect(simulation.now.world.users.demo?.active).toBe(false);
    expect(asked(simulation).callbacks).not.toEqual([]);
    await press(simulation, 0);
    expect(simulation.end).toEqual({ status: 'timeout' });
    const { after } = await simulation.start('Locking');
    expect(after.run?.upgrades).toBeNull();
    expect(after.run?.execution.shared.username).toBeUndefined();
  });

  it('does not mind that somebody else is locked', async () => {
    const locking = journeyOf({
      name: 'Locking',
      nodes: {
        Who: { type: 'UsernameCollectorNode', to: { outcome: 'Lock' } },
        Lock: { type: 'AccountLockoutNode', config: { lockAction: 'LOCK' }, to: { outcome: 'Ask' } },
        Ask: { type: 'MessageNode', to: { true: 'Success', false: 'Failure' } },
      },
    });
    const users = [{ username: 'demo' }, { username: 'alice' }];
    const simulation = simulate({ journeys: new Map([[locking.name, locking]]), users, signedIn: 'demo' });
    await simulation.start('Locking');
    await simulation.answer(filled(simulation, { NameCallback: 'alice' }));
    await press(simulation, 1);
    expect(simulation.end?.status).toBe('failure');
    expect(simulation.now.world.signedIn).toBe('demo');
  });
});

describe('a request that starts a run', () => {
  const headers = { 'X-OpenAM-Username': 'demo', 'X-OpenAM-Password': 'Ch4ng31t!' };

  it('answers a page for name and password by its headers, and nothing else', async () => {
    const simulation = simulate({ headers });
    await simulation.start('PushLogin');
    expect(pathOf(simulation.steps)).toEqual(['Page: outcome', 'Data Store Decision: true']);
    await simulation.start('PasswordlessPush');
    expect(pathOf(simulation.steps.slice(1))).toEqual([
      'Username Collector: outcome',
      'Push Sender: NOT_REGISTERED',
    ]);
  });

  it('leaves nothing to try again when it breaks off over them', async () => {
    const simulation = simulate({ headers, services: { directory: 'fails' } });
    await simulation.start('PushLogin');
    expect(simulation.end).toMatchObject({ status: 'error', code: 'outage' });
    expect(simulation.asked).toBeNull();
  });

  it('says where it wants to be led, which counts before what the realm says', async () => {
    const simulation = simulate({ headers: { ...headers, 'X-OpenAM-Password': 'x' }, gotoOnFail: '/sorry' });
    const { after } = await simulation.start('PushLogin');
    expect(after.run?.execution.shared.userGotoOnFailParam).toBe('/sorry');
    expect(simulation.end).toMatchObject({ status: 'failure', failureUrl: '/sorry' });
  });
});

test('the phone answers in the realm that it was registered in', async () => {
  const simulation = simulate({ users: [withPhone], realm: { name: '/alpha/a b' } });
  const [account] = simulation.now.world.phone.state.accounts;
  expect(account?.push?.authenticateUrl).toBe(
    'https://simulation.example/am/json/alpha/a%20b/push/sns/message?_action=authenticate',
  );
  await signIn(simulation);
  await simulation.phone.approve();
  await simulation.poll();
  expect(simulation.end?.status).toBe('success');
});
