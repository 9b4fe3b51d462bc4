import './switch-field.css';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';

/** Yes or no. */
export function SwitchField(field: FieldProps) {
  const { schema, value, surroundings, onChange } = field;
  const isOn = typeof value === 'boolean' ? value : schema.default === true;
  return (
    <FieldFrame
      field={field}
      layout="inline"
      canBePlaceholder
      control={({ 'aria-required': _, ...attributes }) => (
        <input
          {...attributes}
          className="form-switch"
          type="checkbox"
          role="switch"
          aria-checked={isOn}
          checked={isOn}
          disabled={surroundings.isReadOnly}
          onChange={({ target }) => onChange(target.checked)}
        />
      )}
    />
  );
}
