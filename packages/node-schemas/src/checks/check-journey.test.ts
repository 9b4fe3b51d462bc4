import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Journey } from '../journey/journey.ts';
import { type BuiltJourney, type BuiltNode, journeyOf } from '../journey/journey-export.builder.ts';
import type { JsonObject } from '../json.ts';
import type { NodeType } from '../node-type.ts';
import { type NodeTypeId, nodeTypes } from '../nodes/index.ts';
import { checkJourney } from './index.ts';
import type { Problem } from './problem.ts';

const names = { type: 'UsernameCollectorNode', to: { outcome: 'Password' } };
const password = { type: 'PasswordCollectorNode', to: { outcome: 'Check' } };
const check = { type: 'DataStoreDecisionNode', to: { true: 'Success', false: 'Failure' } };
const login = { Name: names, Password: password, Check: check };
const sender = { type: 'PushAuthenticationSenderNode', config: { mandatory: true } };
const wait = { type: 'PushWaitNode', to: { DONE: 'Verifier', EXITED: 'Failure' } };
const verifier = {
  type: 'PushResultVerifierNode',
  to: { TRUE: 'Success', FALSE: 'Failure', EXPIRED: 'Failure', WAITING: 'Wait' },
};

function problemsOf(
  built: BuiltJourney | BuiltJourney['nodes'],
  { others = [], services = ['pushNotification'] }: { others?: Journey[]; services?: string[] } = {},
): Problem[] {
  const journey = journeyOf(
    'nodes' in built ? (built as BuiltJourney) : { nodes: built as BuiltJourney['nodes'] },
  );
  const journeys = new Map([journey, ...others].map((each) => [each.name, each]));
  return checkJourney(journey, { journeys, services: new Set(services) });
}

const codes = (problems: readonly Problem[]) =>
  problems.map(({ code, nodeName }) => `${code} ${nodeName ?? ''}`.trim());

test('a journey without faults has no problems', () => {
  expect(problemsOf(login)).toEqual([]);
});

test('a problem names journey, node and place, and says what to do', () => {
  expect(problemsOf({ ...login, Check: { ...check, to: { true: 'Success' } } })).toEqual([
    {
      code: 'unconnected-outcome',
      severity: 'error',
      journey: 'Login',
      nodeId: 'Check',
      nodeName: 'Check',
      message: 'False of Check leads nowhere. Connect it to a node, to Success or to Failure.',
      path: ['tree', 'nodes', 'Check', 'connections', 'false'],
    },
  ]);
});

describe('node types', () => {
  test('that are not known are errors, in pages too', () => {
    const page = {
      type: 'PageNode',
      to: { outcome: 'Odd' },
      children: { Inside: { type: 'OddNode', outcomes: ['outcome'] } },
    };
    const problems = problemsOf({ Page: page, Odd: { type: 'OddNode', to: { on: 'Success' } } });
    expect(codes(problems)).toEqual(['unknown-node-type Inside', 'unknown-node-type Odd']);
    expect(problems.every(({ severity }) => severity === 'error')).toBe(true);
  });

  test('that are custom ones of a tenant are worth a note, in pages too', () => {
    const custom = 'designer-c605506774a848f7877b4d17a453bd39';
    const children = { Inside: { type: custom, outcomes: ['outcome'] } };
    const page = { type: 'PageNode', to: { outcome: 'Own' }, children };
    const problems = problemsOf({ Page: page, Own: { type: custom, to: { True: 'Success' } } });
    expect(codes(problems)).toEqual(['cannot-run Inside', 'cannot-run Own']);
    expect(problems[1]).toMatchObject({
      severity: 'note',
      message: `Own is of type ${custom}, a custom one of its tenant, which this runtime cannot run. It can be designed, checked and exported.`,
      path: ['tree', 'nodes', 'Own'],
    });
  });

  test('that only look like custom ones are errors', () => {
    const problems = problemsOf({ Odd: { type: 'designer-odd', to: { on: 'Success' } } });
    expect(codes(problems)).toEqual(['unknown-node-type Odd']);
  });

  test('are those that the context gives', () => {
    const journey = journeyOf({ nodes: login });
    const problems = checkJourney(journey, { journeys: new Map(), services: new Set(), types: new Map() });
    expect(codes(problems)).toEqual([
      'unknown-node-type Name',
      'unknown-node-type Password',
      'unknown-node-type Check',
    ]);
  });
});

