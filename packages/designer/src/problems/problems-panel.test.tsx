// @vitest-environment happy-dom
import { failureId, successId } from '@journeyman/node-schemas';
import {
  cleanup,
  fireEvent,
  render,
  screen,
  waitForElementToBeRemoved,
  within,
} from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { useOverlay } from '../canvas/overlay.ts';
import { type BuiltNode, documentOf } from '../document/document.builder.ts';
import { createEditorStore, EditorContext } from '../editor/editor-store.ts';
import { resetShell, useShell } from '../editor/shell-store.ts';
import { ProblemsBadge } from './problems-badge.tsx';
import { ProblemsPanel } from './problems-panel.tsx';

afterEach(() => {
  cleanup();
  resetShell();
});

function show(nodes: Readonly<Record<string, BuiltNode>>) {
  const store = createEditorStore({
    realm: '/',
    document: documentOf(nodes),
    schedule: (work) => {
      work();
      return () => undefined;
    },
  });
  render(
    <EditorContext value={store}>
      <ProblemsBadge />
      <ProblemsPanel />
    </EditorContext>,
  );
  return store;
}

const broken = {
  wait: { type: 'PushWaitNode', to: { DONE: successId }, config: { secondsToWait: 0, colour: 'red' } },
};
const right = { wait: { type: 'PushWaitNode', to: { DONE: successId, EXITED: failureId } } };

describe('the list of problems', () => {
  test('has errors first and shows only what is asked for', () => {
    show(broken);
    const severities = () => screen.getAllByRole('img').map((icon) => icon.getAttribute('aria-label'));
    expect(severities()).toEqual(['Error', 'Error', 'Note']);
    fireEvent.click(screen.getByRole('button', { name: 'Notes 1' }));
    expect(severities()).toEqual(['Note']);
  });

  test('goes to the node and to its property', () => {
    const store = show(broken);
    const [first] = screen.getAllByRole('button', { name: 'Go to Push Wait Node' });
    if (first !== undefined) fireEvent.click(first);
    const { selection, focusedProperty, revealed, panels } = store.getState();
    expect([...selection]).toEqual(['wait']);
    expect(focusedProperty).toBe('secondsToWait');
    expect(revealed.ids).toEqual(['wait']);
    expect(panels.isInspectorOpen).toBe(true);
  });

  test('mends by one step, which can be undone', () => {
    const store = show(broken);
    fireEvent.click(screen.getByRole('button', { name: 'Lead it to Failure' }));
    expect(screen.queryByRole('button', { name: 'Lead it to Failure' })).toBeNull();
    expect(store.getState().history.past.at(-1)?.key).toBe('command.connect');
  });

  test('says that there is none', () => {
    show(right);
    expect(screen.getByText('No problems')).toBeDefined();
  });
});

describe('a finding with a way on which it happens', () => {
  const escaping: Readonly<Record<string, BuiltNode>> = {
    page: {
      type: 'PageNode',
      children: { name: 'UsernameCollectorNode', word: 'PasswordCollectorNode' },
      to: { outcome: 'check' },
    },
    check: { type: 'DataStoreDecisionNode', to: { true: 'push', false: failureId } },
    push: {
      type: 'PushAuthenticationSenderNode',
      to: { SENT: 'wait', NOT_REGISTERED: failureId, SKIPPED: successId },
    },
    wait: { type: 'PushWaitNode', to: { DONE: 'verify', EXITED: failureId } },
    verify: {
      type: 'PushResultVerifierNode',
      to: { TRUE: successId, FALSE: failureId, EXPIRED: failureId, WAITING: 'wait' },
    },
  };
  const row = async () => {
    const way = await screen.findByText(/ Skipped → Success$/);
    const found = way.closest('li');
    if (found === null) throw new Error('The way is in no row.');
    return { way, found };
  };
  const painted = () => useOverlay.getState().overlay?.connections;

  test('tells it in words and paints it while the pointer or the focus is there', async () => {
    show(escaping);
    const { way, found } = await row();
    expect(way.textContent).toBe(
      'Start → Page Node → Data Store Decision — True → Push Sender — Skipped → Success',
    );
    fireEvent.pointerEnter(found);
    expect(painted()?.get('push|SKIPPED')).toEqual({ tone: 'weak' });
    expect(painted()?.get('push|SENT')).toBeUndefined();
    fireEvent.pointerLeave(found);
    expect(painted()).toBeUndefined();
    const showPath = within(found).getByRole('button', { name: 'Show path' });
    fireEvent.focus(showPath);
    expect(painted()?.has('page|outcome')).toBe(true);
    fireEvent.blur(showPath);
    expect(painted()).toBeUndefined();
  });

  test('keeps it painted when asked to', async () => {
    const store = show(escaping);
    const { found } = await row();
    fireEvent.click(within(found).getByRole('button', { name: 'Show path' }));
    fireEvent.pointerLeave(found);
    expect(painted()?.has('check|true')).toBe(true);
    expect(store.getState().revealed.ids).toContain('push');
    fireEvent.click(within(found).getByRole('button', { name: 'Hide path' }));
    expect(painted()).toBeUndefined();
  });

  test('is mended where that is obvious, and can be accepted', async () => {
    const store = show(escaping);
    const { found } = await row();
    fireEvent.click(within(found).getByRole('button', { name: 'Accept with a reason…' }));
    expect(useShell.getState().dialog).toMatchObject({
      kind: 'policy',
      accept: { code: 'too-few-factors', outcome: 'SKIPPED' },
    });
    fireEvent.click(within(found).getByRole('button', { name: 'Lead Skipped to Failure' }));
    expect(store.getState().journey.nodes.get('push')?.connections.SKIPPED).toBe(failureId);
    await waitForElementToBeRemoved(() => screen.queryByText(/ Skipped → Success$/));
  });
});

describe('the badge', () => {
  test('says how many there are, notes apart, and opens the list', () => {
    const store = show(broken);
    const badge = screen.getByRole('button', { name: '2 errors' });
    expect(badge.textContent).toBe('2');
    fireEvent.click(badge);
    expect(store.getState().panels).toMatchObject({ isDrawerOpen: true, drawer: 'problems' });
    expect(badge.getAttribute('aria-expanded')).toBe('true');
  });

  test('says that there is none', () => {
    show(right);
    expect(screen.getByRole('button', { name: 'No problems' })).toBeDefined();
  });
});
