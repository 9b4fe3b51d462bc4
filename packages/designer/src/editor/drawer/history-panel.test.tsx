// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JourneyDocument } from '../../document/journey-document.ts';
import { createEditorStore, EditorContext, type EditorStore } from '../editor-store.ts';
import { goToStep, HistoryPanel } from './history-panel.tsx';

const document0: JourneyDocument = {
  exported: {
    innerNodes: {},
    nodes: { a: { _id: 'a', _type: { _id: 'MessageNode' } } },
    tree: {
      _id: 'Login',
      entryNodeId: 'a',
      nodes: { a: { displayName: 'A', nodeType: 'MessageNode', connections: {} } },
    },
  },
  layout: { nodes: {}, staticNodes: {} },
};

let store: EditorStore;

beforeEach(() => {
  store = createEditorStore({ realm: '/', document: document0, schedule: () => () => {} });
});
afterEach(cleanup);

function show() {
  render(
    <EditorContext value={store}>
      <HistoryPanel />
    </EditorContext>,
  );
}

function moveTo(x: number) {
  store.getState().run({
    label: { key: 'command.move', values: { name: `A to ${x}` } },
    apply: (draft) => {
      draft.layout.nodes.a = { x, y: 0 };
    },
  });
}

const steps = () => screen.getAllByRole('option').map((option) => option.textContent);

describe('the history', () => {
  test('says what it is for while there is none', () => {
    show();
    expect(screen.getByText(/Nothing has been changed yet/)).toBeTruthy();
  });

  test('lists what was done and what was undone, and marks where the journey is', () => {
    moveTo(1);
    moveTo(2);
    store.getState().undo();
    show();
    expect(steps()).toEqual(['Opened', 'Move A to 1now', 'Move A to 2undone']);
    expect(screen.getAllByRole('option')[1]?.getAttribute('aria-selected')).toBe('true');
  });

  test('leads back and forth by many steps', () => {
    for (const x of [1, 2, 3]) moveTo(x);
    show();
    act(() => goToStep(store.getState(), 0));
    expect(store.getState().document).toEqual(document0);
    expect(steps()[0]).toBe('Openednow');
    expect(store.getState().announcement?.label).toEqual({ key: 'historyPanel.back', values: { count: 3 } });
    act(() => goToStep(store.getState(), 3));
    expect(store.getState().document.layout.nodes.a).toEqual({ x: 3, y: 0 });
  });
});