test('a node of a type that is known and cannot be run is worth a note', () => {
  const { PushWaitNode: wait, ...others } = nodeTypes;
  const types = new Map(Object.entries<NodeType>({ ...others, LaterNode: { ...wait, id: 'LaterNode' } }));
  const nodes = { Later: { type: 'LaterNode', to: { DONE: 'Success', EXITED: 'Failure' } } };
  expect(checkJourney(journeyOf({ nodes }), { journeys: new Map(), types })).toMatchObject([
    { code: 'cannot-run', severity: 'note', nodeName: 'Later', path: ['tree', 'nodes', 'Later'] },
  ]);
});

describe('configurations', () => {
  const waitWith = (config: BuiltNode['config']) =>
    problemsOf({
      Wait: { type: 'PushWaitNode', config: config ?? {}, to: { DONE: 'Success', EXITED: 'Failure' } },
    });

  test('that are wrong are errors at their property', () => {
    expect(waitWith({ secondsToWait: '5' })).toMatchObject([
      {
        code: 'wrong-configuration',
        severity: 'error',
        property: 'secondsToWait',
        path: ['nodes', 'Wait', 'secondsToWait'],
        message: 'Seconds To Wait (secondsToWait) is "5"; a whole number from 1 to 3600 is expected.',
      },
    ]);
  });

  test('with an unknown locale are errors in the words of AM', () => {
    expect(waitWith({ exitMessage: { jkl: 'Out' } })).toMatchObject([
      { message: 'Invalid locale provided', path: ['nodes', 'Wait', 'exitMessage', 'jkl'] },
    ]);
  });

  test('with an unknown property are worth a note', () => {
    expect(waitWith({ patience: 5 })).toMatchObject([{ code: 'unknown-property', severity: 'note' }]);
  });

  test('that are missing are errors', () => {
    const journey = journeyOf({ nodes: login });
    const nodes = new Map(
      [...journey.nodes].map(([id, node]) => [id, { ...node, configMissing: true as const }]),
    );
    const problems = checkJourney({ ...journey, nodes }, { journeys: new Map(), services: new Set() });
    expect(codes(problems)).toEqual(Object.keys(login).map((name) => `missing-configuration ${name}`));
  });

  test('decide which outcomes there are', () => {
    const free = { ...sender, config: {}, to: { SENT: 'Success', NOT_REGISTERED: 'Failure' } };
    expect(problemsOf({ Name: { ...names, to: { outcome: 'Sender' } }, Sender: free })).toMatchObject([
      { code: 'unconnected-outcome', message: expect.stringContaining('Skipped of Sender') },
    ]);
  });

  test('that the environment is still to fill in leave the outcomes to what the file lists', () => {
    const later = {
      type: 'PushAuthenticationSenderNode',
      config: { mandatory: '&{push.mandatory}' },
      outcomes: ['SENT', 'NOT_REGISTERED'],
      to: { SENT: 'Success', NOT_REGISTERED: 'Failure' },
    };
    expect(problemsOf({ Name: { ...names, to: { outcome: 'Sender' } }, Sender: later })).toEqual([]);
  });
});

