import { successId } from '@journeyman/node-schemas';
import { describe, expect, it } from 'vitest';
import { documentOf, done, refusalOf } from '../document/document.builder.ts';
import { pageEntries } from '../document/lookup.ts';
import { connectionId } from './connection-id.ts';
import { dropCard, dropChild, dropNodeType } from './drops.ts';

const document = documentOf({
  page: {
    type: 'PageNode',
    children: { name: 'UsernameCollectorNode', password: 'PasswordCollectorNode' },
    to: { outcome: 'check' },
  },
  check: { type: 'DataStoreDecisionNode', to: { true: successId } },
});

const place = { x: 800, y: 80 };
const onPage = (index: number) => ({ target: { kind: 'page', pageId: 'page', index } as const, place });
const ids = (edited: typeof document) => pageEntries(edited.exported.nodes.page).map(({ _id }) => _id);

describe('dropping', () => {
  it('a node type on the canvas adds a node there', () => {
    const edited = done(
      document,
      dropNodeType(document, { target: null, place }, { id: 'new', type: 'MessageNode' }),
    );
    expect(edited.layout.nodes.new).toEqual(place);
  });

  it('a node type on a connection puts a node between its ends', () => {
    const target = {
      kind: 'connection',
      id: connectionId({ nodeId: 'page', outcome: 'outcome' }),
    } as const;
    const edited = done(
      document,
      dropNodeType(document, { target, place }, { id: 'new', type: 'MessageNode' }),
    );
    expect(edited.exported.tree.nodes.page?.connections).toEqual({ outcome: 'new' });
    expect(edited.exported.tree.nodes.new?.connections).toEqual({ true: 'check' });
  });

  it('a node type that a page cannot hold is refused with the reason', () => {
    expect(refusalOf(dropNodeType(document, onPage(0), { id: 'new', type: 'PageNode' }))).toBe(
      'refused.pageInPage',
    );
  });

  it('a node of a page before or after another changes the order', () => {
    expect(ids(done(document, dropChild(document, onPage(2), 'name')))).toEqual(['password', 'name']);
    expect(ids(done(document, dropChild(document, onPage(0), 'password')))).toEqual(['password', 'name']);
    expect(ids(done(document, dropChild(document, onPage(1), 'name')))).toEqual(['name', 'password']);
  });

  it('a node of a page on the canvas takes it out', () => {
    const edited = done(document, dropChild(document, { target: null, place }, 'name'));
    expect(ids(edited)).toEqual(['password']);
    expect(edited.layout.nodes.name).toEqual(place);
  });

  it('a card on a page that may not hold it is refused, and elsewhere is a mere move', () => {
    expect(refusalOf(dropCard(document, onPage(0).target, 'check') ?? { refused: { key: 'none' } })).toMatch(
      /^refused\./,
    );
    expect(dropCard(document, null, 'check')).toBeNull();
  });
});
