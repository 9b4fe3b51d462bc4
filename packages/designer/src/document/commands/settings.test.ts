import { describe, expect, test } from 'vitest';
import { annotationsOf } from '../annotations.ts';
import { documentOf, done, refusalOf } from '../document.builder.ts';
import { emptyHistory, perform, undo } from '../history.ts';
import type { JourneyDocument } from '../journey-document.ts';
import { configure } from './configure.ts';
import { renameJourney, setJourneyProperty } from './journey-properties.ts';
import { moveNodes } from './move-nodes.ts';
import { addComment, addNote, editComment, editNote, removeComment } from './notes.ts';
import { rename } from './rename.ts';

const document = documentOf({
  sender: { type: 'PushAuthenticationSenderNode' },
  page: { type: 'PageNode', children: { name: 'UsernameCollectorNode' } },
});

describe('configuring', () => {
  test('writes what is set and nothing else, and removes it again', () => {
    const set = done(document, configure(document, 'sender', 'mandatory', true));
    expect(set.exported.nodes.sender?.mandatory).toBe(true);
    const reset = done(set, configure(set, 'sender', 'mandatory', undefined));
    expect(reset).toEqual(document);
  });

  test('keeps the list of outcomes as the setting makes them', () => {
    const set = done(document, configure(document, 'sender', 'mandatory', true));
    expect(set.exported.nodes.sender?._outcomes).toMatchObject([{ id: 'SENT' }, { id: 'NOT_REGISTERED' }]);
  });

  test('of the same property in a row is one step', () => {
    let now = { document, history: emptyHistory };
    for (const issuer of ['A', 'Ac', 'Acme']) {
      const command = configure(now.document, 'sender', 'issuer', issuer);
      if ('refused' in command) throw new Error('It is refused.');
      now = perform(now, command);
    }
    expect(now.history.past).toHaveLength(1);
    expect(undo(now).document).toEqual(document);
  });

  test('is named after the title of the property', () => {
    expect(configure(document, 'sender', 'messageTimeout', 1)).toMatchObject({
      label: { values: { name: 'Push Sender', property: 'Message Timeout' } },
      coalesce: 'node:sender:messageTimeout',
    });
  });

  test('leaves AM’s own keys and the nodes of a page alone', () => {
    expect(refusalOf(configure(document, 'sender', '_id', 'x'))).toBe('refused.notAProperty');
    expect(refusalOf(configure(document, 'page', 'nodes', []))).toBe('refused.notAProperty');
    expect(refusalOf(configure(document, 'gone', 'x', 1))).toBe('refused.nodeIsGone');
  });

  test('gives a node its configuration if the file has none', () => {
    const { exported } = document;
    const bare: JourneyDocument = { ...document, exported: { ...exported, nodes: {}, innerNodes: {} } };
    const set = done(bare, configure(bare, 'sender', 'mandatory', true));
    expect(set.exported.nodes.sender).toMatchObject({ _id: 'sender', mandatory: true });
  });
});

describe('renaming', () => {
  test('gives a node, on the canvas or in a page, another name', () => {
    expect(done(document, rename(document, 'sender', ' Ask ')).exported.tree.nodes.sender?.displayName).toBe(
      'Ask',
    );
    expect(done(document, rename(document, 'name', 'Who')).exported.nodes.page?.nodes).toMatchObject([
      { displayName: 'Who' },
    ]);
    expect(refusalOf(rename(document, 'sender', '  '))).toBe('refused.emptyName');
  });

  test('gives the journey another name', () => {
    expect(done(document, renameJourney(document, 'Sign in')).exported.tree._id).toBe('Sign in');
    expect(refusalOf(renameJourney(document, ''))).toBe('refused.emptyName');
  });
});

describe('a property of the journey', () => {
  test('is set, and removed so that the realm’s holds', () => {
    const set = done(document, setJourneyProperty(document, 'maximumIdleTime', 30));
    expect(set.exported.tree.maximumIdleTime).toBe(30);
    expect(done(set, setJourneyProperty(set, 'maximumIdleTime', undefined))).toEqual(document);
  });
});

describe('a note', () => {
  const noted = done(document, addNote(document, { id: 'n', text: 'Why?', x: 10.2, y: 20 }));

  test('is kept where AM keeps it', () => {
    const { uiConfig } = noted.exported.tree;
    expect(uiConfig).toEqual({
      categories: '[]',
      annotations:
        '{"forNodes":{},"structural":[{"text":"Why?","color":"yellow","w":200,"h":96,"id":"n","x":10,"y":20}]}',
    });
  });

  test('is changed, and moved like a node', () => {
    const changed = done(noted, editNote(noted, 'n', { text: 'So.', color: 'green' }));
    const moved = done(changed, moveNodes(changed, { 'note:n': { x: 0, y: 0.6 } }));
    expect(annotationsOf(moved.exported).notes).toMatchObject([{ text: 'So.', color: 'green', x: 0, y: 1 }]);
    expect(refusalOf(editNote(noted, 'gone', {}))).toBe('refused.noteIsGone');
  });

  test('on a node is a comment', () => {
    const told = done(noted, addComment(noted, 'sender', { id: 'c', text: 'Slow.' }));
    const edited = done(told, editComment(told, 'sender', 'c', { text: 'Slower.' }));
    expect(annotationsOf(edited.exported).comments.get('sender')).toMatchObject([{ text: 'Slower.' }]);
    const without = done(edited, removeComment(edited, 'sender', 'c'));
    expect(annotationsOf(without.exported).comments.has('sender')).toBe(false);
  });

  test('is not written over others that are not understood', () => {
    const { exported } = document;
    const odd: JourneyDocument = {
      ...document,
      exported: { ...exported, tree: { ...exported.tree, uiConfig: { annotations: '{broken' } } },
    };
    expect(refusalOf(addNote(odd, { id: 'n', x: 0, y: 0 }))).toBe('refused.notesUnreadable');
    expect(annotationsOf(odd.exported).notes).toEqual([]);
  });
});
