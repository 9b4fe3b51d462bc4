import { useState } from 'react';
import { DialogFrame } from '../editor/dialog-frame.tsx';
import '../texts/compare.ts';
import { t } from '../texts/t.ts';
import { setChoosing, startComparing } from './compare-store.ts';

/** Takes the text of a journey to compare with. */
export function PasteBaseline() {
  const [text, setText] = useState('');
  const close = () => setChoosing(null);
  return (
    <DialogFrame title={t('compare.paste.title')} size="wide" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          close();
          startComparing({ type: 'text', title: t('compare.from.pasted'), text });
        }}
      >
        <div className="dialog-body">
          <label className="compare-paste">
            {t('compare.paste.text')}
            {/* biome-ignore lint/a11y/noAutofocus: the dialog was opened to paste into it. */}
            <textarea autoFocus rows={12} value={text} onChange={(event) => setText(event.target.value)} />
          </label>
        </div>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={close}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="button button-primary" disabled={text.trim() === ''}>
            {t('compare.paste.submit')}
          </button>
        </div>
      </form>
    </DialogFrame>
  );
}
