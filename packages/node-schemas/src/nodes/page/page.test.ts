import { expect, test } from 'vitest';
import { outcomesOf } from '../../node-type.ts';
import { pageNode } from './page.ts';

const childOutcomes = (childId: string) => [{ id: `out-of-${childId}`, displayName: 'Out' }];
const child = (id: string) => ({ _id: id, nodeType: 'MessageNode', displayName: 'Message' });

test('has the outcomes of its last node', () => {
  expect(outcomesOf(pageNode, { nodes: [child('first'), child('last')] }, childOutcomes)).toEqual([
    { id: 'out-of-last', displayName: 'Out' },
  ]);
});

test('has no outcomes without nodes, or when it has just been dragged in', () => {
  expect(outcomesOf(pageNode, { nodes: [] }, childOutcomes)).toEqual([]);
  expect(outcomesOf(pageNode, null, childOutcomes)).toEqual([]);
});
