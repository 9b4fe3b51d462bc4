import { expect, test } from 'vitest';
import { documentOf } from '../document/document.builder.ts';
import { createEditorStore } from '../editor/editor-store.ts';
import { tellCovered } from './tell-covered.ts';

function toldOf(nodes: Readonly<Record<string, { readonly x: number; readonly y: number }>>) {
  const document = documentOf({ a: { type: 'MessageNode' }, b: { type: 'MessageNode' } });
  const store = createEditorStore({
    realm: '/',
    document: { ...document, layout: { nodes, staticNodes: {} } },
    revision: null,
    schedule: () => () => {},
  });
  tellCovered(store.getState());
  return store.getState().announcement;
}

test('nodes that lie upon others are told, with what sets them apart', () => {
  expect(toldOf({ a: { x: 0, y: 0 }, b: { x: 200, y: 10 } })).toMatchObject({
    label: { key: 'layout.covered' },
    isShown: true,
  });
  expect(toldOf({ a: { x: 0, y: 0 }, b: { x: 240, y: 10 } })).toBeNull();
});
