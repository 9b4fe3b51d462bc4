import { isJsonObject, isPlaceholder, type Json } from '@journeyman/node-schemas';
import { t } from '../../texts/t.ts';
import { FieldFrame } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import { PlaceholderNote } from './placeholder-note.tsx';
import { textIn } from './text-in.ts';
import { useDraft } from './use-draft.ts';

/**
 * A value that the environment fills in, where something else than text is meant: `&{a.b}` or `{ "$bool": "&{a.b}" }`, whichever
 * it is. Typing anything else is only kept once it is a placeholder again; the way back is to give a fixed value.
 */
export function PlaceholderField(field: FieldProps) {
  const { id, value, surroundings, onChange } = field;
  const [draft, keepDraft] = useDraft<string>(surroundings.drafts, id, value);
  const text = draft ?? placeholderText(value);
  const isReadable = isPlaceholder(text);
  return (
    <FieldFrame
      field={field}
      draftError={isReadable ? undefined : t('inspector.field.notAPlaceholder')}
      control={(attributes) => (
        <>
          <div className="form-control form-environment">
            <input
              {...attributes}
              type="text"
              autoComplete="off"
              spellCheck={false}
              value={text}
              readOnly={surroundings.isReadOnly}
              onChange={({ target }) => {
                const next = isPlaceholder(target.value) ? inShapeOf(value, target.value) : value;
                keepDraft(target.value, next);
                if (next !== value) onChange(next);
              }}
            />
            {!surroundings.isReadOnly && (
              <button type="button" className="form-link" onClick={() => onChange(undefined)}>
                {t('inspector.field.fixedValue')}
              </button>
            )}
          </div>
          <PlaceholderNote text={text} />
        </>
      )}
    />
  );
}

function placeholderText(value: Json | undefined): string {
  return textIn(isJsonObject(value) ? Object.values(value)[0] : value);
}

function inShapeOf(value: Json | undefined, text: string): Json {
  const [kind] = isJsonObject(value) ? Object.keys(value) : [];
  return kind === undefined ? text : { [kind]: text };
}
