import { useId } from 'react';

interface ChoiceProps {
  readonly title: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

/** A value of the made-up world that is one of a few. */
export function Choice({ title, value, choices, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="sim-row">
      <label htmlFor={id}>{title}</label>
      <select id={id} className="select" value={value} onChange={({ target }) => onChange(target.value)}>
        {choices.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
