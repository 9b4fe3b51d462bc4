import { failureId, successId } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { documentOf, done, refusalOf } from '../document.builder.ts';
import type { JourneyDocument } from '../journey-document.ts';
import { pageEntries } from '../lookup.ts';
import { configure } from './configure.ts';
import { addToPage, moveToPage, reorderInPage, takeOutOfPage } from './page-nodes.ts';

const document = documentOf({
  name: { type: 'UsernameCollectorNode', to: { outcome: 'page' } },
  page: {
    type: 'PageNode',
    children: { password: 'PasswordCollectorNode', choice: 'ChoiceCollectorNode' },
    to: {},
  },
  loose: { type: 'PasswordCollectorNode' },
  check: { type: 'DataStoreDecisionNode', to: { true: successId, false: failureId } },
  message: { type: 'MessageNode', to: { true: 'check', false: failureId } },
  inner: { type: 'InnerTreeEvaluatorNode' },
  other: { type: 'PageNode' },
});

const childrenOf = ({ exported }: JourneyDocument, page = 'page') =>
  pageEntries(exported.nodes[page]).map(({ _id }) => _id);

const outcomesOf = ({ exported }: JourneyDocument) => exported.nodes.page?._outcomes;

describe('a page', () => {
  test('takes a new node, by itself above one whose outcomes are to be configured', () => {
    const next = done(
      document,
      addToPage(document, { pageId: 'page' }, { id: 'new', type: 'UsernameCollectorNode' }),
    );
    expect(childrenOf(next)).toEqual(['password', 'new', 'choice']);
    expect(next.exported.innerNodes.new?._outcomes).toEqual([{ id: 'outcome', displayName: 'Outcome' }]);
  });

  test.each([
    ['another page', 'other', 'refused.pageInPage'],
    ['an inner journey', 'inner', 'refused.innerJourneyInPage'],
    ['a node that asks nothing', 'check', 'refused.notInteractive'],
  ])('refuses %s', (_, nodeId, reason) => {
    expect(refusalOf(moveToPage(document, { pageId: 'page' }, nodeId))).toBe(reason);
  });

  test('lists the outcomes of its last node as that is configured', () => {
    const next = done(document, configure(document, 'choice', 'choices', ['Push', 'Code']));
    expect(outcomesOf(next)).toEqual([
      { id: 'Push', displayName: 'Push' },
      { id: 'Code', displayName: 'Code' },
    ]);
  });

  test('has nodes with several outcomes only at its end', () => {
    const two = done(document, configure(document, 'choice', 'choices', ['Push', 'Code']));
    const password = { id: 'new', type: 'PasswordCollectorNode' };
    expect(refusalOf(addToPage(two, { pageId: 'page', index: 2 }, password))).toBe(
      'refused.lastNodeBranches',
    );
    expect(refusalOf(moveToPage(two, { pageId: 'page', index: 0 }, 'message'))).toBe(
      'refused.onlyLastBranches',
    );
    expect(refusalOf(reorderInPage(two, 'choice', 0))).toBe('refused.onlyLastBranches');
    expect(refusalOf(reorderInPage(two, 'password', 1))).toBe('refused.lastNodeBranches');
  });

  test('refuses a setting that gives a node above the last several outcomes', () => {
    const first = done(document, reorderInPage(document, 'choice', 0));
    expect(childrenOf(first)).toEqual(['choice', 'password']);
    expect(refusalOf(configure(first, 'choice', 'choices', ['a', 'b']))).toBe('refused.onlyLastBranches');
  });

  test('takes the place of a node that comes into it from before it', () => {
    const next = done(document, moveToPage(document, { pageId: 'page', index: 0 }, 'name'));
    expect(childrenOf(next)).toEqual(['name', 'password', 'choice']);
    expect(next.exported.tree.entryNodeId).toBe('page');
    expect(Object.hasOwn(next.exported.tree.nodes, 'name')).toBe(false);
    expect(Object.hasOwn(next.exported.nodes, 'name')).toBe(false);
    expect(next.layout.nodes.name).toBeUndefined();
  });

  test('goes on where the node goes that becomes its last', () => {
    const next = done(document, moveToPage(document, { pageId: 'other' }, 'message'));
    expect(next.exported.tree.nodes.other?.connections).toEqual({ true: 'check', false: failureId });
    expect(next.exported.nodes.other?._outcomes).toMatchObject([{ id: 'true' }, { id: 'false' }]);
  });

  test('gives a node to another page', () => {
    const next = done(document, moveToPage(document, { pageId: 'other' }, 'password'));
    expect([childrenOf(next), childrenOf(next, 'other')]).toEqual([['choice'], ['password']]);
    expect(Object.hasOwn(next.exported.innerNodes, 'password')).toBe(true);
  });

  test('gives a node back to the canvas', () => {
    const next = done(document, takeOutOfPage(document, 'password', { x: 8, y: 8 }));
    expect(childrenOf(next)).toEqual(['choice']);
    expect(next.exported.tree.nodes.password).toMatchObject({
      nodeType: 'PasswordCollectorNode',
      connections: {},
    });
    expect(Object.hasOwn(next.exported.innerNodes, 'password')).toBe(false);
    expect(next.layout.nodes.password).toEqual({ x: 8, y: 8 });
  });

  test('is the only thing that holds nodes', () => {
    expect(refusalOf(moveToPage(document, { pageId: 'check' }, 'name'))).toBe('refused.noPage');
    expect(refusalOf(takeOutOfPage(document, 'name', { x: 0, y: 0 }))).toBe('refused.nodeIsGone');
  });
});
