import { failureId, type Problem, startId, successId } from '@journeyman/node-schemas';
import { describe, expect, it } from 'vitest';
import { childOf, journeyOf, nodeOf } from './journey.builder.ts';
import { type OutlineItem, openableIds, outlineItems } from './outline-items.ts';

const journey = journeyOf(
  [
    nodeOf('decide', { true: successId }, { type: 'DataStoreDecisionNode' }),
    nodeOf('page', { outcome: 'decide' }, { type: 'PageNode', children: [childOf('user'), childOf('word')] }),
    nodeOf('lost', { outcome: 'gone' }, { type: 'MessageNode' }),
  ],
  { entryNodeId: 'page' },
);

const flat = (items: readonly OutlineItem[]): OutlineItem[] =>
  items.flatMap((item) => [item, ...('children' in item ? flat(item.children) : [])]);

describe('outlineItems', () => {
  it('lists Start, nodes in graph order, the ends, and what cannot be reached', () => {
    expect(outlineItems(journey, []).map(({ id }) => id)).toEqual([
      startId,
      'page',
      'decide',
      successId,
      failureId,
      'unreachable',
    ]);
  });

  it('puts the nodes of a page before its outcomes', () => {
    const page = outlineItems(journey, []).find(({ id }) => id === 'page');
    expect(page?.kind === 'node' && page.children.map(({ id }) => id)).toEqual([
      'user',
      'word',
      'page|outcome',
    ]);
  });

  it('says where outcomes lead', () => {
    const outcomes = flat(outlineItems(journey, [])).flatMap((item) =>
      item.kind === 'outcome' ? [[item.id, item.target, item.targetName]] : [],
    );
    expect(outcomes).toContainEqual([`${startId}|outcome`, 'page', 'page']);
    expect(outcomes).toContainEqual(['decide|true', successId, 'Success']);
    expect(outcomes).toContainEqual(['decide|false', undefined, undefined]);
    expect(outcomes).toContainEqual(['lost|outcome', 'gone', undefined]);
  });

  it('counts the problems of each node', () => {
    const problem: Problem = {
      code: 'wrong-configuration',
      severity: 'error',
      journey: 'Login',
      nodeId: 'user',
      message: 'Something is wrong.',
      path: [],
    };
    const child = flat(outlineItems(journey, [problem, problem])).find(({ id }) => id === 'user');
    expect(child?.kind === 'child' && child.problems).toBe(2);
  });

  it('has no group of unreachable nodes when there are none', () => {
    const items = outlineItems(journeyOf([nodeOf('only', { outcome: successId })]), []);
    expect(items.map(({ id }) => id)).not.toContain('unreachable');
    expect(openableIds(items)).toEqual([startId, 'only']);
  });
});
