import { expect, test } from 'vitest';
import { nodesPerRequest } from './advance.ts';
import { goTo, refuse, send } from './behaviour.ts';
import { nodeFailed } from './errors.ts';
import { button, journeyRun, name, password, type TestNodeType } from './journey-run.builder.ts';

const signIn = {
  nodes: {
    User: { type: 'UsernameCollectorNode', to: { outcome: 'Password' } },
    Password: { type: 'PasswordCollectorNode', to: { outcome: 'Check' } },
    Check: { type: 'DataStoreDecisionNode', to: { true: 'Success', false: 'Failure' } },
  },
};

const proves = (method: string): TestNodeType => ({
  behaviour: () => goTo('outcome', { provenMethod: method }),
});

test('asks, goes on with the answers, and succeeds with the user and an empty plan', async () => {
  const run = journeyRun({ journeys: [signIn] });
  expect(await run.ask()).toEqual({
    callbacks: [{ callback: { type: 'NameCallback', prompt: 'User Name' } }],
  });
  await run.ask(name('demo'));
  expect(await run.go(password('Ch4ng31t!'))).toEqual({
    status: 'succeeded',
    success: {
      identity: expect.objectContaining({ username: 'demo' }),
      authLevel: 0,
      plan: { properties: {} },
    },
  });
});

test('fails without a message of its own where none was given', async () => {
  const run = journeyRun({ journeys: [signIn] });
  await run.go();
  await run.go(name('demo'));
  expect(await run.go(password('wrong'))).toEqual({ status: 'failed', failure: {} });
});

test('starts with the realm, the level, the user and where the client wants to go', async () => {
  const run = journeyRun({
    journeys: [{ nodes: { Ask: { type: 'MessageNode', to: { true: 'Success', false: 'Failure' } } } }],
    realm: { realm: '/alpha' },
    beginning: { authLevel: 3, username: 'demo', goto: '/home', gotoOnFail: '/sorry' },
  });
  await run.go();
  expect(run.execution.shared).toEqual({
    realm: '/alpha',
    authLevel: 3,
    username: 'demo',
    userGotoParam: '/home',
    userGotoOnFailParam: '/sorry',
  });
});

test('reports where the journey and the client want to go, after success and after failure', async () => {
  const nodes = {
    Good: { type: 'SetSuccessUrlNode', config: { successUrl: '/done' }, to: { outcome: 'Bad' } },
    Bad: { type: 'SetFailureUrlNode', config: { failureUrl: '/failed' }, to: { outcome: 'Ask' } },
    Ask: { type: 'MessageNode', to: { true: 'Success', false: 'Failure' } },
  };
  const beginning = { goto: '/home', gotoOnFail: '/sorry' };
  const run = journeyRun({ journeys: [{ nodes }], beginning });
  const { callbacks } = await run.ask();
  const answers = callbacks.map(({ callback }) =>
    callback.type === 'ConfirmationCallback'
      ? button(0)
      : ({ type: 'TextOutputCallback', value: null } as const),
  );
  expect(await run.go(...answers)).toMatchObject({
    success: { successUrl: '/done', goto: '/home' },
  });
  expect(await run.go(...answers.map((each) => (each.value === null ? each : button(1))))).toMatchObject({
    failure: { failureUrl: '/failed', gotoOnFail: '/sorry' },
  });
});

test('a node sees answers only to what it asked itself', async () => {
  const nodes = {
    First: { type: 'UsernameCollectorNode', to: { outcome: 'Second' } },
    Second: { type: 'UsernameCollectorNode', to: { outcome: 'Success' } },
  };
  const run = journeyRun({ journeys: [{ nodes }] });
  await run.go();
  expect((await run.ask(name('demo'))).callbacks).toHaveLength(1);
});

test.each([
  { fault: 'too few', answers: [], message: 'Incorrect number of callbacks found in JSON response' },
  {
    fault: 'too many',
    answers: [name('a'), name('b')],
    message: 'Incorrect number of callbacks found in JSON response',
  },
  {
    fault: 'another type',
    answers: [password('a')],
    message: 'Required callback not found in JSON response',
  },
])('refuses $fault, and the execution stays as it was', async ({ answers, message }) => {
  const run = journeyRun({ journeys: [signIn] });
  await run.go();
  const before = run.execution;
  expect(await run.go(...answers)).toEqual({ status: 'refused', message });
  expect(run.execution).toEqual(before);
  expect((await run.ask(name('demo'))).callbacks[0]?.callback.type).toBe('PasswordCallback');
});

