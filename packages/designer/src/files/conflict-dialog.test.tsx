// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { newDocument } from '../document/document-from.ts';
import { createEditorStore, EditorContext } from '../editor/editor-store.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { memoryFiles } from './memory-files.builder.ts';
import { dismissConflict, useConflict } from './save-journey.ts';

afterEach(() => {
  cleanup();
  dismissConflict();
});

test('the conflict of a journey that was left while it was being saved is not asked of another', () => {
  const document = newDocument('Other');
  const store = createEditorStore({ realm: '/', document, revision: 'one', schedule: () => () => {} });
  render(
    <EditorContext value={store}>
      <ConflictDialog files={memoryFiles()} onCopied={() => {}} />
    </EditorContext>,
  );
  act(() => useConflict.setState({ conflict: { theirs: null } }));
  expect(screen.queryByRole('dialog')).toBeNull();
  act(() => store.getState().setSave({ status: 'conflict', theirs: '' }));
  expect(screen.queryByRole('dialog')).not.toBeNull();
});
