import './choice-field.css';
import { IconChevronDown } from '@tabler/icons-react';
import { t } from '../../texts/t.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { textIn } from './text-in.ts';

/** One of a few values, shown by their titles. A value that is none of them is kept and marked. */
export function ChoiceField(field: FieldProps) {
  const { schema, value, surroundings, onChange } = field;
  const values = schema.enum ?? [];
  const current = textIn(value ?? schema.default);
  return (
    <FieldFrame
      field={field}
      canBePlaceholder
      control={(attributes) => (
        <div className="form-control form-choice">
          <select
            {...attributes}
            data-default={value === undefined || undefined}
            value={current}
            disabled={surroundings.isReadOnly}
            onChange={({ target }) => onChange(target.value)}
          >
            {!values.includes(current) && (
              <option value={current}>
                {current === ''
                  ? t('inspector.field.choose')
                  : t('inspector.field.unknownChoice', { value: current })}
              </option>
            )}
            {values.map((each, index) => (
              <option key={each} value={each}>
                {schema.enumTitles?.[index] ?? each}
              </option>
            ))}
          </select>
          <IconChevronDown size={16} aria-hidden="true" />
        </div>
      )}
    />
  );
}