describe('pages', () => {
  const page = (children: BuiltNode['children'], to: BuiltNode['to'] = { outcome: 'Success' }) =>
    problemsOf({ Page: { type: 'PageNode', to, children: children ?? {} } });

  test('may end with a node of several outcomes', () => {
    const children = { Name: { type: 'UsernameCollectorNode' }, Ask: { type: 'MessageNode' } };
    expect(page(children, { true: 'Success', false: 'Failure' })).toEqual([]);
  });

  test('without a node are refused', () => {
    expect(page({}, {})).toMatchObject([
      {
        code: 'page-contents',
        message: expect.stringContaining('This page has no nodes in it, so cannot proceed'),
      },
    ]);
  });

  test.each<[string, NonNullable<BuiltNode['children']>, string]>([
    ['a page', { Inner: { type: 'PageNode' } }, 'Illegal child node type: PageNode'],
    [
      'a journey',
      { Inner: { type: 'InnerTreeEvaluatorNode', config: { tree: 'Other' } } },
      'Illegal child node type: InnerTreeEvaluatorNode',
    ],
    [
      'a node of several outcomes before the last',
      { Ask: { type: 'MessageNode' }, Name: { type: 'UsernameCollectorNode' } },
      'Only the last node in a page can have more than one outcome',
    ],
    [
      'a node without outcomes',
      { Choose: { type: 'ChoiceCollectorNode' } },
      'Node does not have any outcomes: ChoiceCollectorNode',
    ],
  ])('with %s are refused', (_, children, message) => {
    const found = page(children).filter(({ code }) => code === 'page-contents');
    expect(found).toMatchObject([
      { severity: 'error', message: expect.stringContaining(message), path: ['nodes', 'Page', 'nodes', 0] },
    ]);
  });

  test('with a node that has no configuration are refused', () => {
    const journey = journeyOf({
      nodes: {
        Page: {
          type: 'PageNode',
          to: { outcome: 'Success' },
          children: { Name: { type: 'UsernameCollectorNode' } },
        },
      },
    });
    const [node] = journey.nodes.values();
    const children = (node?.children ?? []).map((child) => ({ ...child, configMissing: true as const }));
    const nodes = new Map(node === undefined ? [] : [[node.id, { ...node, children }]]);
    expect(checkJourney({ ...journey, nodes }, { journeys: new Map(), services: new Set() })).toMatchObject([
      {
        code: 'page-contents',
        nodeId: 'Name',
        message: expect.stringContaining('Node does not exist: Name'),
      },
    ]);
  });
});

describe('connections', () => {
  test('to a node that is not there are errors', () => {
    const problems = problemsOf({ ...login, Check: { ...check, to: { true: 'Success', false: 'gone' } } });
    expect(problems).toMatchObject([
      {
        code: 'dangling-connection',
        severity: 'error',
        path: ['tree', 'nodes', 'Check', 'connections', 'false'],
      },
    ]);
  });

  test('of an outcome that the node does not have are warned of', () => {
    const problems = problemsOf({ ...login, Check: { ...check, to: { ...check.to, maybe: 'Name' } } });
    expect(problems).toMatchObject([{ code: 'unknown-outcome', severity: 'warning' }]);
  });

  test('from Start to nowhere are errors', () => {
    for (const entryNodeId of ['gone', '']) {
      expect(codes(problemsOf({ nodes: login, tree: { entryNodeId } }))).toEqual(['missing-entry']);
    }
  });

  test('from Start straight to an end are fine', () => {
    expect(problemsOf({})).toEqual([]);
  });

  test('that never lead to a node leave it out, which is warned of', () => {
    const problems = problemsOf({ ...login, Aside: { ...names, to: { outcome: 'Success' } } });
    expect(problems).toMatchObject([{ code: 'unreachable-node', severity: 'warning', nodeName: 'Aside' }]);
  });
});

describe('ends', () => {
  test('that no way leads to are missed once for each trap', () => {
    const circle = (next: string) => ({ type: 'UsernameCollectorNode', to: { outcome: next } });
    const problems = problemsOf({
      Ask: { type: 'MessageNode', to: { true: 'Success', false: 'One' } },
      One: circle('Two'),
      Two: circle('One'),
    });
    expect(problems).toMatchObject([{ code: 'no-end', severity: 'error', nodeName: 'One' }]);
  });

  test('are not missed where an open outcome may lead to one', () => {
    const problems = problemsOf({ Name: { type: 'UsernameCollectorNode' } });
    expect(codes(problems)).toEqual(['unconnected-outcome Name']);
  });
});

