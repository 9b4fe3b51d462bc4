import { expect, test } from 'vitest';
import { type Behaviour, goTo, send } from './behaviour.ts';
import type { Answer } from './callbacks.ts';
import { button, journeyRun, name, password, seen } from './journey-run.builder.ts';

const login = {
  nodes: {
    Page: {
      type: 'PageNode',
      config: {
        pageHeader: { en: 'Sign in', fr: 'Connexion' },
        pageDescription: { en: 'Please' },
        stage: 'LOGIN_1',
      },
      children: { User: { type: 'UsernameCollectorNode' }, Password: { type: 'PasswordCollectorNode' } },
      to: { outcome: 'Check' },
    },
    Check: { type: 'DataStoreDecisionNode', to: { true: 'Success', false: 'Page' } },
  },
};

/** Asks for this many names at its nth run with answers, and remembers what it was given. */
function asker(...counts: readonly number[]): { behaviour: Behaviour; seen: (readonly Answer[])[] } {
  const given: (readonly Answer[])[] = [];
  const behaviour: Behaviour = ({ answers }) => {
    const count = counts[given.length] ?? 0;
    given.push(answers);
    const [first, ...rest] = Array.from(
      { length: count },
      () => ({ type: 'NameCallback', prompt: 'Name' }) as const,
    );
    return first === undefined ? goTo('outcome') : send(first, ...rest);
  };
  return { behaviour, seen: given };
}

function pageOf(...types: readonly string[]) {
  const children = Object.fromEntries(types.map((type, index) => [`Child ${index}`, { type }]));
  return { nodes: { Page: { type: 'PageNode', children, to: { outcome: 'Success' } } } };
}

test('shows what its nodes ask in their order, each with an id, and what the page says about it', async () => {
  const run = journeyRun({ journeys: [login], request: { locales: ['fr'] } });
  expect(await run.ask()).toEqual({
    callbacks: [
      { callback: { type: 'NameCallback', prompt: 'User Name' }, id: 0, child: 0 },
      { callback: { type: 'PasswordCallback', prompt: 'Password' }, id: 1, child: 1 },
    ],
    header: 'Connexion',
    description: 'Please',
    stage: 'LOGIN_1',
  });
});

test.each(['null', ''])('takes the stage "%s" for none, and leaves out empty texts', async (stage) => {
  const { Page } = login.nodes;
  const page = { ...Page, config: { stage, pageHeader: { en: '' } } };
  const run = journeyRun({ journeys: [{ nodes: { ...login.nodes, Page: page } }] });
  expect(Object.keys(await run.ask())).toEqual(['callbacks']);
});

test('goes by the outcome of its last node, once none asks any more', async () => {
  const run = journeyRun({ journeys: [login] });
  await run.go();
  expect(await run.go(name('demo'), password('Ch4ng31t!'))).toMatchObject({ status: 'succeeded' });
});

test('passes a page that asks nothing at once', async () => {
  const run = journeyRun({
    journeys: [pageOf('QuietNode')],
    types: { QuietNode: { behaviour: () => goTo('outcome') } },
  });
  expect(await run.go()).toMatchObject({ status: 'succeeded' });
});

test('is shown whole again while a node still asks: old ids with what was entered, new ids above all of them', async () => {
  const first = asker(1, 0);
  const second = asker(1, 2);
  const run = journeyRun({
    journeys: [pageOf('FirstNode', 'SecondNode')],
    types: { FirstNode: first, SecondNode: second },
  });
  await run.go();
  const { callbacks } = await run.ask(name('one'), name('two'));
  expect(callbacks).toEqual([
    { callback: { type: 'NameCallback', prompt: 'Name', value: 'one' }, id: 0, child: 0 },
    { callback: { type: 'NameCallback', prompt: 'Name' }, id: 2, child: 1 },
    { callback: { type: 'NameCallback', prompt: 'Name' }, id: 3, child: 1 },
  ]);
  expect(first.seen).toEqual([[], [name('one')]]);
  expect(second.seen).toEqual([[], [name('two')]]);
  await run.go(name('one'), name('three'), name('four'));
  expect(second.seen.at(-1)).toEqual([name('three'), name('four')]);
});

