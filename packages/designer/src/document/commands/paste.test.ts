import { failureId, readJourney, successId } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { annotationsOf } from '../annotations.ts';
import { copyNodes } from '../clip.ts';
import { documentOf, done, refusalOf } from '../document.builder.ts';
import { newDocument } from '../document-from.ts';
import { exportText } from '../export-document.ts';
import type { JourneyDocument } from '../journey-document.ts';
import { addComment, addNote } from './notes.ts';
import { duplicate, paste } from './paste.ts';

const plain = documentOf({
  page: { type: 'PageNode', children: { name: 'UsernameCollectorNode' }, to: { outcome: 'check' } },
  check: { type: 'DataStoreDecisionNode', to: { true: successId, false: 'page' } },
  script: { type: 'MessageNode', config: { script: 'script-1' } },
});
const noted = done(plain, addNote(plain, { id: 'n', text: 'Why?', x: 0, y: 200 }));
const document: JourneyDocument = {
  ...noted,
  exported: { ...noted.exported, scripts: { 'script-1': { name: 'One' }, 'script-2': { name: 'Two' } } },
};

function counter() {
  let count = 0;
  return { newId: () => `new-${count++}` };
}

const copied = (...ids: string[]) => copyNodes(document, ids) ?? '';

describe('what is copied', () => {
  test('is an export of its own, with what it refers to and only the connections within', () => {
    const read = readJourney(copied('check', 'script'));
    if (read.status === 'refused') throw new Error('It cannot be read.');
    expect([...read.journey.nodes.keys()]).toEqual(['check', 'script']);
    expect(read.journey.nodes.get('check')?.connections).toEqual({});
    expect(read.exported.scripts).toEqual({ 'script-1': { name: 'One' } });
  });

  test('is nothing where nothing can be copied', () => {
    expect(copyNodes(document, [successId, 'gone'])).toBeUndefined();
  });
});

describe('what is pasted', () => {
  test('has new ids and names, its nodes inside, its connections, and stands as it stood', () => {
    const next = done(
      document,
      paste(document, copied('page', 'check'), { ...counter(), at: { x: 500, y: 500 } }),
    );
    const { tree, nodes, innerNodes } = next.exported;
    expect(tree.nodes['new-1']).toEqual({
      displayName: 'Page Node 2',
      nodeType: 'PageNode',
      connections: { outcome: 'new-0' },
    });
    expect(tree.nodes['new-0']?.connections).toEqual({ false: 'new-1' });
    expect(nodes['new-1']).toMatchObject({
      _id: 'new-1',
      nodes: [{ _id: 'new-2', displayName: 'Username Collector 2' }],
    });
    expect(innerNodes['new-2']?._id).toBe('new-2');
    expect(next.layout.nodes['new-1']).toEqual({ x: 500, y: 500 });
    expect(next.layout.nodes['new-0']).toEqual({ x: 820, y: 500 });
  });

  test('is selected', () => {
    expect(paste(document, copied('check', 'note:n'), counter())).toMatchObject({
      select: ['new-0', 'note:new-1'],
      label: { key: 'command.pasteSeveral', values: { count: 2 } },
    });
  });

  test('brings the scripts along that are not there', () => {
    const empty = newDocument('Other');
    const next = done(empty, paste(empty, copied('script'), counter()));
    expect(next.exported.scripts).toEqual({ 'script-1': { name: 'One' } });
  });

  test('may be any export, whose ends stay connected', () => {
    const next = done(document, paste(document, exportText(document), counter()));
    const copy = Object.values(next.exported.tree.nodes).find(
      ({ displayName }) => displayName === 'Data Store Decision 2',
    );
    expect(copy?.connections.true).toBe(successId);
  });

  test('keeps its notes and comments', () => {
    const told = done(document, addComment(document, 'check', { id: 'c', text: 'Slow.' }));
    const next = done(told, paste(told, copyNodes(told, ['check', 'note:n']) ?? '', counter()));
    const { notes, comments } = annotationsOf(next.exported);
    expect(notes).toMatchObject([{ id: 'n' }, { id: 'new-1', text: 'Why?', x: 32, y: 232 }]);
    expect(comments.get('new-0')).toMatchObject([{ text: 'Slow.' }]);
  });

  test('a node of a page comes to stand on the canvas', () => {
    const next = done(document, duplicate(document, ['name'], counter()));
    expect(next.exported.tree.nodes['new-0']).toMatchObject({
      nodeType: 'UsernameCollectorNode',
      connections: {},
    });
    expect(next.exported.nodes['new-0']?._id).toBe('new-0');
  });

  test.each(['', 'some words', '{"a":1}'])('is refused when the text is %j', (text) => {
    expect(refusalOf(paste(document, text, counter()))).toBe('refused.nothingToPaste');
  });

  test('is refused for the ends of the journey', () => {
    expect(refusalOf(duplicate(document, [failureId], counter()))).toBe('refused.staticNode');
  });
});
