import { isPlaceholder, type Json } from '@journeyman/node-schemas';
import type { ComponentType } from 'react';
import { ChoiceField } from './choice-field.tsx';
import { ColorField } from './color-field.tsx';
import type { FieldProps } from './field-props.ts';
import { JsonField } from './json-field.tsx';
import { LaterJourneyField, LaterScriptField } from './later-fields.tsx';
import { ListField } from './list-field.tsx';
import { LocaleField } from './locale-field.tsx';
import { NumberField } from './number-field.tsx';
import { PairsField } from './pairs-field.tsx';
import { PasswordField } from './password-field.tsx';
import { PlaceholderField } from './placeholder-field.tsx';
import type { PropertySchema } from './property-schema.ts';
import { SwitchField } from './switch-field.tsx';
import { LinesField, TextField } from './text-field.tsx';
import { UrlField } from './url-field.tsx';

/** A field and what it is for. Of those that fit a property, the one of the highest rank edits it. */
interface RankedField {
  readonly Field: ComponentType<FieldProps>;
  readonly rank: number;
  fits(schema: PropertySchema, value: Json | undefined): boolean;
}

const fields: readonly RankedField[] = [
  { Field: JsonField, rank: 0, fits: () => true },
  { Field: TextField, rank: 1, fits: ({ type }) => type === 'string' },
  { Field: NumberField, rank: 1, fits: ({ type }) => type === 'integer' || type === 'number' },
  { Field: SwitchField, rank: 1, fits: ({ type }) => type === 'boolean' },
  { Field: ListField, rank: 1, fits: ({ type, items }) => type === 'array' && items?.type === 'string' },
  { Field: ChoiceField, rank: 2, fits: ({ enum: values }) => values !== undefined },
  {
    Field: LinesField,
    rank: 2,
    fits: (schema, value) => schema.type === 'string' && hasLines(schema, value),
  },
  { Field: ColorField, rank: 3, fits: ({ format }) => format === 'color' },
  { Field: UrlField, rank: 3, fits: ({ format }) => format === 'url' },
  { Field: LaterJourneyField, rank: 3, fits: ({ format }) => format === 'journey' },
  { Field: LaterScriptField, rank: 3, fits: ({ format }) => format === 'script' },
  { Field: PasswordField, rank: 3, fits: ({ format }) => format === 'password' },
  { Field: PairsField, rank: 3, fits: ({ format }) => format === 'pairs' },
  { Field: LocaleField, rank: 3, fits: ({ format }) => format === 'locale-map' },
  { Field: PlaceholderField, rank: 4, fits: isFilledIn },
  // What is not of the kind that a field edits is shown as it is, so that nothing is lost by editing.
  { Field: JsonField, rank: 5, fits: isOfAnotherKind },
];

/** The field that edits a property with the value that it has. */
export function fieldFor(schema: PropertySchema, value: Json | undefined): ComponentType<FieldProps> {
  const fitting = fields.filter((field) => field.fits(schema, value));
  const [best] = fitting.sort((a, b) => b.rank - a.rank);
  return best?.Field ?? JsonField;
}

const hasLines = ({ format }: PropertySchema, value: Json | undefined): boolean =>
  format === 'multi-line' || (typeof value === 'string' && value.includes('\n'));

/** Fields of text show a placeholder like any other text. */
function isFilledIn(schema: PropertySchema, value: Json | undefined): boolean {
  const isTyped =
    typeof value === 'string' &&
    (schema.type === 'string' || schema.type === 'integer' || schema.type === 'number') &&
    schema.enum === undefined;
  return !isTyped && isPlaceholder(value);
}

function isOfAnotherKind({ type }: PropertySchema, value: Json | undefined): boolean {
  if (value === undefined || value === null || isPlaceholder(value)) return false;
  switch (type) {
    case 'array':
      return !Array.isArray(value);
    case 'object':
      return typeof value !== 'object' || Array.isArray(value);
    case 'boolean':
      return typeof value !== 'boolean';
  }
  return typeof value === 'object';
}