test('refuses a choice or a button that was not offered, and takes the button that stands for none', async () => {
  const choice = { choices: ['a', 'b'], prompt: '' };
  const run = journeyRun({
    journeys: [
      {
        nodes: {
          Choose: { type: 'ChoiceCollectorNode', config: choice, to: { a: 'Wait', b: 'Failure' } },
          Wait: {
            type: 'PollingWaitNode',
            config: { exitable: true },
            to: { DONE: 'Success', EXITED: 'Failure' },
          },
        },
      },
    ],
  });
  await run.go();
  for (const value of [2, -1, 0.5, 100]) {
    expect(await run.go({ type: 'ChoiceCallback', value })).toEqual({
      status: 'refused',
      message: 'Callback 1 selects an option that was not offered',
    });
  }
  await run.ask({ type: 'ChoiceCallback', value: 0 });
  const waiting = { type: 'PollingWaitCallback', value: null } as const;
  expect(await run.go(waiting, button(1))).toMatchObject({ status: 'refused' });
  expect((await run.ask(waiting, button(100))).callbacks).toHaveLength(2);
});

test('what a node refuses leaves the execution untouched', async () => {
  const picky: TestNodeType = {
    behaviour: ({ answers, state }) => {
      state.put('shared', 'errorMessage', 'seen');
      const [answer] = answers;
      if (answer === undefined) return send({ type: 'NameCallback', prompt: 'Name' });
      return answer.value === 'good' ? goTo('outcome') : refuse('Not this one');
    },
  };
  const run = journeyRun({
    journeys: [{ nodes: { Picky: { type: 'PickyNode', to: { outcome: 'Success' } } } }],
    types: { PickyNode: picky },
  });
  await run.go();
  const before = run.execution;
  expect(await run.go(name('bad'))).toEqual({ status: 'refused', message: 'Not this one' });
  expect(run.execution).toEqual(before);
  expect(await run.go(name('good'))).toMatchObject({ status: 'succeeded' });
});

test.each([
  {
    what: 'an outcome that is not connected',
    to: {},
    code: 'journey-broken',
    says: /Outcome outcome of Set/,
  },
  {
    what: 'a node that is not there',
    to: { outcome: 'Elsewhere' },
    code: 'journey-broken',
    says: /leads to node Elsewhere/,
  },
])('breaks at $what', async ({ to, code, says }) => {
  const run = journeyRun({ journeys: [{ nodes: { Set: { type: 'SetStateNode', to } } }] });
  await expect(run.go()).rejects.toMatchObject({
    name: 'JourneyError',
    code,
    message: expect.stringMatching(says),
  });
});

test('takes a choice that is named like what every object has for one that is not connected', async () => {
  const choose = { type: 'ChoiceCollectorNode', config: { choices: ['constructor'] }, to: {} };
  const run = journeyRun({ journeys: [{ nodes: { Choose: choose } }] });
  await expect(run.go()).rejects.toMatchObject({ code: 'journey-broken' });
});

test('says that it cannot run a node type that nobody knows', async () => {
  const run = journeyRun({
    journeys: [{ nodes: { Odd: { type: 'TarotNode', to: { outcome: 'Success' } } } }],
  });
  await expect(run.go()).rejects.toMatchObject({
    code: 'cannot-run',
    message: 'Odd (Odd) is of type TarotNode, which this runtime cannot run.',
  });
});

test('stops a loop that never asks', async () => {
  let passes = 0;
  const counts: TestNodeType = {
    behaviour: () => {
      passes += 1;
      return goTo('outcome');
    },
  };
  const run = journeyRun({
    journeys: [{ nodes: { Loop: { type: 'LoopNode', to: { outcome: 'Loop' } } } }],
    types: { LoopNode: counts },
  });
  await expect(run.go()).rejects.toMatchObject({ code: 'endless' });
  expect(passes).toBe(nodesPerRequest);
});

test('breaks where a node sends nothing but metadata', async () => {
  const run = journeyRun({
    journeys: [{ nodes: { Meta: { type: 'MetaNode', to: { outcome: 'Success' } } } }],
    types: { MetaNode: { behaviour: () => send({ type: 'MetadataCallback', data: {} }) } },
  });
  await expect(run.go()).rejects.toMatchObject({
    code: 'node-failed',
    message: 'No outcome and only metadata callbacks found',
  });
});

