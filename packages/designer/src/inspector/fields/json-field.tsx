import { type Json, parseJson } from '@journeyman/node-schemas';
import { t } from '../../texts/t.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { useDraft } from './use-draft.ts';

/** Any value, as JSON: of node types that are not known here, and of kinds of property that have no field of their own. */
export function JsonField(field: FieldProps) {
  const { id, value, schema, surroundings, onChange } = field;
  const [draft, keepDraft] = useDraft<string>(surroundings.drafts, id, value);
  const text = draft ?? jsonText(value);
  const read = readValue(text, field);
  const change = (typed: string) => {
    const next = readValue(typed, field);
    if (next.fault !== undefined) return keepDraft(typed, value);
    keepDraft(typed, next.value);
    onChange(next.value);
  };
  return (
    <FieldFrame
      field={field}
      draftError={read.fault}
      control={(attributes) => (
        <textarea
          {...attributes}
          className="form-control form-json"
          rows={Math.min(12, Math.max(1, text.split('\n').length))}
          autoComplete="off"
          spellCheck={false}
          value={text}
          placeholder={jsonText(schema.default)}
          readOnly={surroundings.isReadOnly}
          onChange={({ target }) => change(target.value)}
          onBlur={() => {
            if (read.fault === undefined) keepDraft(undefined, undefined);
          }}
        />
      )}
    />
  );
}

function readValue(
  text: string,
  { isRequired }: FieldProps,
): { readonly fault?: undefined; readonly value: Json | undefined } | { readonly fault: string } {
  if (text.trim() === '') return isRequired ? { fault: t('inspector.json.empty') } : { value: undefined };
  const parsed = parseJson(text);
  return parsed.status === 'parsed' ? { value: parsed.value } : { fault: parsed.finding.message };
}

const jsonText = (value: Json | undefined): string =>
  value === undefined ? '' : JSON.stringify(value, undefined, 2);
