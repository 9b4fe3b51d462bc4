import './notice-bar.css';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { t } from '../texts/t.ts';
import { ErrorIcon } from '../ui/icons.tsx';
import { openLibrary, useLibrary } from './open-library.ts';

/** What came of the last change, with Undo; it stays until it is dismissed or something else is done. */
export function NoticeBar() {
  const notice = useLibrary((library) => library.notice);
  const undoButton = useRef<HTMLButtonElement>(null);
  const { undo, tryAgain, dismiss } = openLibrary.getState();
  const serial = notice?.serial;
  useEffect(() => {
    // What had the focus may be gone with its card.
    if (serial !== undefined && document.activeElement === document.body) undoButton.current?.focus();
  }, [serial]);
  return (
    <>
      <div className="visually-hidden" role="status">
        {notice !== null && <span key={notice.serial}>{t(notice.key, notice.values)}</span>}
      </div>
      {notice !== null && (
        <section
          className={notice.isError ? 'notice-bar notice-bar-error' : 'notice-bar'}
          aria-label={t('library.undo')}
        >
          {notice.isError && <ErrorIcon />}
          <span className="notice-bar-text">{t(notice.key, notice.values)}</span>
          {notice.again !== undefined && (
            <button type="button" className="button" onClick={() => void tryAgain()}>
              {t('library.loadFailed.again')}
            </button>
          )}
          {notice.undo !== undefined && (
            <button ref={undoButton} type="button" className="button" onClick={() => void undo()}>
              {t('library.undo')}
            </button>
          )}
          <button type="button" className="icon-button" aria-label={t('library.dismiss')} onClick={dismiss}>
            <IconX size={16} aria-hidden />
          </button>
        </section>
      )}
    </>
  );
}
