import { expect, test } from 'vitest';
import { journeyOf } from '../../node-schemas/src/journey/journey-export.builder.ts';
import { goTo, send } from './behaviour.ts';
import { nodeFailed } from './errors.ts';
import {
  button,
  journeyRun,
  name,
  password,
  registryWith,
  seen,
  type TestNodeType,
} from './journey-run.builder.ts';
import { makeRunnable } from './runnable.ts';

const yes = [seen('TextOutputCallback'), button(0)];
const no = [seen('TextOutputCallback'), button(1)];

/** A journey that runs another one and goes by what comes of it. */
function around(tree: string, config: object = {}, name = 'Outer') {
  return {
    name,
    nodes: {
      Inner: {
        type: 'InnerTreeEvaluatorNode',
        config: { tree, ...config },
        to: { true: 'Success', false: 'Failure', error: 'Explain' },
      },
      Explain: { type: 'MessageNode', to: { true: 'Success', false: 'Failure' } },
    },
  };
}

const question = {
  name: 'Question',
  nodes: { Ask: { type: 'MessageNode', to: { true: 'Success', false: 'Failure' } } },
};

const breaks: TestNodeType = {
  behaviour: () => {
    throw nodeFailed('Out of order');
  },
};
const broken = { name: 'Broken', nodes: { Bad: { type: 'BadNode', to: { outcome: 'Success' } } } };

test.each([
  { end: 'Success', answers: yes, status: 'succeeded' },
  { end: 'Failure', answers: no, status: 'failed' },
])('forwards what it asks, and goes on by what it came to: $end', async ({ answers, status }) => {
  const run = journeyRun({ journeys: [around('Question'), question] });
  expect((await run.ask()).callbacks.map(({ callback }) => callback.type)).toEqual([
    'TextOutputCallback',
    'ConfirmationCallback',
  ]);
  expect(await run.go(...answers)).toMatchObject({ status });
});

test('forwards what a page in it says', async () => {
  const page = {
    name: 'Paged',
    nodes: {
      Page: {
        type: 'PageNode',
        config: { pageHeader: { en: 'Hello' }, stage: 'S' },
        children: { User: { type: 'UsernameCollectorNode' } },
        to: { outcome: 'Success' },
      },
    },
  };
  const run = journeyRun({ journeys: [around('Paged'), page] });
  expect(await run.ask()).toMatchObject({ header: 'Hello', stage: 'S' });
});

test('waits inside, and what is kept says where in both journeys', async () => {
  const run = journeyRun({ journeys: [around('Middle'), around('Question', {}, 'Middle'), question] });
  await run.go();
  expect(run.execution.frames.map(({ journey, nodeId }) => `${journey}/${nodeId}`)).toEqual([
    'Outer/Inner',
    'Middle/Inner',
    'Question/Ask',
  ]);
  expect(await run.go(...yes)).toMatchObject({ status: 'succeeded' });
});

test('shares the shared state both ways', async () => {
  const nodes = {
    Before: { type: 'SetStateNode', config: { attributes: { colour: 'red' } }, to: { outcome: 'Inner' } },
    Inner: {
      type: 'InnerTreeEvaluatorNode',
      config: { tree: 'Collect' },
      to: { true: 'Ask', false: 'Failure' },
    },
    Ask: { type: 'MessageNode', to: { true: 'Success', false: 'Failure' } },
  };
  const collect = {
    name: 'Collect',
    nodes: {
      Set: { type: 'SetStateNode', config: { attributes: { size: 'xl' } }, to: { outcome: 'Success' } },
    },
  };
  const run = journeyRun({ journeys: [{ nodes }, collect] });
  await run.go();
  expect(run.execution.shared).toMatchObject({ colour: 'red', size: 'xl' });
});

/** Says what it sees of the transient keys. */
const looks: TestNodeType = {
  reads: ['password'],
  behaviour: ({ state }) =>
    goTo('outcome', {
      sessionProperties: {
        password: String(state.get('password')),
        recoveryCodes: String(state.get('recoveryCodes')),
      },
    }),
};
const puts: TestNodeType = {
  behaviour: ({ state }) => {
    state.put('transient', 'password', 'secret');
    state.put('transient', 'recoveryCodes', ['code']);
    return goTo('outcome');
  },
};

test('takes in, of what is transient, what a node in it reads, and no more', async () => {
  const nodes = {
    Put: { type: 'PutNode', to: { outcome: 'Inner' } },
    Inner: {
      type: 'InnerTreeEvaluatorNode',
      config: { tree: 'Look' },
      to: { true: 'Success', false: 'Failure' },
    },
  };
  const look = { name: 'Look', nodes: { Look: { type: 'LookNode', to: { outcome: 'Success' } } } };
  const run = journeyRun({ journeys: [{ nodes }, look], types: { PutNode: puts, LookNode: looks } });
  expect(await run.go()).toMatchObject({
    success: { plan: { properties: { password: 'secret', recoveryCodes: 'undefined' } } },
  });
});

