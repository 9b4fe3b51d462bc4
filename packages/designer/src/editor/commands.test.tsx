// @vitest-environment happy-dom
import { act, cleanup, fireEvent, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { actions } from './actions/index.ts';
import { openEditor } from './open-editor.builder.tsx';
import { showDialog } from './shell-store.ts';

let stop = () => {};

function open() {
  const opened = openEditor(null, [{ id: 'sender', type: 'PushAuthenticationSenderNode' }]);
  stop = opened.stop;
  return opened;
}

afterEach(() => {
  stop();
  cleanup();
});

describe('the list of all commands', () => {
  it('opens by its keys and does what is found by typing', async () => {
    const { screen, store } = open();
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    const dialog = await screen.findByRole('dialog', { name: 'All commands' });
    fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: 'undo' } });
    const [first] = await within(dialog).findAllByRole('menuitem');
    expect(first?.textContent).toContain('Undo add Push Sender');
    if (first !== undefined) fireEvent.click(first);
    await waitFor(() => expect(store.getState().journey.nodes.size).toBe(0));
  });

  it('has nothing that cannot be done now', async () => {
    const { screen } = open();
    act(() => showDialog({ kind: 'commands' }));
    const dialog = await screen.findByRole('dialog', { name: 'All commands' });
    expect(within(dialog).queryByRole('menuitem', { name: /^Redo/ })).toBeNull();
    expect(within(dialog).queryByRole('menuitem', { name: /^Delete/ })).toBeNull();
  });
});

describe('the keys', () => {
  it('are all in the help', async () => {
    const { screen } = open();
    act(() => showDialog({ kind: 'help' }));
    const dialog = await screen.findByRole('dialog', { name: 'Keys' });
    const shown = within(dialog).getAllByRole('term').length;
    expect(shown).toBeGreaterThanOrEqual(actions.filter(({ keys }) => keys !== undefined).length);
  });

  it('mean one thing each', () => {
    const all = actions.flatMap(({ keys }) => keys ?? []);
    expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([]);
  });

  it('belong to actions with names of their own', () => {
    const ids = actions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
