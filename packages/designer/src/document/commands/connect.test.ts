import { failureId, startId, successId } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { documentOf, done, refusalOf } from '../document.builder.ts';
import type { JourneyDocument } from '../journey-document.ts';
import { connect, disconnect, insertOnConnection, reconnect } from './connect.ts';

const document = documentOf({
  page: { type: 'PageNode', children: { name: 'UsernameCollectorNode' }, to: { outcome: 'check' } },
  check: { type: 'DataStoreDecisionNode', to: { true: successId, false: failureId } },
  note: { type: 'MessageNode' },
});

const connectionsOf = ({ exported }: JourneyDocument, id: string) => exported.tree.nodes[id]?.connections;

describe('a connection', () => {
  test('replaces what the outcome had', () => {
    const next = done(document, connect(document, { nodeId: 'check', outcome: 'true' }, 'note'));
    expect(connectionsOf(next, 'check')).toEqual({ true: 'note', false: failureId });
  });

  test('may lead a node back to itself', () => {
    const next = done(document, connect(document, { nodeId: 'check', outcome: 'false' }, 'check'));
    expect(connectionsOf(next, 'check')?.false).toBe('check');
  });

  test.each([
    ['into Start', { nodeId: 'check', outcome: 'true' }, startId, 'refused.intoStart'],
    ['out of Success', { nodeId: successId, outcome: 'outcome' }, 'note', 'refused.fromEnd'],
    ['from a node in a page', { nodeId: 'name', outcome: 'outcome' }, 'note', 'refused.insideOfPage'],
    ['to a node in a page', { nodeId: 'check', outcome: 'true' }, 'name', 'refused.insideOfPage'],
    ['from nothing', { nodeId: 'gone', outcome: 'true' }, 'note', 'refused.nodeIsGone'],
    ['to nothing', { nodeId: 'check', outcome: 'true' }, 'toString', 'refused.nodeIsGone'],
    ['from an outcome that is not there', { nodeId: 'check', outcome: 'x' }, 'note', 'refused.noSuchOutcome'],
  ])('%s is refused', (_, from, target, reason) => {
    expect(refusalOf(connect(document, from, target))).toBe(reason);
  });

  test('is named by outcome and ends', () => {
    expect(connect(document, { nodeId: 'check', outcome: 'true' }, 'note')).toMatchObject({
      label: { values: { from: 'Data Store Decision', outcome: 'True', to: 'Message Node' } },
    });
  });

  test('is taken away, also Start’s', () => {
    const next = done(document, disconnect(document, { nodeId: 'check', outcome: 'true' }));
    expect(connectionsOf(next, 'check')).toEqual({ false: failureId });
    const loose = done(document, disconnect(document, { nodeId: startId, outcome: 'outcome' }));
    expect(loose.exported.tree.entryNodeId).toBe('');
    expect(refusalOf(disconnect(loose, { nodeId: startId, outcome: 'outcome' }))).toBe(
      'refused.notConnected',
    );
  });

  test('moves from one outcome to another', () => {
    const next = done(
      document,
      reconnect(
        document,
        { nodeId: 'check', outcome: 'true' },
        { nodeId: 'note', outcome: 'true' },
        successId,
      ),
    );
    expect(connectionsOf(next, 'check')).toEqual({ false: failureId });
    expect(connectionsOf(next, 'note')).toEqual({ true: successId });
  });

  test('lets a node in that is there already', () => {
    const next = done(document, insertOnConnection(document, { nodeId: 'check', outcome: 'true' }, 'note'));
    expect(connectionsOf(next, 'check')?.true).toBe('note');
    expect(connectionsOf(next, 'note')).toEqual({ true: successId });
  });
});

describe('a page of a newer version, which spells its outcomes with the id of its last node', () => {
  const { exported } = document;
  const newer: JourneyDocument = {
    ...document,
    exported: {
      ...exported,
      tree: {
        ...exported.tree,
        nodes: {
          ...exported.tree.nodes,
          page: { displayName: 'Page', nodeType: 'PageNode', connections: { 'name-outcome': 'check' } },
        },
      },
    },
  };

  test('keeps the spelling', () => {
    const next = done(newer, connect(newer, { nodeId: 'page', outcome: 'outcome' }, 'note'));
    expect(connectionsOf(next, 'page')).toEqual({ 'name-outcome': 'note' });
    expect(
      connectionsOf(done(newer, disconnect(newer, { nodeId: 'page', outcome: 'outcome' })), 'page'),
    ).toEqual({});
  });
});