describe('loops', () => {
  const name = { type: 'UsernameCollectorNode', to: { outcome: 'Password' } };

  test('that neither ask nor wait are errors', () => {
    const problems = problemsOf({
      Name: name,
      Password: password,
      Check: { ...check, to: { true: 'Success', false: 'Raise' } },
      Raise: { type: 'ModifyAuthLevelNode', config: { authLevelIncrement: 1 }, to: { outcome: 'Check' } },
    });
    expect(problems).toMatchObject([
      { code: 'endless-loop', severity: 'error', message: expect.stringContaining('Check → Raise → Check') },
    ]);
  });

  test('of one node are errors', () => {
    const problems = problemsOf({ ...login, Check: { ...check, to: { true: 'Success', false: 'Check' } } });
    expect(codes(problems)).toEqual(['endless-loop Check']);
  });

  test('that ask, wait or count are fine', () => {
    const asks = { ...login, Check: { ...check, to: { true: 'Success', false: 'Name' } } };
    const counts = {
      ...login,
      Check: { ...check, to: { true: 'Success', false: 'Limit' } },
      Limit: { type: 'RetryLimitDecisionNode', to: { Retry: 'Check', Reject: 'Failure' } },
    };
    expect([...problemsOf(asks), ...problemsOf(counts)]).toEqual([]);
  });
});

describe('inputs', () => {
  test('that nothing has set are warned of, with the node that would', () => {
    const problems = problemsOf({ ...{ Verifier: verifier }, Wait: wait });
    expect(problems).toMatchObject([
      {
        code: 'missing-input',
        severity: 'warning',
        nodeName: 'Verifier',
        message:
          'Verifier needs pushMessageId, and on some way to it nothing has set it. Put Push Sender before it.',
      },
    ]);
  });

  test('are looked for by outcome', () => {
    const problems = problemsOf({
      Name: { ...names, to: { outcome: 'Sender' } },
      Sender: { ...sender, to: { SENT: 'Failure', NOT_REGISTERED: 'Verifier' } },
      Verifier: verifier,
      Wait: wait,
    });
    expect(codes(problems)).toEqual(['missing-input Verifier']);
  });

  test('are looked for on every way', () => {
    const problems = problemsOf({
      Ask: { type: 'MessageNode', to: { true: 'Name', false: 'Check' } },
      ...login,
    });
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('Check needs username'),
      expect.stringContaining('Check needs password'),
    ]);
  });

  test('are seen by a later node of the same page', () => {
    const children = { Name: { type: 'UsernameCollectorNode' }, Password: { type: 'PasswordCollectorNode' } };
    const page = { type: 'PageNode', to: { outcome: 'Check' }, children };
    expect(problemsOf({ Page: page, Check: check })).toEqual([]);
    const check2 = { Check: { type: 'DataStoreDecisionNode' } };
    const ends = { true: 'Success', false: 'Failure' };
    expect(problemsOf({ Page: { ...page, to: ends, children: { ...children, ...check2 } } })).toEqual([]);
    expect(
      codes(problemsOf({ Page: { ...page, to: ends, children: { Name: children.Name, ...check2 } } })),
    ).toEqual(['missing-input Check']);
  });

  test('may be named by a configuration', () => {
    const registration = {
      type: 'PushRegistrationNode',
      to: { successOutcome: 'Success', failureOutcome: 'Failure', timeoutOutcome: 'Failure' },
    };
    const set = {
      type: 'SetStateNode',
      config: { attributes: { username: 'demo' } },
      to: { outcome: 'Register' },
    };
    expect(codes(problemsOf({ Register: registration }))).toEqual(['missing-input Register']);
    expect(problemsOf({ Set: set, Register: registration })).toEqual([]);
  });

  test('may come from anywhere behind a node of an unknown type', () => {
    const problems = problemsOf({ Odd: { type: 'OddNode', to: { on: 'Check' } }, Check: check });
    expect(codes(problems)).toEqual(['unknown-node-type Odd']);
  });
});