test('an outage rejects as it is, and the same answers can be tried again', async () => {
  let isDown = true;
  const run = journeyRun({
    journeys: [signIn],
    services: {
      directory: {
        authenticate: async () => {
          if (isDown) throw new Error('no connection');
          return { status: 'valid' };
        },
      },
    },
  });
  await run.go();
  await run.go(name('demo'));
  await expect(run.go(password('Ch4ng31t!'))).rejects.toThrow('no connection');
  isDown = false;
  expect(await run.go(password('Ch4ng31t!'))).toMatchObject({ status: 'succeeded' });
});

test('keeps a transient value, apart from shared ones, only while a node still to come reads it', async () => {
  const nodes = {
    Password: { type: 'PasswordCollectorNode', to: { outcome: 'First' } },
    First: { type: 'MessageNode', to: { true: 'Check', false: 'Second' } },
    Check: { type: 'CheckNode', to: { outcome: 'Failure' } },
    Second: { type: 'MessageNode', to: { true: 'Success', false: 'Failure' } },
  };
  const run = journeyRun({
    journeys: [{ nodes }],
    types: { CheckNode: { behaviour: () => goTo('outcome'), reads: ['password'] } },
  });
  await run.go();
  await run.go(password('secret'));
  const [kept] = run.execution.frames;
  expect(kept).toEqual({ journey: 'Login', nodeId: 'First', transient: {}, secure: { password: 'secret' } });
  expect(JSON.stringify(run.execution.shared)).not.toContain('secret');
  await run.go({ type: 'TextOutputCallback', value: null }, button(1));
  expect(run.execution.frames[0]).toMatchObject({ nodeId: 'Second', transient: {}, secure: {} });
});

test('keeps a transient value that only a node of a page still to come reads', async () => {
  const nodes = {
    Password: { type: 'PasswordCollectorNode', to: { outcome: 'Pause' } },
    Pause: { type: 'MessageNode', to: { true: 'Page', false: 'Failure' } },
    Page: {
      type: 'PageNode',
      children: { Check: { type: 'DataStoreDecisionNode' } },
      to: { true: 'Success', false: 'Failure' },
    },
  };
  const run = journeyRun({ journeys: [{ nodes }], beginning: { username: 'demo' } });
  await run.go();
  await run.go(password('Ch4ng31t!'));
  expect(await run.go({ type: 'TextOutputCallback', value: null }, button(0))).toMatchObject({
    status: 'succeeded',
  });
});

test('collects session properties and lifetimes; a null takes a property away, the last lifetime counts', async () => {
  const nodes = {
    One: {
      type: 'SetSessionPropertiesNode',
      config: { properties: { colour: 'red', size: 'xl' }, maxSessionTime: 10, maxIdleTime: 5 },
      to: { outcome: 'Two' },
    },
    Two: { type: 'SetSessionPropertiesNode', config: { maxSessionTime: 20 }, to: { outcome: 'Clear' } },
    Clear: { type: 'ClearNode', to: { outcome: 'Success' } },
  };
  const run = journeyRun({
    journeys: [{ nodes }],
    types: { ClearNode: { behaviour: () => goTo('outcome', { sessionProperties: { size: null } }) } },
  });
  expect(await run.go()).toMatchObject({
    success: { plan: { properties: { colour: 'red' }, maxSessionTimeMinutes: 20, maxIdleTimeMinutes: 5 } },
  });
});

test('marks each method that was proven, in the state and in the session', async () => {
  const run = journeyRun({
    journeys: [
      {
        nodes: {
          Password: { type: 'ProofA', to: { outcome: 'Push' } },
          Push: { type: 'ProofB', to: { outcome: 'Ask' } },
          Ask: { type: 'UsernameCollectorNode', to: { outcome: 'Success' } },
        },
      },
    ],
    types: { ProofA: proves('DataStore'), ProofB: proves('AuthenticatorPush') },
  });
  await run.go();
  expect(run.execution.shared.NodeType).toBe('DataStore|AuthenticatorPush|');
  expect(await run.go(name('demo'))).toMatchObject({
    success: { plan: { properties: { NodeType: 'DataStore|AuthenticatorPush|' } } },
  });
});

test('the user whom a node identifies is whom the session is for', async () => {
  const run = journeyRun({
    journeys: [{ nodes: { Who: { type: 'WhoNode', to: { outcome: 'Success' } } } }],
    types: { WhoNode: { behaviour: () => goTo('outcome', { identified: 'demo' }) } },
    beginning: { username: 'somebody' },
  });
  expect(await run.go()).toMatchObject({ success: { identity: { username: 'demo' } } });
});

