import { useEffect, useId, useRef } from 'react';
import { t } from '../texts/t.ts';

interface NameFieldProps {
  readonly name: string;
  /** Why it will not do; undefined when it will. */
  readonly fault: string | undefined;
  onChange(name: string): void;
}

/** The field for a journey's name, selected when it appears, with what is wrong with it. */
export function NameField({ name, fault, onChange }: NameFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const faultId = useId();
  useEffect(() => input.current?.select(), []);
  return (
    <label className="library-name">
      {t('library.name.label')}
      <span className="field">
        <input
          ref={input}
          value={name}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={fault !== undefined}
          aria-describedby={faultId}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
      <span id={faultId} className="form-error" role="status">
        {fault}
      </span>
    </label>
  );
}
