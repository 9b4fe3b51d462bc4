import { faultOfName, isSameFolder } from '@journeyman/node-schemas';
import { useState } from 'react';
import { DialogFrame } from '../editor/dialog-frame.tsx';
import { usersOf } from '../files/follow-rename.ts';
import { t } from '../texts/t.ts';
import { freeName } from './free-name.ts';
import { toldFailure } from './library.ts';
import { NameField } from './name-field.tsx';
import { openLibrary, showLibraryDialog, useLibrary } from './open-library.ts';

interface NameDialogProps {
  readonly kind: 'rename' | 'duplicate';
  readonly realm: string;
  readonly name: string;
}

/** Asks for the new name of a journey, or for that of its duplicate, and says what else the name changes. */
export function NameDialog({ kind, realm, name }: NameDialogProps) {
  const listed = useLibrary((library) => library.realms.find((each) => each.realm === realm));
  const names = (listed?.journeys ?? []).map((journey) => journey.name);
  const [newName, setNewName] = useState(() => (kind === 'rename' ? name : freeName(name, names)));
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  const fault = faultOfNewName(
    newName.trim(),
    kind === 'rename' ? names.filter((each) => each !== name) : names,
  );
  const users = listed === undefined || kind === 'duplicate' ? [] : usersOf(listed, name);

  const submit = async () => {
    if (fault !== undefined) return;
    if (newName.trim() === name) {
      showLibraryDialog(null);
      return;
    }
    setBusy(true);
    const { rename, duplicate } = openLibrary.getState();
    const done = await (kind === 'rename' ? rename : duplicate)(realm, name, newName.trim());
    setBusy(false);
    if (done.status === 'done') showLibraryDialog(null);
    else {
      const { key, values } = toldFailure(done.reason);
      setFailure(t(key, values));
    }
  };

  return (
    <DialogFrame title={t(`library.name.${kind}Title`, { name })} onClose={() => showLibraryDialog(null)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className="dialog-body library-form">
          <NameField name={newName} fault={failure || fault} onChange={setNewName} />
          {users.length > 0 && (
            <p className="muted">
              {t('library.name.usedBy', {
                count: users.length,
                users: users.map((user) => user.name).join(', '),
              })}
            </p>
          )}
          {kind === 'rename' && listed?.defaultJourney === name && (
            <p className="muted">{t('library.name.isDefault')}</p>
          )}
        </div>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => showLibraryDialog(null)}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button button-primary" disabled={isBusy || fault !== undefined}>
            {t(`library.name.${kind}`)}
          </button>
        </div>
      </form>
    </DialogFrame>
  );
}

/** Why a journey cannot have a name among others; undefined when it can. */
export function faultOfNewName(name: string, taken: readonly string[]): string | undefined {
  if (taken.some((other) => isSameFolder(other, name))) return t('library.name.taken', { name });
  return faultOfName(name);
}