test.each([
  { what: 'nobody', beginning: {} },
  { what: 'a name that nobody has', beginning: { username: 'nobody' } },
])('succeeds without an identity for $what', async ({ beginning }) => {
  const run = journeyRun({
    journeys: [{ nodes: { Set: { type: 'SetStateNode', to: { outcome: 'Success' } } } }],
    beginning,
  });
  expect(await run.go()).toMatchObject({ status: 'succeeded', success: { identity: null } });
});

test.each(['Success', 'Failure'])('an inactive user fails at %s, locked out', async (end) => {
  const run = journeyRun({
    journeys: [{ nodes: { Who: { type: 'UsernameCollectorNode', to: { outcome: end } } } }],
    people: [{ username: 'demo', active: false }],
  });
  await run.go();
  expect(await run.go(name('demo'))).toEqual({ status: 'failed', failure: { message: 'User Locked Out.' } });
});

test('fails with the latest message that a node gave', async () => {
  const says = (errorMessage: string): TestNodeType => ({
    behaviour: () => goTo('outcome', { errorMessage }),
  });
  const run = journeyRun({
    journeys: [
      {
        nodes: {
          One: { type: 'OneNode', to: { outcome: 'Ask' } },
          Ask: { type: 'UsernameCollectorNode', to: { outcome: 'Two' } },
          Two: { type: 'TwoNode', to: { outcome: 'Failure' } },
        },
      },
    ],
    types: { OneNode: says('first'), TwoNode: says('second') },
  });
  await run.go();
  expect(await run.go(name('demo'))).toEqual({ status: 'failed', failure: { message: 'second' } });
});

const retries = {
  nodes: {
    Who: { type: 'UsernameCollectorNode', to: { outcome: 'Limit' } },
    Limit: { type: 'RetryLimitDecisionNode', to: { Retry: 'Ask', Reject: 'Failure' } },
    Ask: { type: 'MessageNode', to: { true: 'Success', false: 'Failure' } },
  },
};
const text = { type: 'TextOutputCallback', value: null } as const;

test('does what a node wants done at success, after success alone', async () => {
  const run = journeyRun({ journeys: [retries] });
  await run.go();
  await run.go(name('demo'));
  expect(run.world.people.get('demo')?.attributes).toEqual({ retryLimitNodeCount: ['Limit=1'] });
  expect(await run.go(text, button(1))).toMatchObject({ status: 'failed' });
  expect(run.world.people.get('demo')?.attributes).toEqual({ retryLimitNodeCount: ['Limit=1'] });
  expect(await run.go(text, button(0))).toMatchObject({ status: 'succeeded' });
  expect(run.world.people.get('demo')?.attributes).toEqual({});
});

test('remembers a node once that was passed several times', async () => {
  const { nodes } = retries;
  const run = journeyRun({
    journeys: [{ nodes: { ...nodes, Ask: { ...nodes.Ask, to: { true: 'Success', false: 'Limit' } } } }],
  });
  await run.go();
  await run.go(name('demo'));
  await run.go(text, button(1));
  expect(run.execution.completions).toEqual([{ nodeId: 'Limit', type: 'RetryLimitDecisionNode' }]);
});

test('takes the level that nodes have reached, and 0 for one that is no number', async () => {
  const nodes = {
    More: { type: 'ModifyAuthLevelNode', config: { authLevelIncrement: 4 }, to: { outcome: 'Success' } },
  };
  const risen = journeyRun({ journeys: [{ nodes }], beginning: { authLevel: 1 } });
  expect(await risen.go()).toMatchObject({ success: { authLevel: 5 } });
  const odd = {
    Set: { type: 'SetStateNode', config: { attributes: { authLevel: 'high' } }, to: { outcome: 'Success' } },
  };
  expect(await journeyRun({ journeys: [{ nodes: odd }] }).go()).toMatchObject({ success: { authLevel: 0 } });
});

test('goes on where the node is that waits, whatever became of the rest of the journey', async () => {
  const run = journeyRun({ journeys: [signIn] });
  await run.go();
  run.journeys.delete('Login');
  await expect(run.go(name('demo'))).rejects.toThrow('Configured tree does not exist: Login');
});

test('a node that lacks what it needs breaks the journey with its own message', async () => {
  const run = journeyRun({
    journeys: [{ nodes: { Broken: { type: 'BrokenNode', to: { outcome: 'Success' } } } }],
    types: {
      BrokenNode: {
        behaviour: () => {
          throw nodeFailed('Nothing here');
        },
      },
    },
  });
  await expect(run.go()).rejects.toMatchObject({ code: 'node-failed', message: 'Nothing here' });
});
