import { failureId, startId, successId } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { annotationsOf } from '../annotations.ts';
import { documentOf, done, refusalOf } from '../document.builder.ts';
import { addComment, addNote } from './notes.ts';
import { removeAndRejoin, removeNodes } from './remove-nodes.ts';

const document = documentOf({
  page: {
    type: 'PageNode',
    children: { name: 'UsernameCollectorNode', password: 'PasswordCollectorNode' },
    to: { outcome: 'check' },
  },
  check: { type: 'DataStoreDecisionNode', to: { true: 'level', false: failureId } },
  level: { type: 'ModifyAuthLevelNode', to: { outcome: 'url' } },
  url: { type: 'SetSuccessUrlNode', to: { outcome: successId } },
});

describe('removing', () => {
  test('takes the nodes of a page along, and every connection to it', () => {
    const { exported, layout } = done(document, removeNodes(document, ['page']));
    expect(Object.keys(exported.tree.nodes)).toEqual(['check', 'level', 'url']);
    expect(Object.keys(exported.nodes)).toEqual(['check', 'level', 'url']);
    expect(exported.innerNodes).toEqual({});
    expect(Object.keys(layout.nodes)).toEqual(['check', 'level', 'url']);
    expect(exported.tree.entryNodeId).toBe('');
  });

  test('of several nodes is one step that counts them', () => {
    const command = removeNodes(document, ['level', 'url', startId]);
    expect(command).toMatchObject({ label: { key: 'command.removeSeveral', values: { count: 2 } } });
    expect(done(document, command).exported.tree.nodes.check?.connections).toEqual({ false: failureId });
  });

  test('of a node in a page leaves the page with the others', () => {
    const { exported } = done(document, removeNodes(document, ['name']));
    expect(exported.nodes.page?.nodes).toMatchObject([{ _id: 'password' }]);
    expect(Object.keys(exported.innerNodes)).toEqual(['password']);
  });

  test('spares Start, Success and Failure', () => {
    expect(refusalOf(removeNodes(document, [startId, successId]))).toBe('refused.staticNode');
    expect(refusalOf(removeNodes(document, ['gone']))).toBe('refused.nodeIsGone');
  });

  test('takes comments along with their node, and notes by themselves', () => {
    const noted = done(document, addNote(document, { id: 'n', text: 'Why?', x: 0, y: 0 }));
    const both = done(noted, addComment(noted, 'url', { id: 'c', text: 'Because.' }));
    const { notes, comments } = annotationsOf(done(both, removeNodes(both, ['url', 'note:n'])).exported);
    expect(notes).toEqual([]);
    expect([...comments]).toEqual([]);
  });
});

describe('removing and rejoining', () => {
  test('leads what led to the nodes to where they led', () => {
    const { exported } = done(document, removeAndRejoin(document, ['level', 'url']));
    expect(exported.tree.nodes.check?.connections).toEqual({ true: successId, false: failureId });
  });

  test('keeps Start on the way', () => {
    expect(done(document, removeAndRejoin(document, ['page'])).exported.tree.entryNodeId).toBe('check');
  });

  test('is refused for a node that leads several ways', () => {
    expect(refusalOf(removeAndRejoin(document, ['check']))).toBe('refused.severalWays');
  });
});