test('shows what was entered again, but never a password', async () => {
  const run = journeyRun({ journeys: [login] });
  await run.go();
  const again = await run.ask(name('demo'), password(''));
  expect(again.callbacks.map(({ callback }) => callback)).toEqual([
    { type: 'NameCallback', prompt: 'User Name', value: 'demo' },
    { type: 'PasswordCallback', prompt: 'Password' },
  ]);
  const other = await run.ask(name(''), password('Ch4ng31t!'));
  expect(JSON.stringify(other)).not.toContain('Ch4ng31t!');
});

test('shows again what was chosen and pressed', async () => {
  const choice = { choices: ['a', 'b', 'c'], prompt: '' };
  const children = {
    Choose: { type: 'OneChoiceNode' },
    Press: { type: 'OneButtonNode' },
    Ask: { type: 'UsernameCollectorNode' },
  };
  const run = journeyRun({
    journeys: [{ nodes: { Page: { type: 'PageNode', children, to: { outcome: 'Success' } } } }],
    types: {
      OneChoiceNode: {
        behaviour: ({ answers }) =>
          answers.length > 0
            ? goTo('outcome')
            : send({ type: 'ChoiceCallback', defaultChoice: 0, ...choice }),
      },
      OneButtonNode: {
        behaviour: ({ answers }) =>
          answers.length > 0
            ? goTo('outcome')
            : send({
                type: 'ConfirmationCallback',
                kind: 'information',
                options: ['x', 'y'],
                defaultOption: 0,
                selected: 100,
              }),
      },
    },
  });
  await run.go();
  const { callbacks } = await run.ask({ type: 'ChoiceCallback', value: 2 }, button(1), name(''));
  expect(callbacks.map(({ callback }) => callback)).toMatchObject([
    { defaultChoice: 2 },
    { defaultOption: 0, selected: 1 },
    { type: 'NameCallback' },
  ]);
});

test('shows no broken rules any more for a value that was taken', async () => {
  const validated = (value: string) => ({ value, validateOnly: false });
  const children = {
    User: { type: 'ValidatedUsernameNode', config: { validateInput: true } },
    Password: { type: 'ValidatedPasswordNode', config: { validateInput: true } },
  };
  const run = journeyRun({
    journeys: [{ nodes: { Page: { type: 'PageNode', children, to: { outcome: 'Success' } } } }],
    services: {
      policies: {
        check: async (_attribute, value) => (value === 'good' ? [] : [{ policyRequirement: 'MIN_LENGTH' }]),
      },
    },
  });
  await run.go();
  const answers = (username: string, secret: string) =>
    [
      { type: 'ValidatedCreateUsernameCallback', value: validated(username) },
      { type: 'ValidatedCreatePasswordCallback', value: validated(secret) },
    ] as const;
  const rules = [{ policyRequirement: 'MIN_LENGTH' }];
  const both = await run.ask(...answers('bad', 'bad'));
  expect(both.callbacks).toMatchObject([
    { callback: { failedPolicies: rules } },
    { callback: { failedPolicies: rules } },
  ]);
  const one = await run.ask(...answers('good', 'bad'));
  expect(one.callbacks).toMatchObject([
    { callback: { value: 'good', failedPolicies: [] } },
    { callback: { failedPolicies: rules } },
  ]);
  const other = await run.ask(...answers('bad', 'good'));
  expect(other.callbacks).toMatchObject([
    { callback: { failedPolicies: rules } },
    { callback: { failedPolicies: [] } },
  ]);
});

test('sends metadata along with what it asks', async () => {
  const run = journeyRun({
    journeys: [pageOf('MetaNode', 'UsernameCollectorNode')],
    types: { MetaNode: { behaviour: () => send({ type: 'MetadataCallback', data: { theme: 'dark' } }) } },
  });
  expect((await run.ask()).callbacks).toMatchObject([
    { callback: { type: 'MetadataCallback', data: { theme: 'dark' } }, id: 0 },
    { callback: { type: 'NameCallback' }, id: 1 },
  ]);
  expect(await run.go(seen('MetadataCallback'), name('demo'))).toMatchObject({ status: 'succeeded' });
});

