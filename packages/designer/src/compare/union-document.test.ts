import { failureId, overlap, successId } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { cardContentOf } from '../canvas/card-content.ts';
import { cardGeometry } from '../canvas/card-geometry.ts';
import { annotationsOf } from '../document/annotations.ts';
import { addNote } from '../document/commands/notes.ts';
import { removeNodes } from '../document/commands/remove-nodes.ts';
import { deriveJourney } from '../document/derive-journey.ts';
import { pageEntries } from '../document/lookup.ts';
import { edited, first, second } from './two-states.builder.ts';
import { unionDocument } from './union-document.ts';

const both = unionDocument(first, second);
const { tree, nodes } = both.exported;

describe('two states in one document', () => {
  test('have the nodes of both, as the later one has them', () => {
    expect(Object.keys(tree.nodes).sort()).toEqual(['check', 'limit', 'message', 'page']);
    expect(nodes.limit).toBe(second.exported.nodes.limit);
    expect(nodes.message).toBe(first.exported.nodes.message);
  });

  test('have the connections of both, and where an outcome was led elsewhere, the later one', () => {
    expect(tree.nodes.check?.connections).toEqual({ true: successId, false: 'limit' });
    expect(tree.nodes.message?.connections).toEqual({ true: successId, false: failureId });
    const loose = edited(second, (now) => removeNodes(now, ['limit']));
    const { connections } = unionDocument(first, loose).exported.tree.nodes.check ?? {};
    expect(connections).toEqual({ true: successId, false: failureId });
  });

  test('have what is gone from a page above the last node that stayed, whose outcomes are the page’s', () => {
    expect(pageEntries(nodes.page).map(({ _id }) => _id)).toEqual(['password', 'user']);
    const withoutUser = edited(first, (now) => removeNodes(now, ['user']));
    const entries = pageEntries(unionDocument(first, withoutUser).exported.nodes.page);
    expect(entries.map(({ _id }) => _id)).toEqual(['user', 'password']);
  });

  test('have what is gone where it stood, or under what stands there now', () => {
    const { message, limit } = both.layout.nodes;
    const boxOf = (id: string, place = { x: 0, y: 0 }) => {
      const node = deriveJourney(both.exported).nodes.get(id);
      if (node === undefined) throw new Error(`${id} is not there.`);
      return { ...cardGeometry(cardContentOf(node)), ...place };
    };
    expect(message?.x).toBe(first.layout.nodes.message?.x);
    expect(limit).toEqual(second.layout.nodes.limit);
    expect(overlap(boxOf('message', message), boxOf('limit', limit))).toBe(false);
    const without = edited(first, (now) => removeNodes(now, ['message']));
    expect(unionDocument(first, without).layout.nodes.message).toEqual(first.layout.nodes.message);
  });

  test('have the notes of both', () => {
    const noted = edited(first, (now) => addNote(now, { id: 'old', text: 'Old', x: 0, y: 0 }));
    const other = edited(second, (now) => addNote(now, { id: 'new', text: 'New', x: 0, y: 0 }));
    const { notes } = annotationsOf(unionDocument(noted, other).exported);
    expect(notes.map(({ text }) => text)).toEqual(['New', 'Old']);
  });
});
