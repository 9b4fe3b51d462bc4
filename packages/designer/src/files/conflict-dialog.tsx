import './conflict-dialog.css';
import { lazy, Suspense, useState } from 'react';
import { startComparing } from '../compare/compare-store.ts';
import { filesOf } from '../document/export-document.ts';
import { DialogFrame } from '../editor/dialog-frame.tsx';
import { useEditor, useEditorStore } from '../editor/editor-store.ts';
import '../texts/library.ts';
import { t } from '../texts/t.ts';
import type { JourneyFiles } from './journey-files.ts';
import {
  type Conflict,
  dismissConflict,
  failureText,
  keepMine,
  saveCopy,
  takeTheirs,
  useConflict,
} from './save-journey.ts';

const TextDifference = lazy(() =>
  import('./text-difference.tsx').then((part) => ({ default: part.TextDifference })),
);

/** What the dialog works with. */
interface ConflictDialogProps {
  readonly files: JourneyFiles;
  /** Called with the name of the journey that was saved as a copy. */
  readonly onCopied: (name: string) => void;
}

/** Asks what is to become of a journey that somebody else has changed meanwhile; nothing while there is no conflict. */
export function ConflictDialog(props: ConflictDialogProps) {
  const conflict = useConflict((state) => state.conflict);
  // That of a journey that was left while it was being saved is none of this one.
  const isMine = useEditor(({ save }) => save.status === 'conflict');
  return conflict === null || !isMine ? null : <Decision conflict={conflict} {...props} />;
}

function Decision({ conflict, files, onCopied }: ConflictDialogProps & { readonly conflict: Conflict }) {
  const store = useEditorStore();
  const { document, revision } = store.getState();
  const name = document.exported.tree._id;
  const mine = filesOf(document);
  const { theirs } = conflict;
  const [copyName, setCopyName] = useState(`${name} copy`);
  const [failure, setFailure] = useState('');
  const isLayoutOnly = theirs?.file === mine.journey;
  const shown = isLayoutOnly ? [theirs?.layout ?? '', mine.layout] : [theirs?.file ?? '', mine.journey];

  const copy = async () => {
    const changed = await saveCopy(store.getState(), files, copyName.trim());
    if (changed.status === 'saved') onCopied(changed.journey.name);
    else if (changed.status === 'conflict') setFailure(t('library.name.taken', { name: copyName.trim() }));
    else setFailure(failureText(changed));
  };

  return (
    <DialogFrame title={t('files.conflict.title', { name })} size="wide" onClose={dismissConflict}>
      <div className="dialog-body conflict">
        <p>{explanation(conflict, revision, name)}</p>
        {isLayoutOnly && <p>{t('files.conflict.layoutOnly')}</p>}
        {theirs !== null && (
          <>
            <div className="conflict-heads">
              <span>{t('files.conflict.theirs')}</span>
              <span>{t('files.conflict.mine')}</span>
            </div>
            <div className="conflict-difference">
              <Suspense fallback={<p className="muted">{t('files.conflict.loading')}</p>}>
                <TextDifference
                  one={shown[0] ?? ''}
                  other={shown[1] ?? ''}
                  oneLabel={t('files.conflict.theirs')}
                  otherLabel={t('files.conflict.mine')}
                />
              </Suspense>
            </div>
          </>
        )}
        <form
          className="conflict-copy"
          onSubmit={(event) => {
            event.preventDefault();
            void copy();
          }}
        >
          <label>
            {t('files.conflict.copyName')}
            <span className="field">
              <input value={copyName} onChange={(event) => setCopyName(event.target.value)} />
            </span>
          </label>
          <button type="submit" className="button">
            {t('files.conflict.saveCopy')}
          </button>
        </form>
        {failure !== '' && (
          <p role="alert" className="form-error">
            {failure}
          </p>
        )}
      </div>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={dismissConflict}>
          {t('files.conflict.later')}
        </button>
        {theirs !== null && (
          <button
            type="button"
            className="button"
            onClick={() => {
              dismissConflict();
              startComparing();
            }}
          >
            {t('files.conflict.compare')}
          </button>
        )}
        {theirs !== null && (
          <button
            type="button"
            className="button"
            onClick={() => {
              if (!takeTheirs(store.getState(), conflict)) setFailure(t('files.conflict.unreadable'));
            }}
          >
            {t('files.conflict.takeTheirs')}
          </button>
        )}
        <button
          type="button"
          className="button button-danger"
          onClick={() => void keepMine(store.getState(), conflict, files)}
        >
          {t(theirs === null ? 'files.conflict.keepMineGone' : 'files.conflict.keepMine')}
        </button>
      </div>
    </DialogFrame>
  );
}

function explanation({ theirs }: Conflict, revision: string | null, name: string): string {
  if (theirs === null) return t('files.conflict.gone');
  return revision === null ? t('files.conflict.added', { name }) : t('files.conflict.changed');
}
