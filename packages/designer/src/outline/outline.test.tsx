// @vitest-environment happy-dom
import { failureId, successId } from '@journeyman/node-schemas';
import { cleanup, fireEvent, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { openEditor } from '../editor/open-editor.builder.tsx';
import { Outline } from './outline.tsx';

let opened: ReturnType<typeof open> | undefined;

function open() {
  return openEditor(<Outline />, [
    { id: 'name', type: 'UsernameCollectorNode' },
    { id: 'check', type: 'DataStoreDecisionNode', from: { nodeId: 'name', outcome: 'outcome' } },
    { id: 'lost', type: 'SetSuccessUrlNode' },
  ]);
}

function outline() {
  opened = open();
  return opened;
}

afterEach(() => {
  opened?.stop();
  cleanup();
});

const names = ({ screen }: ReturnType<typeof open>) =>
  screen.getAllByRole('row').map((row) => row.getAttribute('aria-label') ?? '');

/** Presses a key where the focus is. */
function press(key: string, rest: KeyboardEventInit = {}) {
  const target = document.activeElement ?? document.body;
  fireEvent.keyDown(target, { key, code: key, ...rest });
  fireEvent.keyUp(target, { key, code: key, ...rest });
}

function focusRow({ screen }: ReturnType<typeof open>, name: string | RegExp) {
  const row = screen.getByRole('row', { name });
  fireEvent.focus(row);
  row.focus();
  return row;
}

describe('the outline', () => {
  it('lists the journey in graph order with every outcome and what cannot be reached', () => {
    const all = names(outline());
    const order = [
      /^Start$/,
      /^Starts with leads to Username/,
      /^Username Collector/,
      /^Data Store Decision/,
    ];
    expect(order.map((name) => all.findIndex((one) => name.test(one)))).toEqual([0, 1, 2, 4]);
    expect(all).toContain('True is not connected');
    expect(all.findIndex((name) => name.startsWith('Cannot be reached (1)'))).toBeGreaterThan(
      all.indexOf('Failure'),
    );
  });

  it('connects an outcome to what is chosen from a list', async () => {
    const editor = outline();
    focusRow(editor, 'True is not connected');
    press('Enter');
    const dialog = await editor.screen.findByRole('dialog', {
      name: 'Connect True of Data Store Decision to…',
    });
    fireEvent.click(within(dialog).getByRole('option', { name: 'Success' }));
    await waitFor(() => {
      expect(editor.store.getState().journey.nodes.get('check')?.connections).toEqual({ true: successId });
    });
    expect(editor.screen.getByRole('status').textContent).toBe(
      'Connected True of Data Store Decision to Success',
    );
  });

  it('selects what is pressed, and brings it into view on the canvas', () => {
    const editor = outline();
    fireEvent.click(editor.screen.getByRole('row', { name: /^Data Store Decision/ }));
    expect([...editor.store.getState().selection]).toEqual(['check']);
    expect(editor.store.getState().revealed.ids).toEqual(['check']);
  });

  it('deletes with a key and goes on at the node before', () => {
    const editor = outline();
    fireEvent.click(editor.screen.getByRole('row', { name: /^Data Store Decision/ }));
    focusRow(editor, /^Data Store Decision/);
    press('Delete');
    expect(editor.store.getState().journey.nodes.has('check')).toBe(false);
    expect([...editor.store.getState().selection]).toEqual(['name']);
  });

  it('renames by F2', async () => {
    const editor = outline();
    fireEvent.click(editor.screen.getByRole('row', { name: /^Username Collector/ }));
    focusRow(editor, /^Username Collector/);
    press('F2');
    const field = await editor.screen.findByRole('textbox', { name: 'Name' });
    fireEvent.change(field, { target: { value: 'Who are you' } });
    fireEvent.click(editor.screen.getByRole('button', { name: 'Rename' }));
    expect(editor.store.getState().journey.nodes.get('name')?.displayName).toBe('Who are you');
    await waitFor(() => {
      expect(editor.screen.getByRole('status').textContent).toBe('Renamed Username Collector to Who are you');
    });
  });

  it('leads Start elsewhere', async () => {
    const editor = outline();
    focusRow(editor, /^Starts with/);
    press('Enter');
    const dialog = await editor.screen.findByRole('dialog', { name: 'Start with…' });
    fireEvent.click(within(dialog).getByRole('option', { name: /^Failure/ }));
    await waitFor(() => expect(editor.store.getState().journey.entryNodeId).toBe(failureId));
  });
});
