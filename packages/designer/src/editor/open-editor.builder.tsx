import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { type Addition, addNode } from '../document/commands/add-node.ts';
import { newDocument } from '../document/document-from.ts';
import { listenToKeys } from './action-keys.ts';
import { actions } from './actions/index.ts';
import { Dialogs } from './dialogs.tsx';
import { createEditorStore, EditorContext } from './editor-store.ts';
import { LiveRegion } from './live-region.tsx';
import { resetShell } from './shell-store.ts';

/** A part of the editor, drawn for tests with its dialogs, its keys and what it speaks, over a journey with some nodes. */
export function openEditor(
  part: ReactNode,
  nodes: readonly (Pick<Addition, 'id' | 'type'> & Partial<Addition>)[],
) {
  resetShell();
  const store = createEditorStore({
    realm: '/',
    document: newDocument('Login'),
    schedule: (work) => {
      work();
      return () => {};
    },
  });
  for (const node of nodes) {
    const { document, run } = store.getState();
    run(addNode(document, { place: { x: 0, y: 0 }, ...node }));
  }
  store.getState().select([]);
  const stop = listenToKeys(actions, store.getState);
  const screen = render(
    <EditorContext value={store}>
      {part}
      <Dialogs />
      <LiveRegion />
    </EditorContext>,
  );
  return { store, screen, stop };
}
