import { failureId, startId, successId } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { documentOf, done, refusalOf } from '../document.builder.ts';
import { newDocument } from '../document-from.ts';
import { addNode, insertNode } from './add-node.ts';
import { setEntry } from './connect.ts';

const place = { x: 12.4, y: -3.6 };

describe('a node that is added', () => {
  const document = done(
    newDocument('Login'),
    addNode(newDocument('Login'), { id: 'sender', type: 'PushAuthenticationSenderNode', place }),
  );

  test('is what AM keeps of a new node, with no setting written and its outcomes listed', () => {
    expect(document.exported.tree.nodes.sender).toEqual({
      displayName: 'Push Sender',
      nodeType: 'PushAuthenticationSenderNode',
      connections: {},
    });
    expect(document.exported.nodes.sender).toEqual({
      _id: 'sender',
      _type: { _id: 'PushAuthenticationSenderNode', name: 'Push Sender', collection: true },
      _outcomes: [
        { id: 'SENT', displayName: 'Sent' },
        { id: 'NOT_REGISTERED', displayName: 'Not Registered' },
        { id: 'SKIPPED', displayName: 'Skipped' },
      ],
    });
  });

  test('stands on whole pixels', () => {
    expect(document.layout.nodes.sender).toEqual({ x: 12, y: -4 });
  });

  test('is where Start leads if it is the first', () => {
    expect(document.exported.tree.entryNodeId).toBe('sender');
  });

  test('gets a name of its own', () => {
    const type = 'PushAuthenticationSenderNode';
    const two = done(document, addNode(document, { id: 'b', type, place }));
    const three = done(two, addNode(two, { id: 'c', type, place }));
    expect(Object.values(three.exported.tree.nodes).map(({ displayName }) => displayName)).toEqual([
      'Push Sender',
      'Push Sender 2',
      'Push Sender 3',
    ]);
    expect(three.exported.tree.entryNodeId).toBe('sender');
  });

  test('is led to by the outcome from which it was dragged', () => {
    const from = { nodeId: 'sender', outcome: 'SENT' };
    const next = done(document, addNode(document, { id: 'wait', type: 'PushWaitNode', place, from }));
    expect(next.exported.tree.nodes.sender?.connections).toEqual({ SENT: 'wait' });
  });

  test('is refused behind an outcome that is not there', () => {
    const from = { nodeId: 'sender', outcome: 'LOST' };
    expect(refusalOf(addNode(document, { id: 'wait', type: 'PushWaitNode', place, from }))).toBe(
      'refused.noSuchOutcome',
    );
  });

  test('of a type that is not known here is kept under its id', () => {
    const next = done(document, addNode(document, { id: 'x', type: 'designer-1', place }));
    expect(next.exported.nodes.x).toEqual({
      _id: 'x',
      _type: { _id: 'designer-1', name: 'designer-1', collection: true },
    });
  });
});

describe('a node that is inserted', () => {
  const document = documentOf({
    sender: { type: 'PushAuthenticationSenderNode', to: { SENT: successId } },
  });

  test('takes the connection, and its first outcome goes on to where that led', () => {
    const from = { nodeId: 'sender', outcome: 'SENT' };
    const next = done(document, insertNode(document, { id: 'wait', type: 'PushWaitNode', place, from }));
    expect(next.exported.tree.nodes.sender?.connections).toEqual({ SENT: 'wait' });
    expect(next.exported.tree.nodes.wait?.connections).toEqual({ DONE: successId });
  });

  test('may follow Start', () => {
    const from = { nodeId: startId, outcome: 'outcome' };
    const next = done(document, insertNode(document, { id: 'hello', type: 'MessageNode', place, from }));
    expect(next.exported.tree.entryNodeId).toBe('hello');
    expect(next.exported.tree.nodes.hello?.connections).toEqual({ true: 'sender' });
    expect(done(next, setEntry(next, failureId)).exported.tree.entryNodeId).toBe(failureId);
  });
});
