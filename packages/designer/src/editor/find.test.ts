import { failureId, loadAllNodeTypes, type Problem, successId } from '@journeyman/node-schemas';
import { describe, expect, it } from 'vitest';
import { childOf, journeyOf, nodeOf } from '../outline/journey.builder.ts';
import { find } from './find.ts';

const journey = journeyOf([
  nodeOf(
    'page',
    { outcome: 'sender' },
    { type: 'PageNode', displayName: 'Sign in', children: [childOf('user', { displayName: 'Who are you' })] },
  ),
  nodeOf(
    'sender',
    { SENT: successId, SKIPPED: 'inner' },
    {
      type: 'PushAuthenticationSenderNode',
      displayName: 'Ask the phone',
      config: { message: { en: 'Sign in to Acme?' } },
    },
  ),
  nodeOf('inner', {}, { type: 'InnerTreeEvaluatorNode', config: { tree: 'Recovery' } }),
  nodeOf('lost', { outcome: failureId }, { type: 'SomebodysNode', config: { key: '&{esv.key}' } }),
]);

function problem(nodeId: string, rest: Partial<Problem> = {}): Problem {
  return {
    code: 'wrong-configuration',
    severity: 'error',
    journey: 'Login',
    nodeId,
    message: 'Something is wrong.',
    path: [],
    ...rest,
  };
}

const problems = [
  problem('user'),
  problem('sender', { severity: 'warning' }),
  problem('inner', { code: 'unconnected-outcome' }),
];

const search = (query: string) => find({ journey, problems }, query);

describe('find', () => {
  it('finds nothing without a query', () => {
    expect(search(' ')).toEqual([]);
    expect(search('type:')).toEqual([]);
  });

  it('finds words in names and configured texts, nodes in pages too', () => {
    expect(search('WHO')).toEqual(['user']);
    expect(search('acme')).toEqual(['sender']);
    expect(search('"sign in"')).toEqual(['page', 'sender']);
  });

  it('asks for every word', () => {
    expect(search('phone acme')).toEqual(['sender']);
    expect(search('phone recovery')).toEqual([]);
  });

  it('finds types by id and by name', () => {
    expect(search('type:push')).toEqual(['sender']);
    expect(search('type:"username coll"')).toEqual(['user']);
    expect(search('TYPE:InnerTree')).toEqual(['inner']);
  });

  it('finds what has problems', () => {
    expect(search('is:invalid')).toEqual(['user', 'sender', 'inner']);
    expect(search('is:warning')).toEqual(['sender']);
    expect(search('is:error')).toEqual(['user', 'inner']);
    expect(search('is:unconnected')).toEqual(['inner']);
  });

  it('finds nodes by their standing', () => {
    expect(search('is:unreachable')).toEqual(['lost']);
    expect(search('is:unknown')).toEqual(['lost']);
    expect(search('is:page')).toEqual(['page']);
    expect(search('is:nonsense')).toEqual([]);
  });

  it('finds nodes that can only be designed, once their types are known', async () => {
    await loadAllNodeTypes();
    const designed = journeyOf([
      nodeOf('decide', { true: 'wait' }, { type: 'ScriptedDecisionNode' }),
      nodeOf('wait', {}, { type: 'PushWaitNode' }),
    ]);
    expect(find({ journey: designed, problems: [] }, 'is:design-only')).toEqual(['decide']);
  });

  it('finds what uses a journey or a secret', () => {
    expect(search('uses:recovery')).toEqual(['inner']);
    expect(search('uses:&{esv')).toEqual(['lost']);
  });

  it('combines filters and words', () => {
    expect(search('type:push is:invalid acme')).toEqual(['sender']);
    expect(search('type:push is:error')).toEqual([]);
  });
});
