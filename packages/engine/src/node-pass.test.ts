import { describe, expect, it } from 'vitest';
import { goTo, refuse, send } from './behaviour.ts';
import { nodeFailed } from './errors.ts';
import {
  button,
  type JourneyRunSetting,
  journeyRun,
  name,
  password,
  type TestNodeType,
} from './journey-run.builder.ts';
import type { NodePass } from './node-pass.ts';

/** A run whose passes are kept. */
function watched(setting: JourneyRunSetting) {
  const passes: NodePass[] = [];
  return { run: journeyRun({ ...setting, observe: (pass) => passes.push(pass) }), passes };
}

const told = ({ nodeId, result }: NodePass) =>
  `${nodeId} ${result.type}${result.type === 'leaves' ? ` by ${result.outcome}` : ''}`;

const end = { true: 'Success', false: 'Failure' };

describe('who observes', () => {
  it('is told of each node in order, a page after its nodes', async () => {
    const { run, passes } = watched({
      journeys: [
        {
          nodes: {
            Page: {
              type: 'PageNode',
              children: {
                User: { type: 'UsernameCollectorNode' },
                Password: { type: 'PasswordCollectorNode' },
              },
              to: { outcome: 'Check' },
            },
            Check: { type: 'DataStoreDecisionNode', to: end },
          },
        },
      ],
    });
    await run.go();
    expect(passes.splice(0).map(told)).toEqual(['User waits', 'Password waits', 'Page waits']);
    await run.go(name('demo'), password('Ch4ng31t!'));
    expect(passes.map(told)).toEqual([
      'User leaves by outcome',
      'Password leaves by outcome',
      'Page leaves by outcome',
      'Check leaves by true',
    ]);
    expect(passes.map(({ page }) => page)).toEqual(['Page', 'Page', undefined, undefined]);
  });

  it('sees the state as it was and as the node left it, each layer by itself', async () => {
    const { run, passes } = watched({
      journeys: [
        {
          nodes: {
            User: { type: 'UsernameCollectorNode', to: { outcome: 'Password' } },
            Password: { type: 'PasswordCollectorNode', to: { outcome: 'Check' } },
            Check: { type: 'DataStoreDecisionNode', to: end },
          },
        },
      ],
    });
    await run.go();
    await run.go(name('demo'));
    await run.go(password('Ch4ng31t!'));
    const [user, collected] = passes.filter(({ result }) => result.type === 'leaves');
    const start = { realm: '/', authLevel: 0 };
    expect(user?.before).toEqual({ shared: start, transient: {}, secure: {} });
    expect(user?.after).toEqual({ shared: { ...start, username: 'demo' }, transient: {}, secure: {} });
    expect(collected?.after.transient).toEqual({ password: 'Ch4ng31t!' });
  });

  it('sees the effects of an outcome, and what the audit log is to hold', async () => {
    const proves: TestNodeType = {
      behaviour: () => goTo('outcome', { provenMethod: 'AuthenticatorPush', audit: { tries: '1' } }),
    };
    const { run, passes } = watched({
      journeys: [{ nodes: { Proof: { type: 'Proof', to: { outcome: 'Success' } } } }],
      types: { Proof: proves },
    });
    await run.go();
    expect(passes[0]?.result).toEqual({ type: 'leaves', outcome: 'outcome', audit: { tries: '1' } });
    expect(passes[0]?.after.shared).toMatchObject({ NodeType: 'AuthenticatorPush|' });
  });

  it('is told what is asked, refused and broken', async () => {
    const prompt = { type: 'NameCallback', prompt: 'Colour' } as const;
    const asks: TestNodeType = {
      behaviour: ({ answers }) => {
        const [answer] = answers;
        if (answer === undefined) return send(prompt);
        if (answer.value === 'red') return refuse('Not red.');
        throw nodeFailed('No colours left.');
      },
    };
    const { run, passes } = watched({
      journeys: [{ nodes: { Ask: { type: 'Ask', to: {} } } }],
      types: { Ask: asks },
    });
    await run.go();
    await run.go(name('red'));
    await expect(run.go(name('blue'))).rejects.toThrow('No colours left.');
    expect(passes.map(({ result }) => result)).toEqual([
      { type: 'waits', callbacks: [prompt] },
      { type: 'refuses', message: 'Not red.' },
      { type: 'breaks', error: nodeFailed('No colours left.') },
    ]);
  });

  it('is told of an inner journey when it is entered and when it is left', async () => {
    const { run, passes } = watched({
      journeys: [
        {
          name: 'Outer',
          nodes: { Inner: { type: 'InnerTreeEvaluatorNode', config: { tree: 'Inner' }, to: end } },
        },
        { name: 'Inner', nodes: { Ask: { type: 'MessageNode', to: end } } },
      ],
    });
    await run.go();
    await run.go({ type: 'TextOutputCallback', value: null }, button(0));
    expect(passes.map((pass) => [pass.path.join(' > '), told(pass)])).toEqual([
      ['Outer', 'Inner enters'],
      ['Outer > Inner', 'Ask waits'],
      ['Outer > Inner', 'Ask leaves by true'],
      ['Outer', 'Inner leaves by true'],
    ]);
  });

  it('is told that an inner journey took a fault for its outcome', async () => {
    const breaks: TestNodeType = {
      behaviour: () => {
        throw nodeFailed('Out of paper.');
      },
    };
    const { run, passes } = watched({
      journeys: [
        {
          name: 'Outer',
          nodes: {
            Inner: {
              type: 'InnerTreeEvaluatorNode',
              config: { tree: 'Inner', displayErrorOutcome: true },
              to: { ...end, error: 'Failure' },
            },
          },
        },
        { name: 'Inner', nodes: { Print: { type: 'Print', to: {} } } },
      ],
      types: { Print: breaks },
    });
    await run.go();
    expect(passes.map(told)).toEqual(['Inner enters', 'Print breaks', 'Inner leaves by error']);
    expect(passes[2]?.before.shared).not.toHaveProperty('errorMessage');
    expect(passes[2]?.after.shared).toMatchObject({ errorMessage: 'Out of paper.' });
  });
});
