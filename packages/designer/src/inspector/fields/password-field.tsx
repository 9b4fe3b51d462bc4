import { isPlaceholder } from '@journeyman/node-schemas';
import { t } from '../../texts/t.ts';
import { FieldFrame, suggestedPlaceholder } from './field-frame.tsx';
import type { FieldProblem, FieldProps } from './field-props.ts';
import { PlaceholderNote } from './placeholder-note.tsx';
import { whenEmptied } from './property-schema.ts';
import { textIn } from './text-in.ts';

/** A password or key: a value of the environment is shown, anything else is not, and is warned of. */
export function PasswordField(field: FieldProps) {
  const { name, value, problems, surroundings, onChange } = field;
  const text = textIn(value);
  const isSecret = text !== '' && !isPlaceholder(text);
  return (
    <FieldFrame
      field={isSecret ? { ...field, problems: [...problems, inTheFile()] } : field}
      canBePlaceholder
      control={(attributes) => (
        <>
          <input
            {...attributes}
            className="form-control"
            type={isSecret && !isBegun(text) ? 'password' : 'text'}
            autoComplete="new-password"
            spellCheck={false}
            value={text}
            placeholder={suggestedPlaceholder(name)}
            readOnly={surroundings.isReadOnly}
            onChange={({ target }) => onChange(target.value === '' ? whenEmptied(field) : target.value)}
          />
          <PlaceholderNote text={text} />
        </>
      )}
    />
  );
}

/** Whether somebody is typing a placeholder. */
const isBegun = (text: string) => /^&(?:$|\{[\w.-]*$)/.test(text);

const inTheFile = (): FieldProblem => ({
  severity: 'warning',
  message: t('inspector.password.inTheFile'),
  path: [],
});
