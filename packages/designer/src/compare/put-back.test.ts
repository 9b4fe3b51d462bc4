import { failureId, type Item, successId } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { annotationsOf } from '../document/annotations.ts';
import { addNode } from '../document/commands/add-node.ts';
import { configure } from '../document/commands/configure.ts';
import { connect, setEntry } from '../document/commands/connect.ts';
import { setJourneyProperty } from '../document/commands/journey-properties.ts';
import { addComment, addNote, editNote } from '../document/commands/notes.ts';
import { moveToPage, reorderInPage, takeOutOfPage } from '../document/commands/page-nodes.ts';
import { removeNodes } from '../document/commands/remove-nodes.ts';
import { rename } from '../document/commands/rename.ts';
import { done, refusalOf } from '../document/document.builder.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { comparisonOf } from './comparison.ts';
import { canPutBack, putBack } from './put-back.ts';
import { edited, first, second } from './two-states.builder.ts';

const itemsOf = (after: JourneyDocument, before = first) => comparisonOf(before, after).items;

function itemNamed(items: readonly Item[], name: string): Item {
  const item = items.find((each) => each.name === name);
  if (item === undefined)
    throw new Error(`${name} is not among ${items.map((each) => each.name).join(', ')}.`);
  return item;
}

/** What is still different once every change has been put back, one after the other. */
function leftOver(after: JourneyDocument, before: JourneyDocument): readonly Item[] {
  let now = after;
  for (let round = 0; round < 20; round++) {
    const item = itemsOf(now, before).find((each) => refusalOf(putBack(now, before, each)) === undefined);
    if (item === undefined) break;
    now = done(now, putBack(now, before, item));
  }
  return itemsOf(now, before);
}

const withNotes = edited(
  first,
  (now) => addNote(now, { id: 'kept', text: 'Kept', x: 0, y: 0 }),
  (now) => addComment(now, 'check', { id: 'c', text: 'Why' }),
);

/** The journey with scripts of these sources in its file, by id. */
function withScripts(sources: Readonly<Record<string, string>>): JourneyDocument {
  const scripts = Object.entries(sources).map(([id, source]) => [
    id,
    { _id: id, name: `Script ${id}`, script: source.split('\n') },
  ]);
  return { ...first, exported: { ...first.exported, scripts: Object.fromEntries(scripts) } };
}

describe('putting a change back', () => {
  test.each<readonly [string, JourneyDocument, JourneyDocument]>([
    ['several things at once', second, first],
    [
      'a node that was added',
      edited(first, (now) => addNode(now, { id: 'new', type: 'MessageNode', place: { x: 0, y: 0 } })),
      first,
    ],
    ['a node that was removed', edited(first, (now) => removeNodes(now, ['check'])), first],
    ['a page with its nodes', edited(first, (now) => removeNodes(now, ['page'])), first],
    ['a setting', edited(first, (now) => configure(now, 'message', 'messageYes', { en: 'Yes' })), first],
    [
      'a setting of a node on a page',
      edited(first, (now) => configure(now, 'password', 'secure', true)),
      first,
    ],
    ['a name', edited(first, (now) => rename(now, 'user', 'Who')), first],
    [
      'an outcome',
      edited(first, (now) => connect(now, { nodeId: 'check', outcome: 'true' }, successId)),
      first,
    ],
    ['where Start leads', edited(first, (now) => setEntry(now, 'check')), first],
    ['the order of a page', edited(first, (now) => reorderInPage(now, 'password', 0)), first],
    [
      'a node that was taken out of its page',
      edited(first, (now) => takeOutOfPage(now, 'user', { x: 0, y: 0 })),
      first,
    ],
    [
      'a node that was put into a page',
      edited(first, (now) => moveToPage(now, { pageId: 'page' }, 'message')),
      first,
    ],
    [
      'a setting of the journey',
      edited(first, (now) => setJourneyProperty(now, 'description', 'New')),
      first,
    ],
    ['a note that was removed', edited(withNotes, (now) => removeNodes(now, ['note:kept'])), withNotes],
    ['a note that was added', withNotes, first],
    [
      'a note that says something else',
      edited(withNotes, (now) => editNote(now, 'kept', { text: 'Other' })),
      withNotes,
    ],
    ['comments', first, withNotes],
    ['a script that was added', withScripts({ s: 'a', kept: 'b' }), withScripts({ kept: 'b' })],
    ['a script that was removed', first, withScripts({ s: 'a' })],
    ['the lines of a script', withScripts({ s: 'a\nb' }), withScripts({ s: 'a' })],
  ])('leaves nothing different: %s', (_, after, before) => {
    expect(itemsOf(after, before)).not.toEqual([]);
    expect(leftOver(after, before)).toEqual([]);
  });

  test('leaves every other change as it is', () => {
    const items = itemsOf(second);
    const next = done(second, putBack(second, first, itemNamed(items, 'Message Node')));
    expect(itemsOf(next).map(({ name, status }) => `${name} ${status}`)).toEqual([
      'Password Collector removed',
      'Data Store Decision rewired',
      'Retry Limit Decision added',
    ]);
    expect(next.layout.nodes.message).toEqual(first.layout.nodes.message);
  });

  test('gives a script its lines back and leaves the others alone', () => {
    const [before, after] = [withScripts({ s: 'a', kept: 'b' }), withScripts({ s: 'c', kept: 'd' })];
    const item = itemNamed(itemsOf(after, before), 'Script s');
    expect(canPutBack(item)).toBe(true);
    expect(done(after, putBack(after, before, item)).exported.scripts).toMatchObject({
      s: { script: ['a'] },
      kept: { script: ['d'] },
    });
  });

  test('leads what led to a node to it again where that leads nowhere now', () => {
    const after = edited(first, (now) => removeNodes(now, ['message']));
    const next = done(after, putBack(after, first, itemNamed(itemsOf(after), 'Message Node')));
    expect(next.exported.tree.nodes.check?.connections).toEqual({ false: failureId, true: 'message' });
  });

  test('leaves an outcome where it leads if what it led to is gone', () => {
    const next = done(second, putBack(second, first, itemNamed(itemsOf(second), 'Data Store Decision')));
    expect(next.exported.tree.nodes.check?.connections).toEqual({ true: successId, false: failureId });
  });

  test('is refused where the page or the node that it needs is gone', () => {
    const noPage = edited(first, (now) => removeNodes(now, ['page']));
    expect(refusalOf(putBack(noPage, first, itemNamed(itemsOf(noPage), 'Password Collector')))).toBe(
      'refused.pageIsGone',
    );
    expect(refusalOf(putBack(noPage, first, itemNamed(itemsOf(noPage), 'Start')))).toBe(
      'refused.targetIsGone',
    );
  });

  test('keeps what is said of a note and nothing else of it', () => {
    const moved = edited(withNotes, (now) => editNote(now, 'kept', { text: 'Other' }));
    const [item] = itemsOf(moved, withNotes);
    const next = item === undefined ? moved : done(moved, putBack(moved, withNotes, item));
    expect(annotationsOf(next.exported).notes).toMatchObject([{ id: 'kept', text: 'Kept', x: 0, y: 0 }]);
  });

  test('is not offered for what stands beside the nodes and is no script', () => {
    const { exported, layout } = first;
    const themed = { exported: { ...exported, themes: { s: { name: 'Dark' } } }, layout };
    expect(itemsOf(themed).map(canPutBack)).toEqual([false]);
    expect(itemsOf(second).every(canPutBack)).toBe(true);
  });
});