test('lets nothing transient out', async () => {
  const nodes = {
    Inner: {
      type: 'InnerTreeEvaluatorNode',
      config: { tree: 'Put' },
      to: { true: 'Look', false: 'Failure' },
    },
    Look: { type: 'LookNode', to: { outcome: 'Success' } },
  };
  const put = { name: 'Put', nodes: { Put: { type: 'PutNode', to: { outcome: 'Success' } } } };
  const run = journeyRun({ journeys: [{ nodes }, put], types: { PutNode: puts, LookNode: looks } });
  expect(await run.go()).toMatchObject({
    success: { plan: { properties: { password: 'undefined', recoveryCodes: 'undefined' } } },
  });
});

test('keeps a password that only a journey inside still reads', async () => {
  const nodes = {
    Page: {
      type: 'PageNode',
      children: { User: { type: 'UsernameCollectorNode' }, Password: { type: 'PasswordCollectorNode' } },
      to: { outcome: 'Pause' },
    },
    Pause: { type: 'MessageNode', to: { true: 'Inner', false: 'Failure' } },
    Inner: {
      type: 'InnerTreeEvaluatorNode',
      config: { tree: 'Middle' },
      to: { true: 'Success', false: 'Failure' },
    },
  };
  const check = {
    name: 'Check',
    nodes: {
      Pause: { type: 'MessageNode', to: { true: 'Check', false: 'Failure' } },
      Check: { type: 'DataStoreDecisionNode', to: { true: 'Success', false: 'Failure' } },
    },
  };
  const run = journeyRun({ journeys: [{ nodes }, around('Check', {}, 'Middle'), check] });
  await run.go();
  await run.go(name('demo'), password('Ch4ng31t!'));
  await run.go(...yes);
  expect(JSON.stringify(run.execution.shared)).not.toContain('Ch4ng31t!');
  expect(run.execution.frames.at(-1)).toMatchObject({ transient: {}, secure: { password: 'Ch4ng31t!' } });
  expect(await run.go(...yes)).toMatchObject({ status: 'succeeded' });
});

test('hands on what it does to the session', async () => {
  const session = {
    name: 'Session',
    nodes: {
      Set: {
        type: 'SetSessionPropertiesNode',
        config: { properties: { a: 'b' }, maxSessionTime: 9, maxIdleTime: 3 },
        to: { outcome: 'Who' },
      },
      Who: { type: 'WhoNode', to: { outcome: 'Success' } },
    },
  };
  const run = journeyRun({
    journeys: [around('Session'), session],
    types: {
      WhoNode: { behaviour: () => goTo('outcome', { identified: 'demo', provenMethod: 'DataStore' }) },
    },
  });
  expect(await run.go()).toMatchObject({
    success: {
      identity: { username: 'demo' },
      plan: {
        properties: { a: 'b', NodeType: 'DataStore|' },
        maxSessionTimeMinutes: 9,
        maxIdleTimeMinutes: 3,
      },
    },
  });
});

test('goes by Error when it breaks, and says which node and why', async () => {
  const run = journeyRun({
    journeys: [around('Broken', { displayErrorOutcome: true }), broken],
    types: { BadNode: breaks },
  });
  expect((await run.ask()).callbacks).toHaveLength(2);
  expect(run.execution.shared).toMatchObject({
    errorNode: { id: 'Bad', displayName: 'Bad', type: 'BadNode' },
    errorMessage: 'Out of order',
  });
  expect(run.execution.frames).toHaveLength(1);
});

test('breaks the outer journey too where there is no Error', async () => {
  const run = journeyRun({ journeys: [around('Broken'), broken], types: { BadNode: breaks } });
  await expect(run.go()).rejects.toThrow('Out of order');
});

test('the nearest journey around with Error takes a failure from further inside', async () => {
  const run = journeyRun({
    journeys: [around('Middle', { displayErrorOutcome: true }), around('Broken', {}, 'Middle'), broken],
    types: { BadNode: breaks },
  });
  await run.go();
  expect(run.execution.shared).toMatchObject({
    errorNode: { id: 'Inner', type: 'InnerTreeEvaluatorNode' },
    errorMessage: 'Out of order',
  });
});

test('takes an end that is not connected for a failure further inside', async () => {
  const middle = {
    name: 'Middle',
    nodes: { Inner: { type: 'InnerTreeEvaluatorNode', config: { tree: 'Question' }, to: {} } },
  };
  const run = journeyRun({ journeys: [around('Middle', { displayErrorOutcome: true }), middle, question] });
  await run.go();
  expect((await run.ask(...yes)).callbacks).toHaveLength(2);
  expect(run.execution.shared.errorMessage).toBe('Outcome true of Inner (Inner) in Middle is not connected.');
});

