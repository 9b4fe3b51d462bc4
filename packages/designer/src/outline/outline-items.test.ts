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
    const of = (...problems: readonly Problem[]) => {
      const child = flat(outlineItems(journey, problems)).find(({ id }) => id === 'user');
      return child?.kind === 'child' && child.problems;
    };
    const warning = { ...problem, severity: 'warning' } as const;
    expect(of(problem, warning)).toEqual({ total: 2, hasError: true });
    expect(of(warning)).toEqual({ total: 1, hasError: false });
    expect(of({ ...problem, severity: 'note' })).toEqual({ total: 0, hasError: false });
  });

  it('has no group of unreachable nodes when there are none', () => {
    const items = outlineItems(journeyOf([nodeOf('only', { outcome: successId })]), []);
    expect(items.map(({ id }) => id)).not.toContain('unreachable');
    expect(openableIds(items)).toEqual([startId, 'only']);
  });
});
