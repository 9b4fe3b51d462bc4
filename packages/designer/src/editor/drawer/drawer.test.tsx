// @vitest-environment happy-dom
import { failureId, successId } from '@journeyman/node-schemas';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { configure } from '../../document/commands/configure.ts';
import { connect } from '../../document/commands/connect.ts';
import { openEditor } from '../open-editor.builder.tsx';
import { Drawer } from './drawer.tsx';

afterEach(cleanup);

it('counts what is to be mended, and notes apart', async () => {
  const { store } = openEditor(<Drawer />, [{ id: 'wait', type: 'PushWaitNode' }]);
  const tab = await screen.findByRole('tab', { name: /^Problems/ });
  expect(tab.textContent).toBe('Problems 2');
  const { run } = store.getState();
  run(configure(store.getState().document, 'wait', 'colour', 'red'));
  await waitFor(() => expect(tab.textContent).toBe('Problems 2 1'));
  run(connect(store.getState().document, { nodeId: 'wait', outcome: 'DONE' }, successId));
  run(connect(store.getState().document, { nodeId: 'wait', outcome: 'EXITED' }, failureId));
  await screen.findByRole('tab', { name: 'Problems Note 1' });
});
