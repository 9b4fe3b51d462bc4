import { type FormEvent, useState } from 'react';
import { rename } from '../document/commands/rename.ts';
import { nameOf } from '../document/lookup.ts';
import '../texts/dialogs.ts';
import { t } from '../texts/t.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { useEditorStore } from './editor-store.ts';

/** Gives a node another name. */
export function RenameDialog({ nodeId, onClose }: { readonly nodeId: string; readonly onClose: () => void }) {
  const store = useEditorStore();
  const [name, setName] = useState(() => nameOf(store.getState().document, nodeId));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const state = store.getState();
    const before = nameOf(state.document, nodeId);
    if (!state.run(rename(state.document, nodeId, name))) return;
    onClose();
    state.announce({ key: 'done.rename', values: { name: before, to: name.trim() } });
  };
  return (
    <DialogFrame title={t('shell.rename.title')} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="dialog-body">
          <label className="field">
            <span className="visually-hidden">{t('shell.rename.name')}</span>
            <input
              value={name}
              // biome-ignore lint/a11y/noAutofocus: the field is all that the dialog is opened for
              autoFocus
              onFocus={(event) => event.target.select()}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
        </div>
        <footer className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button button-primary" disabled={name.trim() === ''}>
            {t('shell.rename.submit')}
          </button>
        </footer>
      </form>
    </DialogFrame>
  );
}
