import './field-frame.css';
import { IconArrowBackUp, IconBraces } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { t } from '../../texts/t.ts';
import { defaultInWords } from './default-in-words.ts';
import type { FieldProblem, FieldProps } from './field-props.ts';
import { differsFromDefault, type PropertySchema, titleOf } from './property-schema.ts';

/** The attributes that tie a control to its label, its help and what is wrong with it. */
export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
}

/** The id of the control of a property in the page; one form is shown at a time. */
export const controlId = (name: string): string => `property-${name}`;

/**
 * What every field has around its control: label, the mark of what differs from its default, the way back to it, help, and
 * what is wrong. `draftError` is of something typed that cannot be stored.
 */
export function FieldFrame({
  field,
  control,
  draftError,
  layout = 'stacked',
  isGroup = false,
  hint,
  canBePlaceholder = false,
}: {
  readonly field: FieldProps;
  control(attributes: ControlAttributes): ReactNode;
  readonly draftError?: string | undefined;
  /** `inline`: the control stands beside the label, as a switch does. */
  readonly layout?: 'stacked' | 'inline';
  /** Several controls, which the label names together. */
  readonly isGroup?: boolean;
  /** More than the description has to say, such as the range. */
  readonly hint?: string | undefined;
  /** Whether a value of the environment can be put in by a button, because it cannot be typed. */
  readonly canBePlaceholder?: boolean;
}) {
  const { name, schema, isRequired, value, problems, surroundings } = field;
  const id = controlId(name);
  const title = titleOf(field);
  const faults: readonly FieldProblem[] =
    draftError === undefined ? problems : [{ severity: 'error', message: draftError, path: [] }];
  const help = [schema.description, hint].filter((text) => text !== undefined && text !== '').join(' ');
  const describedBy = [help === '' ? '' : `${id}-help`, faults.length === 0 ? '' : `${id}-faults`]
    .filter((each) => each !== '')
    .join(' ');
  const hasError = faults.some(({ severity }) => severity === 'error');
  const attributes: ControlAttributes = {
    id,
    ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
    ...(hasError ? { 'aria-invalid': true } : {}),
    ...(isRequired && schema.default === undefined ? { 'aria-required': true } : {}),
  };
  const label = isGroup ? (
    <span className="form-field-label" id={`${id}-label`}>
      {title}
    </span>
  ) : (
    <label className="form-field-label" htmlFor={id}>
      {title}
    </label>
  );
  const labelledControl = isGroup ? (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a table of rows
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={attributes['aria-describedby']}
      tabIndex={-1}
      id={id}
    >
      {control(attributes)}
    </div>
  ) : (
    control(attributes)
  );
  return (
    <div className="form-field" data-layout={layout} data-property={name} data-wrong={hasError || undefined}>
      <div className="form-field-head">
        {label}
        <DefaultMark field={field} />
        {canBePlaceholder && !surroundings.isReadOnly && (
          <button
            type="button"
            className="form-field-tool form-field-environment"
            aria-label={t('inspector.field.fromEnvironment', { title })}
            title={t('inspector.field.fromEnvironment', { title })}
            onClick={() => field.onChange(suggestedPlaceholder(name))}
          >
            <IconBraces size={14} aria-hidden="true" />
          </button>
        )}
        <ResetButton
          title={title}
          schema={schema}
          isShown={
            !surroundings.isReadOnly && schema.default !== undefined && differsFromDefault(schema, value)
          }
          onReset={() => field.onChange(undefined)}
        />
      </div>
      {labelledControl}
      {faults.length > 0 && (
        <ul className="form-field-faults" id={`${id}-faults`}>
          {faults.map(({ severity, message }) => (
            <li key={message} data-severity={severity}>
              {message}
            </li>
          ))}
        </ul>
      )}
      {help !== '' && (
        <p className="form-field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}

function DefaultMark({ field: { schema, isRequired, value } }: { readonly field: FieldProps }) {
  const isGivenAnyway = schema.default === undefined && isRequired;
  if (isGivenAnyway || !differsFromDefault(schema, value)) return null;
  const said = t('inspector.field.differs');
  return <span className="form-field-mark" role="img" aria-label={said} title={said} />;
}

function ResetButton({
  title,
  schema,
  isShown,
  onReset,
}: {
  readonly title: string;
  readonly schema: PropertySchema;
  readonly isShown: boolean;
  onReset(): void;
}) {
  if (!isShown) return null;
  const name = t('inspector.field.reset', { title });
  return (
    <button
      type="button"
      className="form-field-tool form-field-reset"
      aria-label={name}
      title={resetTitle(schema)}
      onClick={onReset}
    >
      <IconArrowBackUp size={14} aria-hidden="true" />
    </button>
  );
}

function resetTitle(schema: PropertySchema): string {
  const value = defaultInWords(schema);
  return value === '' ? t('inspector.field.resetToEmpty') : t('inspector.field.resetTo', { value });
}

/** A name for the environment's value that says what it is for: `&{esv.generate.recovery.codes}`. */
export function suggestedPlaceholder(name: string): string {
  return `&{esv.${name.replaceAll(/([a-z0-9])([A-Z])/g, '$1.$2').toLowerCase()}}`;
}
