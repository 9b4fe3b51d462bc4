// @vitest-environment happy-dom
import { nodeTypes, successId } from '@journeyman/node-schemas';
import { cleanup, fireEvent } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { connect } from '../document/commands/connect.ts';
import { knowAllTypes } from '../editor/known-types.ts';
import { openEditor } from '../editor/open-editor.builder.tsx';
import { Palette } from './palette.tsx';

afterEach(cleanup);

const open = (...types: string[]) =>
  openEditor(
    <Palette />,
    types.map((type, index) => ({ id: `node${index}`, type })),
  );

describe('the palette', () => {
  it('adds a node of the type that is pressed', () => {
    const { store, screen } = open();
    fireEvent.click(screen.getByRole('button', { name: 'Push Sender' }));
    const [node] = store.getState().journey.nodes.values();
    expect(node?.type).toBe('PushAuthenticationSenderNode');
    expect(store.getState().journey.entryNodeId).toBe(node?.id);
    expect(screen.getByRole('status').textContent).toBe('Added Push Sender');
  });

  it('leads the first free outcome of the selected node to the new one, and says so', () => {
    const { store, screen } = open('DataStoreDecisionNode');
    store.getState().run(connect(store.getState().document, { nodeId: 'node0', outcome: 'true' }, successId));
    store.getState().select(['node0']);
    fireEvent.click(screen.getByRole('button', { name: 'Message Node' }));
    const added = [...store.getState().journey.nodes.values()].find(({ type }) => type === 'MessageNode');
    expect(store.getState().journey.nodes.get('node0')?.connections).toEqual({
      true: successId,
      false: added?.id,
    });
    expect(screen.getByRole('status').textContent).toBe(
      'Message Node added after False of Data Store Decision',
    );
  });

  it('narrows to what is searched for', () => {
    const { screen } = open();
    fireEvent.change(screen.getByRole('searchbox', { name: 'Find a node type' }), {
      target: { value: 'push sender' },
    });
    expect(screen.getAllByRole('button', { name: /^Push/ }).map(({ textContent }) => textContent)).toContain(
      'Push Sender',
    );
    expect(screen.queryByRole('button', { name: 'Username Collector' })).toBeNull();
  });

  it('is one stop for the Tab key, and arrows walk through it', () => {
    const { screen } = open();
    const items = screen.getAllByRole('button').filter((button) => 'type' in button.dataset);
    expect(items.filter(({ tabIndex }) => tabIndex === 0)).toEqual([items[0]]);
    items[0]?.focus();
    fireEvent.keyDown(items[0] ?? document.body, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(items[1]);
    fireEvent.keyDown(items[1] ?? document.body, { key: 'End' });
    expect(document.activeElement).toBe(items.at(-1));
  });

  it('hands the type to what it is dragged onto', () => {
    const { screen } = open();
    const kept = new Map<string, string>();
    const dataTransfer = { setData: (kind: string, data: string) => kept.set(kind, data), effectAllowed: '' };
    fireEvent.dragStart(screen.getByRole('button', { name: 'Push Sender' }), { dataTransfer });
    expect(kept.get('application/x-journeyman-node-type')).toBe('PushAuthenticationSenderNode');
  });

  it('folds a category away', () => {
    const { screen } = open();
    const heading = screen.getByRole('button', { name: /^Multi-factor/ });
    fireEvent.click(heading);
    expect(heading.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('button', { name: 'Push Sender' })).toBeNull();
  });

  it('shows the help of the type that the pointer rests on, and of no other', async () => {
    const { screen } = open();
    const sender = screen.getByText('Push Sender');
    fireEvent.pointerOver(sender, { pointerType: 'mouse' });
    const help = await screen.findByText(nodeTypes.PushAuthenticationSenderNode.help);
    expect(help.closest(`#${sender.getAttribute('aria-describedby')}`)).not.toBeNull();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await vi.waitFor(() => expect(document.contains(help)).toBe(false));
  });

  describe('once all types are known', () => {
    beforeAll(knowAllTypes);

    it('marks those that can only be designed, and leaves them out when only what runs here is wanted', () => {
      const { screen } = open();
      const designOnly = () => screen.queryAllByLabelText('design only');
      expect(designOnly().length).toBeGreaterThan(100);
      fireEvent.click(screen.getByLabelText('Runs here'));
      expect(designOnly()).toEqual([]);
      expect(screen.queryByText('Scripted Decision')).toBeNull();
      fireEvent.click(screen.getByLabelText('All'));
      expect(designOnly().length).toBeGreaterThan(100);
    });
  });
});
