// @vitest-environment happy-dom
import { successId } from '@journeyman/node-schemas';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { configure } from '../document/commands/configure.ts';
import { documentOf } from '../document/document.builder.ts';
import { createEditorStore, EditorContext, type EditorStore } from '../editor/editor-store.ts';
import { Canvas } from './canvas.tsx';
import { setCanvasView } from './canvas-view.ts';

const document = documentOf({
  page: {
    type: 'PageNode',
    children: { name: 'UsernameCollectorNode', password: 'PasswordCollectorNode' },
    to: { outcome: 'push' },
  },
  push: { type: 'PushRegistrationNode', to: { successOutcome: successId } },
  inner: { type: 'InnerTreeEvaluatorNode', config: { tree: 'Enrol' } },
});

function shownCanvas(onOpenJourney?: (name: string) => void): EditorStore {
  const store = createEditorStore({ realm: '/', document, schedule: () => () => undefined });
  render(
    <EditorContext value={store}>
      <div style={{ width: 1200, height: 800 }}>
        <Canvas {...(onOpenJourney === undefined ? {} : { onOpenJourney })} />
      </div>
    </EditorContext>,
  );
  return store;
}

const canvas = () => screen.getByRole('application', { name: 'Canvas' });
const current = () => {
  const id = canvas().getAttribute('aria-activedescendant') ?? '';
  return globalThis.document.getElementById(id)?.getAttribute('aria-label');
};
const press = (key: string, init: KeyboardEventInit = {}) =>
  act(() => fireEvent.keyDown(canvas(), { key, ...init }));

// Nothing has a size in happy-dom, and what is out of view is not drawn.
beforeEach(() => {
  Object.defineProperties(HTMLElement.prototype, {
    offsetWidth: { configurable: true, get: () => 1200 },
    offsetHeight: { configurable: true, get: () => 800 },
  });
  setCanvasView({ current: null, menu: null, quickAdd: null });
});

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(HTMLElement.prototype, 'offsetWidth');
  Reflect.deleteProperty(HTMLElement.prototype, 'offsetHeight');
});

describe('the canvas', () => {
  it('names each card with its type and its problems', () => {
    shownCanvas();
    const card = screen.getByRole('group', { name: /^Push Registration, Push Registration node/ });
    expect(card.getAttribute('aria-roledescription')).toBe('node');
    expect(card.getAttribute('aria-label')).toMatch(/\d problems$/);
  });

  it('is one stop of the Tab key', () => {
    shownCanvas();
    const stops = canvas().querySelectorAll('.react-flow__viewport [tabindex="0"]');
    expect(canvas().tabIndex).toBe(0);
    expect(stops).toHaveLength(0);
  });

  it('walks along the connections and into pages', () => {
    const store = shownCanvas();
    press('ArrowRight');
    expect(current()).toBe('Start');
    press('ArrowRight');
    expect(current()).toMatch(/^Page Node/);
    press('ArrowDown');
    expect(current()).toBe('Username Collector, Username Collector node, 1 of 2 on the page Page Node');
    expect([...store.getState().selection]).toEqual(['name']);
  });

  it('moves what is selected with Alt and an arrow, as one step', () => {
    const store = shownCanvas();
    act(() => store.getState().select(['push']));
    press('ArrowDown', { altKey: true });
    press('ArrowDown', { altKey: true, shiftKey: true });
    expect(store.getState().document.layout.nodes.push?.y).toBe(40);
    expect(store.getState().history.past).toHaveLength(1);
  });

  it('takes a node of a page to another place of it with Alt and an arrow', () => {
    const store = shownCanvas();
    act(() => store.getState().select(['name']));
    press('ArrowDown', { altKey: true });
    const page = store.getState().journey.nodes.get('page');
    expect(page?.children?.map(({ id }) => id)).toEqual(['password', 'name']);
  });

  it('selects and deselects with Space', () => {
    const store = shownCanvas();
    press('Home');
    press(' ');
    expect(store.getState().selection.size).toBe(0);
    press(' ');
    expect(store.getState().selection.size).toBe(1);
  });

  it('opens an inner journey with Enter and by its name', () => {
    const opened: string[] = [];
    const store = shownCanvas((name) => opened.push(name));
    act(() => store.getState().select(['inner']));
    press('Enter');
    fireEvent.click(screen.getByRole('button', { name: 'Enrol' }));
    expect(opened).toEqual(['Enrol', 'Enrol']);
  });

  it('opens the menu of a card with Shift and F10', async () => {
    const store = shownCanvas();
    act(() => store.getState().select(['push']));
    press('F10', { shiftKey: true });
    const entry = { name: 'Add after Failure…' };
    // The menu's code is fetched when it is first opened.
    expect(await screen.findByRole('menuitem', entry, { timeout: 10_000 })).toBeDefined();
  });

  it('draws one card anew while a property of it is typed', () => {
    const store = shownCanvas();
    const drawn: string[] = [];
    // Each card puts its name into its label whenever it is drawn.
    const spy = vi.spyOn(i18next, 't').mockImplementation(((key: string, values: { name?: string }) => {
      if (key === 'canvas.card.label') drawn.push(values.name ?? '');
      return key;
    }) as typeof i18next.t);
    for (const issuer of ['Acme Bank of', 'Acme Bank of T', 'Acme Bank of Th']) {
      act(() => store.getState().run(configure(store.getState().document, 'push', 'issuer', issuer)));
    }
    spy.mockRestore();
    expect(drawn).toEqual(['Push Registration', 'Push Registration', 'Push Registration']);
  });
});
