import { readJourney, successId } from '@journeyman/node-schemas';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { documentFrom } from '../document/document-from.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { createEditorStore, type EditorStore } from '../editor/editor-store.ts';
import { elkForTests } from './elk.builder.ts';
import {
  applyLayout,
  cancelLayout,
  closePreview,
  previewLayout,
  useLayoutPreview,
  withPlacesForAll,
} from './layout-preview.ts';
import { routes } from './use-route.ts';

const elk = elkForTests();

function documentWith(places: JourneyDocument['layout']['nodes']): JourneyDocument {
  const node = (displayName: string, target: string) => ({
    displayName,
    nodeType: 'MessageNode',
    connections: { true: target },
  });
  const json = (_id: string) => ({ _id, _type: { _id: 'MessageNode' } });
  const exported = {
    tree: {
      _id: 'Login',
      entryNodeId: 'a',
      nodes: { a: node('A', 'b'), b: node('B', successId) },
      staticNodes: {},
    },
    nodes: { a: json('a'), b: json('b') },
    innerNodes: {},
  };
  const read = readJourney(JSON.stringify(exported));
  if (read.status === 'refused') throw new Error('The journey cannot be read.');
  return documentFrom(read, { nodes: places, staticNodes: {} });
}

let store: EditorStore;

beforeEach(() => {
  const document = documentWith({ a: { x: 0, y: 0 }, b: { x: 4, y: 4 } });
  store = createEditorStore({ realm: '/', document, schedule: () => () => {} });
});
afterEach(() => {
  vi.useRealTimers();
  closePreview();
});

const spoken = () => store.getState().announcement?.label.key;

describe('a layout that is asked for', () => {
  test('is shown before anything is done, and applied as one step', async () => {
    const before = store.getState().document;
    await previewLayout(store.getState(), 'all', { elk });
    expect(useLayoutPreview.getState().status).toBe('shown');
    expect(store.getState().document).toBe(before);
    applyLayout(store.getState());
    const { layout } = store.getState().document;
    expect((layout.nodes.b?.x ?? 0) - (layout.nodes.a?.x ?? 0)).toBeGreaterThanOrEqual(232 + 90);
    expect(store.getState().history.past).toHaveLength(1);
    store.getState().undo();
    expect(store.getState().document).toEqual(before);
  });

  test('is forgotten when it is not wanted', async () => {
    const before = store.getState().document;
    await previewLayout(store.getState(), { selected: new Set(['a', 'b']) }, { elk });
    cancelLayout(store.getState());
    expect(useLayoutPreview.getState().status).toBe('none');
    applyLayout(store.getState());
    expect(store.getState().document).toBe(before);
    expect(spoken()).toBe('layout.left');
  });

  test('is not shown where nothing would move', async () => {
    await previewLayout(store.getState(), 'all', { elk });
    applyLayout(store.getState());
    await previewLayout(store.getState(), 'all', { elk });
    expect(useLayoutPreview.getState().status).toBe('none');
    expect(spoken()).toBe('layout.nothingMoves');
  });

  test('is overtaken by one that is asked for later', async () => {
    const first = previewLayout(store.getState(), 'all', { elk, to: 'down' });
    const second = previewLayout(store.getState(), 'all', { elk, to: 'right' });
    await Promise.all([first, second]);
    expect(useLayoutPreview.getState()).toMatchObject({ status: 'shown', direction: 'right' });
  });

  test('that cannot be made moves nothing and says so', async () => {
    await previewLayout(store.getState(), 'all', {
      elk: { layout: () => Promise.reject(new Error('no worker')) },
    });
    expect(useLayoutPreview.getState().status).toBe('none');
    expect(spoken()).toBe('layout.failed');
  });
});

describe('a journey that is opened', () => {
  test('is not kept waiting for places that take too long', async () => {
    vi.useFakeTimers();
    const stop = vi.fn();
    const document = documentWith({});
    const opened = withPlacesForAll(document, { layout: () => new Promise(() => {}), stop });
    await vi.advanceTimersByTimeAsync(4000);
    expect(await opened).toBe(document);
    expect(stop).toHaveBeenCalled();
  });

  test('gets places where it has none, the others staying', async () => {
    const document = documentWith({ a: { x: 800, y: 80 } });
    const { layout } = await withPlacesForAll(document, elk);
    expect(layout.nodes.a).toEqual({ x: 800, y: 80 });
    expect(layout.nodes.b).toBeDefined();
    expect(Object.keys(layout.staticNodes)).toHaveLength(3);
    expect(await withPlacesForAll({ ...document, layout }, elk)).toMatchObject({ layout });
    expect(routes.routeOf('a|true')).toBeUndefined();
  });

  test('is laid out where its nodes all lie on one place, as exports of what nobody has drawn have them', async () => {
    const { layout } = await withPlacesForAll(documentWith({ a: { x: 0, y: 0 }, b: { x: 0, y: 0 } }), elk);
    expect(layout.nodes.b?.x).toBeGreaterThan(layout.nodes.a?.x ?? Number.NaN);
  });
});