test('breaks where its last node sends nothing but metadata, and where it has no nodes', async () => {
  const metadataOnly = journeyRun({
    journeys: [pageOf('MetaNode')],
    types: { MetaNode: { behaviour: () => send({ type: 'MetadataCallback', data: {} }) } },
  });
  await expect(metadataOnly.go()).rejects.toThrow('No outcome and only metadata callbacks found');
  await expect(journeyRun({ journeys: [pageOf()] }).go()).rejects.toThrow(
    'This page has no nodes in it, so cannot proceed',
  );
});

test('forwards what its nodes do to the session, once it is left', async () => {
  const children = {
    Set: { type: 'SetSessionPropertiesNode', config: { properties: { from: 'page' }, maxIdleTime: 7 } },
    Who: { type: 'WhoNode' },
    Ask: { type: 'UsernameCollectorNode' },
    Prove: { type: 'ProveNode' },
  };
  const run = journeyRun({
    journeys: [{ nodes: { Page: { type: 'PageNode', children, to: { outcome: 'Success' } } } }],
    types: {
      WhoNode: { behaviour: () => goTo('outcome', { identified: 'demo' }) },
      ProveNode: { behaviour: () => goTo('outcome', { provenMethod: 'AuthenticatorPush' }) },
    },
  });
  await run.go();
  expect(run.execution.plan).toEqual({ properties: {} });
  expect(await run.go(name('other'))).toMatchObject({
    success: {
      identity: { username: 'demo' },
      plan: { properties: { from: 'page', NodeType: 'AuthenticatorPush|' }, maxIdleTimeMinutes: 7 },
    },
  });
});

test('a node sees what those before it on the page have put in the state', async () => {
  const children = {
    User: { type: 'UsernameCollectorNode' },
    Password: { type: 'PasswordCollectorNode' },
    Check: { type: 'DataStoreDecisionNode' },
  };
  const nodes = { Page: { type: 'PageNode', children, to: { true: 'Success', false: 'Failure' } } };
  const run = journeyRun({ journeys: [{ nodes }], beginning: { username: 'demo' } });
  // On the first pass nobody has entered a password yet.
  await expect(run.go()).rejects.toThrow('Unable to authenticate');
});

test('what a node of a page refuses leaves the whole page as it was', async () => {
  const run = journeyRun({
    journeys: [pageOf('UsernameCollectorNode', 'PickyNode')],
    types: {
      PickyNode: {
        behaviour: ({ answers }) =>
          answers.length === 0
            ? send({ type: 'NameCallback', prompt: 'X' })
            : { type: 'refuse', message: 'No' },
      },
    },
  });
  await run.go();
  const before = run.execution;
  expect(await run.go(name('demo'), name('x'))).toEqual({ status: 'refused', message: 'No' });
  expect(run.execution).toEqual(before);
});

test('starts its ids anew when the journey comes by again', async () => {
  const run = journeyRun({ journeys: [login] });
  await run.go();
  const again = await run.ask(name('demo'), password('wrong'));
  expect(again.callbacks.map(({ id }) => id)).toEqual([0, 1]);
});

test('lets the last node of a page look behind the outcomes of the page', async () => {
  const children = {
    Choose: { type: 'ChoiceCollectorNode', config: { choices: ['low', 'high'], prompt: '' } },
  };
  const nodes = {
    Aim: { type: 'AimNode', to: { outcome: 'Page' } },
    Page: { type: 'PageNode', children, to: { low: 'Success', high: 'More' } },
    More: { type: 'ModifyAuthLevelNode', config: { authLevelIncrement: 5 }, to: { outcome: 'Success' } },
  };
  const run = journeyRun({
    journeys: [{ nodes }],
    types: {
      AimNode: {
        behaviour: ({ state }) => {
          state.put('shared', 'targetAuthLevel', 5);
          return goTo('outcome');
        },
      },
    },
  });
  expect(await run.go()).toMatchObject({ success: { authLevel: 5 } });
});
