import { IconFiles, IconFolder } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { t } from '../texts/t.ts';
import { type ChosenFiles, chosenFiles, pastedText } from './chosen-files.ts';

interface ImportChoiceProps {
  /** What stands in the field for text. */
  readonly text: string;
  onText(text: string): void;
  onChosen(chosen: ChosenFiles): void;
}

/** The ways to say what is to be imported: files, a folder, or text. */
export function ImportChoice({ text, onText, onChosen }: ImportChoiceProps) {
  return (
    <>
      <div className="dialog-body library-form">
        <p>{t('library.importing.intro')}</p>
        <div className="import-pickers">
          <Picker label={t('library.importing.choose')} onChosen={onChosen}>
            <IconFiles size={16} aria-hidden />
          </Picker>
          <Picker label={t('library.importing.chooseFolder')} isFolder onChosen={onChosen}>
            <IconFolder size={16} aria-hidden />
          </Picker>
        </div>
        <label className="library-name">
          {t('library.importing.paste')}
          <textarea
            className="import-text"
            rows={8}
            spellCheck={false}
            value={text}
            onChange={(event) => onText(event.target.value)}
          />
        </label>
        <p className="muted">{t('library.importing.shapes')}</p>
      </div>
      <div className="dialog-actions">
        <button
          type="button"
          className="button button-primary"
          disabled={text.trim() === ''}
          onClick={() => onChosen(pastedText(text))}
        >
          {t('library.importing.look')}
        </button>
      </div>
    </>
  );
}

interface PickerProps {
  readonly label: string;
  readonly isFolder?: boolean;
  onChosen(chosen: ChosenFiles): void;
  readonly children: ReactNode;
}

function Picker({ label, isFolder = false, onChosen, children }: PickerProps) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button" onClick={() => picker.current?.click()}>
        {children}
        {label}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        {...(isFolder && { webkitdirectory: '' })}
        aria-label={label}
        onChange={({ target }) => void chosenFiles(target.files ?? []).then(onChosen)}
      />
    </>
  );
}
