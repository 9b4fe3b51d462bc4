import { t } from '../../texts/t.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { PlaceholderNote } from './placeholder-note.tsx';
import { whenEmptied } from './property-schema.ts';
import { textIn } from './text-in.ts';

/** A line of text, with the unit of what it counts. */
export function TextField(field: FieldProps) {
  const { schema, value, surroundings, onChange } = field;
  const text = textIn(value);
  return (
    <FieldFrame
      field={field}
      hint={schema.format === 'webhook' ? t('inspector.webhook.hint') : undefined}
      control={(attributes) => (
        <>
          <div className="form-control form-text">
            <input
              {...attributes}
              type="text"
              autoComplete="off"
              spellCheck={false}
              value={text}
              placeholder={textIn(schema.default)}
              readOnly={surroundings.isReadOnly}
              onChange={({ target }) => onChange(target.value === '' ? whenEmptied(field) : target.value)}
            />
            {schema.unit !== undefined && (
              <span className="form-unit">{t(`inspector.unit.${schema.unit}`)}</span>
            )}
          </div>
          <PlaceholderNote text={text} />
        </>
      )}
    />
  );
}

/** Text of several lines. */
export function LinesField(field: FieldProps) {
  const { schema, value, surroundings, onChange } = field;
  const text = textIn(value);
  return (
    <FieldFrame
      field={field}
      control={(attributes) => (
        <>
          <textarea
            {...attributes}
            className="form-control form-lines"
            rows={3}
            value={text}
            placeholder={textIn(schema.default)}
            readOnly={surroundings.isReadOnly}
            onChange={({ target }) => onChange(target.value === '' ? whenEmptied(field) : target.value)}
          />
          <PlaceholderNote text={text} />
        </>
      )}
    />
  );
}
