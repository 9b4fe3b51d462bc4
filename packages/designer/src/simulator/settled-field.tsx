import { useEffect, useId, useState } from 'react';

interface SettledFieldProps {
  readonly title: string;
  readonly help?: string;
  readonly value: string;
  readonly placeholder?: string;
  /** `long`: several lines; `moment`: a date with a time of day. */
  readonly kind?: 'text' | 'long' | 'moment';
  readonly onSettle: (text: string) => void;
}

/** A field whose text counts once a person has left it, or pressed Enter: what is half typed has no world. */
export function SettledField({
  title,
  help,
  value,
  placeholder,
  kind = 'text',
  onSettle,
}: SettledFieldProps) {
  const [typed, setTyped] = useState(value);
  const id = useId();
  useEffect(() => setTyped(value), [value]);
  const settle = () => {
    if (typed !== value) onSettle(typed);
  };
  const shared = {
    id,
    value: typed,
    placeholder,
    spellCheck: false,
    autoComplete: 'off',
    'aria-describedby': help === undefined ? undefined : `${id}help`,
    onBlur: settle,
  };
  return (
    <div className="sim-row">
      <label htmlFor={id}>{title}</label>
      <span className="sim-row-control">
        <span className="field">
          {kind === 'long' ? (
            <textarea {...shared} rows={2} onChange={({ target }) => setTyped(target.value)} />
          ) : (
            <input
              {...shared}
              type={kind === 'moment' ? 'datetime-local' : 'text'}
              step={kind === 'moment' ? 1 : undefined}
              onChange={({ target }) => setTyped(target.value)}
              onKeyDown={({ key }) => {
                if (key === 'Enter') settle();
              }}
            />
          )}
        </span>
        {help !== undefined && (
          <span id={`${id}help`} className="sim-help">
            {help}
          </span>
        )}
      </span>
    </div>
  );
}
