import { failureId, type JsonObject } from '@journeyman/node-schemas';
import { expect, it } from 'vitest';
import { cloneOf } from './clone-journey.ts';

const uuid = '11111111-1111-4111-8111-111111111111';

const annotations = (node: string) =>
  JSON.stringify({ forNodes: { [node]: [{ id: 'n1', text: 'page' }] }, structural: [] });

const stage = (child: string) => JSON.stringify({ ChoiceCallback: [{ id: child, displayType: 'radio' }] });

/** A journey of a page with one node in it, a check, and a node with a UUID; some words are also ids. */
const journey = (page: string, child: string, check: string, last: string): JsonObject => ({
  nodes: {
    [page]: {
      _id: page,
      _type: { _id: 'PageNode' },
      pageHeader: { en: 'page' },
      stage: stage(child),
      nodes: [{ _id: child, nodeType: 'ChoiceCollectorNode', displayName: 'choice' }],
    },
    [check]: { _id: check, _type: { _id: 'DataStoreDecisionNode' } },
    [last]: { _id: last, _type: { _id: 'MessageNode' }, message: { en: 'check' } },
  },
  innerNodes: { [child]: { _id: child, _type: { _id: 'ChoiceCollectorNode' }, choices: ['check', 'page'] } },
  tree: {
    _id: 'page',
    entryNodeId: page,
    nodes: {
      [page]: { nodeType: 'PageNode', displayName: 'page', connections: { check, page: last } },
      [check]: { nodeType: 'DataStoreDecisionNode', connections: { true: last, false: failureId } },
      [last]: { nodeType: 'MessageNode', connections: {} },
    },
    uiConfig: { annotations: annotations(page), categories: '["page"]' },
  },
});

it('gives nodes other ids wherever these name them, and leaves the words alone that are ids elsewhere', () => {
  let count = 0;
  const copy = cloneOf(journey('page', 'choice', 'check', uuid), () => `new-${++count}`);
  expect(copy).toEqual(journey('new-2', 'new-3', 'new-4', 'new-1'));
});

it('copies what is in no order, too', () => {
  const odd = {
    nodes: { a: 5 },
    tree: { entryNodeId: 'a', nodes: { a: { nodeType: 'X', connections: [] } } },
  };
  expect(cloneOf(odd, () => 'b')).toMatchObject({ nodes: { b: 5 }, tree: { entryNodeId: 'b' } });
  expect(cloneOf({}, () => 'b')).toEqual({});
});