test('an outage is no Error', async () => {
  const down: TestNodeType = {
    behaviour: () => {
      throw new Error('no connection');
    },
  };
  const run = journeyRun({
    journeys: [around('Broken', { displayErrorOutcome: true }), broken],
    types: { BadNode: down },
  });
  await expect(run.go()).rejects.toThrow('no connection');
});

test.each([
  { what: 'is missing', others: [] },
  { what: 'is switched off', others: [{ ...question, tree: { enabled: false } }] },
])('breaks where the journey to run $what', async ({ others }) => {
  const run = journeyRun({ journeys: [around('Question', { displayErrorOutcome: true }), ...others] });
  await expect(run.go()).rejects.toMatchObject({
    code: 'journey-broken',
    message: 'Configured tree does not exist: Question',
  });
});

test('does what a node inside wants done when the whole journey succeeds', async () => {
  const limit = {
    name: 'Limit',
    nodes: { Limit: { type: 'RetryLimitDecisionNode', to: { Retry: 'Success', Reject: 'Failure' } } },
  };
  const nodes = {
    Inner: {
      type: 'InnerTreeEvaluatorNode',
      config: { tree: 'Limit' },
      to: { true: 'Ask', false: 'Failure' },
    },
    Ask: { type: 'MessageNode', to: { true: 'Success', false: 'Failure' } },
  };
  const run = journeyRun({ journeys: [{ nodes }, limit], beginning: { username: 'demo' } });
  await run.go();
  expect(run.world.people.get('demo')?.attributes).toEqual({ retryLimitNodeCount: ['Limit=1'] });
  await run.go(...yes);
  expect(run.world.people.get('demo')?.attributes).toEqual({});
});

test('journeys that lead back to each other end as endless, also where a value is to be kept', async () => {
  const there = {
    name: 'There',
    nodes: {
      Password: { type: 'PasswordCollectorNode', to: { outcome: 'Back' } },
      Back: {
        type: 'InnerTreeEvaluatorNode',
        config: { tree: 'Again' },
        to: { true: 'Success', false: 'Failure' },
      },
    },
  };
  const run = journeyRun({ journeys: [there, around('Again', {}, 'Again')] });
  expect((await run.ask()).callbacks).toHaveLength(1);
  await expect(run.go(password('secret'))).rejects.toMatchObject({ code: 'endless' });
});

test('heeds what a journey inside reads since it was exchanged', async () => {
  const nodes = {
    Password: { type: 'PasswordCollectorNode', to: { outcome: 'Pause' } },
    Pause: { type: 'MessageNode', to: { true: 'Inner', false: 'Pause' } },
    Inner: {
      type: 'InnerTreeEvaluatorNode',
      config: { tree: 'Check' },
      to: { true: 'Success', false: 'Failure' },
    },
  };
  const check = {
    name: 'Check',
    nodes: { Check: { type: 'DataStoreDecisionNode', to: { true: 'Success', false: 'Failure' } } },
  };
  const run = journeyRun({ journeys: [{ nodes }, check], beginning: { username: 'demo' } });
  await run.go();
  await run.go(password('Ch4ng31t!'));
  expect(run.execution.frames[0].secure).toEqual({ password: 'Ch4ng31t!' });
  run.journeys.set('Check', makeRunnable(journeyOf(question), registryWith({})));
  await run.go(...no);
  expect(run.execution.frames[0].secure).toEqual({});
});

test('metadata alone is a failure inside too', async () => {
  const run = journeyRun({
    journeys: [around('Broken', { displayErrorOutcome: true }), broken],
    types: { BadNode: { behaviour: () => send({ type: 'MetadataCallback', data: {} }) } },
  });
  await run.go();
  expect(run.execution.shared.errorMessage).toBe('No outcome and only metadata callbacks found');
});

test('an error outcome that leads nowhere is passed over for the one around it', async () => {
  const between = {
    name: 'Between',
    nodes: {
      Inner: {
        type: 'InnerTreeEvaluatorNode',
        config: { tree: 'Broken', displayErrorOutcome: true },
        to: { true: 'Success', false: 'Failure' },
      },
    },
  };
  const run = journeyRun({
    journeys: [around('Between', { displayErrorOutcome: true }), between, broken],
    types: { BadNode: { behaviour: () => send({ type: 'MetadataCallback', data: {} }) } },
  });
  await run.go();
  expect(run.execution.shared.errorNode).toMatchObject({ type: 'InnerTreeEvaluatorNode' });
});