describe('inner journeys', () => {
  const run = (tree: string) => ({
    type: 'InnerTreeEvaluatorNode',
    config: { tree },
    to: { true: 'Success', false: 'Failure' },
  });
  const inner = (name: string, nodes: BuiltJourney['nodes'], tree = {}) => journeyOf({ name, nodes, tree });

  test('that are not there or switched off are errors', () => {
    const others = [inner('Off', login, { enabled: false })];
    expect(problemsOf({ Run: run('Gone') })).toMatchObject([
      {
        code: 'missing-inner-journey',
        path: ['nodes', 'Run', 'tree'],
        message: expect.stringContaining('Configured tree does not exist: Gone'),
      },
    ]);
    expect(codes(problemsOf({ Run: run('Off') }, { others }))).toEqual(['disabled-inner-journey Run']);
  });

  test('that lead back are errors, over others too', () => {
    const others = [inner('Middle', { Run: run('Login') })];
    for (const tree of ['Login', 'Middle']) {
      expect(problemsOf({ Run: run(tree) }, { others })).toMatchObject([
        {
          code: 'recursive-journey',
          severity: 'error',
          message: expect.stringContaining(`Tree would result in recursive loop: ${tree}`),
        },
      ]);
    }
  });

  test('are looked at with what is in the state where they are run', () => {
    const others = [inner('Inner', { Check: check }, { innerTreeOnly: true })];
    const before = { Name: names, Password: { ...password, to: { outcome: 'Run' } }, Run: run('Inner') };
    expect(problemsOf(before, { others })).toEqual([]);
    expect(problemsOf({ Run: run('Inner') }, { others })).toMatchObject([
      { nodeName: 'Run', message: expect.stringContaining('Check in Run needs username') },
      { nodeName: 'Run', message: expect.stringContaining('Check in Run needs password') },
    ]);
  });

  test('hand out shared state, and no transient state', () => {
    const asks = { Name: names, Password: { ...password, to: { outcome: 'Success' } } };
    const outer = { Run: { ...run('Asks'), to: { true: 'Check', false: 'Failure' } }, Check: check };
    expect(problemsOf(outer, { others: [inner('Asks', asks)] })).toMatchObject([
      { message: expect.stringContaining('Check needs password') },
    ]);
  });

  test('that run others twice, which run others twice, are still looked at quickly', () => {
    const depth = 25;
    const others = Array.from({ length: depth }, (_, level) =>
      inner(
        `Level${level}`,
        level === depth - 1
          ? login
          : {
              One: { ...run(`Level${level + 1}`), to: { true: 'Two', false: 'Failure' } },
              Two: run(`Level${level + 1}`),
            },
      ),
    );
    expect(problemsOf({ Run: run('Level0') }, { others })).toEqual([]);
  });

  test('are not blamed for inputs when they are looked at by themselves', () => {
    expect(problemsOf({ nodes: { Check: check }, tree: { innerTreeOnly: true } })).toEqual([]);
  });
});

test('a service that the realm does not have is warned of once', () => {
  const nodes = {
    Name: { ...names, to: { outcome: 'Sender' } },
    Sender: { ...sender, to: { SENT: 'Wait', NOT_REGISTERED: 'Failure' } },
    Wait: wait,
    Verifier: verifier,
  };
  expect(problemsOf(nodes)).toEqual([]);
  expect(problemsOf(nodes, { services: [] })).toMatchObject([
    {
      code: 'missing-service',
      severity: 'warning',
      nodeName: 'Sender',
      message: expect.stringContaining(
        'Sender and Verifier cannot work without the service pushNotification',
      ),
    },
  ]);
});

test('whatever a journey says, it is checked without an exception', () => {
  const types = Object.keys(nodeTypes) as NodeTypeId[];
  const id = fc.constantFrom('a', 'b', 'c', 'd', '__proto__');
  const node = fc.constantFrom(...types, 'OddNode').chain((type) => {
    const properties = type === 'OddNode' ? [] : Object.keys(nodeTypes[type].config.properties);
    const keys = fc.constantFrom(...properties, 'unknown');
    const outcomes = fc.constantFrom('outcome', 'true', 'false', 'SENT', 'DONE', 'TRUE', 'toString');
    const config = fc
      .dictionary(keys, fc.jsonValue({ maxDepth: 1 }))
      .map(({ nodes: _, ...rest }) => rest as JsonObject);
    return fc.record({
      type: fc.constant(type),
      config,
      to: fc.dictionary(outcomes, fc.oneof(id, fc.constantFrom('Success', 'Failure'))),
      children: fc.dictionary(id, fc.record({ type: fc.constantFrom(...types), config })),
    });
  });
  fc.assert(
    fc.property(fc.dictionary(id, node), (nodes) => {
      for (const problem of problemsOf({ nodes })) expect(problem.message).toMatch(/\S/);
    }),
  );
}, 20_000);
