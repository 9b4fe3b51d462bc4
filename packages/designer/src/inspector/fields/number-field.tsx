import './number-field.css';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { t } from '../../texts/t.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { inLargerUnits, rangeOf, readNumber, stepped } from './numbers.ts';
import { PlaceholderNote } from './placeholder-note.tsx';
import { type PropertySchema, titleOf } from './property-schema.ts';
import { textIn } from './text-in.ts';
import { useDraft } from './use-draft.ts';

const keySteps: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

/** A whole number with its unit. What is no number stays in the field, is marked, and is not stored. */
export function NumberField(field: FieldProps) {
  const { id, schema, value, surroundings, onChange } = field;
  const [draft, keepDraft] = useDraft<string>(surroundings.drafts, id, value);
  const text = draft ?? textIn(value);
  const read = readNumber(text);
  const standing =
    typeof value === 'number' ? value : typeof schema.default === 'number' ? schema.default : 0;

  const type = (typed: string) => {
    const next = readNumber(typed);
    if (next.status === 'unreadable') return keepDraft(typed, value);
    const stored = next.status === 'empty' ? undefined : next.value;
    keepDraft(typed, stored);
    onChange(stored);
  };
  const step = (steps: number) => {
    keepDraft(undefined, undefined);
    onChange(stepped(schema, standing, steps));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = keySteps[event.key];
    if (steps === undefined || surroundings.isReadOnly || event.altKey || event.ctrlKey || event.metaKey)
      return;
    event.preventDefault();
    step(steps);
  };

  return (
    <FieldFrame
      field={field}
      draftError={read.status === 'unreadable' ? notANumber(text, field) : undefined}
      hint={rangeInWords(schema)}
      control={(attributes) => (
        <>
          <div className="form-control form-number">
            <input
              {...attributes}
              type="text"
              inputMode="numeric"
              role="spinbutton"
              autoComplete="off"
              aria-valuenow={typeof value === 'number' ? value : undefined}
              aria-valuetext={text === '' ? undefined : [text, unitOf(schema)].join(' ').trim()}
              aria-valuemin={schema.minimum}
              aria-valuemax={schema.maximum}
              value={text}
              placeholder={textIn(schema.default)}
              readOnly={surroundings.isReadOnly}
              onChange={({ target }) => type(target.value)}
              onKeyDown={onKeyDown}
              onBlur={() => {
                if (read.status !== 'unreadable') keepDraft(undefined, undefined);
              }}
            />
            <span className="form-unit" aria-hidden="true">
              {[unitOf(schema), largerInWords(standing, schema)].filter((each) => each !== '').join(' · ')}
            </span>
            {!surroundings.isReadOnly && (
              <span className="form-stepper">
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={t('inspector.field.less', { title: titleOf(field) })}
                  disabled={schema.minimum !== undefined && standing <= schema.minimum}
                  onClick={() => step(-1)}
                >
                  <IconMinus size={14} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={t('inspector.field.greater', { title: titleOf(field) })}
                  disabled={schema.maximum !== undefined && standing >= schema.maximum}
                  onClick={() => step(1)}
                >
                  <IconPlus size={14} aria-hidden="true" />
                </button>
              </span>
            )}
          </div>
          <PlaceholderNote text={text} />
        </>
      )}
    />
  );
}

function notANumber(text: string, { value, schema }: FieldProps): string {
  const standing = value ?? schema.default;
  return standing === undefined || standing === null
    ? t('inspector.field.notANumber', { text })
    : t('inspector.field.notANumberYet', { text, value: textIn(standing) });
}

const unitOf = ({ unit }: PropertySchema): string => (unit === undefined ? '' : t(`inspector.unit.${unit}`));

function rangeInWords(schema: PropertySchema): string | undefined {
  const range = rangeOf(schema);
  if (range === null) return undefined;
  const [minimum, maximum] = range.map((end) => (end === null ? null : end.toLocaleString('en')));
  if (minimum === null) return t('inspector.field.atMost', { maximum: maximum ?? '' });
  if (maximum === null)
    return (schema.minimum ?? 0) <= 1 ? undefined : t('inspector.field.atLeast', { minimum: minimum ?? '' });
  return t('inspector.field.between', { minimum: minimum ?? '', maximum: maximum ?? '' });
}

function largerInWords(value: number, { unit }: PropertySchema): string {
  return (inLargerUnits(value, unit) ?? [])
    .map((part) => t(`inspector.duration.${part.unit}`, { count: part.count }))
    .join(' ');
}
