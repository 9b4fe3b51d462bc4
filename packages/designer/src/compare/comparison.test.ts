import { startId } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { setEntry } from '../document/commands/connect.ts';
import { moveNodes } from '../document/commands/move-nodes.ts';
import { removeNodes } from '../document/commands/remove-nodes.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { comparisonOf, type Side } from './comparison.ts';
import { edited, first, second } from './two-states.builder.ts';

const comparison = comparisonOf(first, second);

const nodeMarks = (side: Side) =>
  Object.fromEntries(
    [...comparison.overlays[side].nodes].map(([id, { tone, badge }]) => [id, `${tone}: ${badge}`]),
  );

describe('what is painted over a comparison', () => {
  test('tells on every node that is different what became of it; a page changes with what is on it', () => {
    expect(nodeMarks('both')).toEqual({
      page: 'changed: changed',
      password: 'removed: removed',
      check: 'changed: rewired',
      message: 'removed: removed',
      limit: 'added: added',
    });
    expect(Object.keys(nodeMarks('before')).sort()).toEqual(['check', 'message', 'page', 'password']);
    expect(Object.keys(nodeMarks('after')).sort()).toEqual(['check', 'limit', 'page']);
  });

  test('tells of every connection that is on one side only, and where one led before', () => {
    const { before, both, after } = comparison.overlays;
    expect(Object.fromEntries(both.connections)).toEqual({
      'check|true': { tone: 'added', formerTarget: 'message' },
      'check|false': { tone: 'added', formerTarget: 'e301438c-0bd0-429c-ab0c-66126501069a' },
      'limit|Retry': { tone: 'added' },
      'limit|Reject': { tone: 'added' },
      'message|true': { tone: 'removed' },
      'message|false': { tone: 'removed' },
    });
    expect(before.connections.get('check|true')).toEqual({ tone: 'removed' });
    expect(before.connections.has('limit|Retry')).toBe(false);
    expect(after.connections.get('check|true')).toEqual({ tone: 'added' });
    expect(after.connections.has('message|true')).toBe(false);
  });

  test('tells that Start leads elsewhere', () => {
    const { nodes, connections } = comparisonOf(
      first,
      edited(first, (now) => setEntry(now, 'check')),
    ).overlays.both;
    expect(nodes.get(startId)).toMatchObject({ tone: 'changed' });
    expect(connections.get(`${startId}|outcome`)).toEqual({ tone: 'added', formerTarget: 'page' });
  });

  test('is nothing where nodes only moved, and nothing is faint', () => {
    const moved = edited(first, (now) => moveNodes(now, { check: { x: 8, y: 400 } }));
    const { diff, items, overlays } = comparisonOf(first, moved);
    expect(diff).toMatchObject({ status: 'same', moved: 1 });
    expect([items.length, overlays.both.nodes.size, overlays.both.isRestFaint]).toEqual([0, 0, false]);
  });
});

describe('a comparison', () => {
  test('matches nodes whose ids were all made anew, and shows them under the new ones', () => {
    const renewed = renewedIds(edited(first, (now) => removeNodes(now, ['message'])));
    const { diff, documents, overlays } = comparisonOf(first, renewed);
    expect(diff.newIds).toBe(true);
    expect(Object.keys(documents.before.exported.tree.nodes).sort()).toEqual([
      'message',
      'new-check',
      'new-page',
    ]);
    expect(overlays.both.nodes.get('message')).toMatchObject({ tone: 'removed' });
    expect(overlays.both.nodes.has('new-page')).toBe(false);
  });

  test('with nothing tells that all is new', () => {
    const { diff, documents } = comparisonOf(null, first);
    expect(diff).toMatchObject({ status: 'added', nodes: 5 });
    expect(documents.both).toBe(first);
  });
});

/** The same journey as an import that makes new ids leaves it. */
function renewedIds(document: JourneyDocument): JourneyDocument {
  const text = JSON.stringify(document).replaceAll(/"(page|check|message|user|password)"/g, '"new-$1"');
  return JSON.parse(text) as JourneyDocument;
}
