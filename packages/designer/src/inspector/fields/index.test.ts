import { loadAllNodeTypes, nodeTypesById } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { ColorField } from './color-field.tsx';
import { fieldFor } from './index.ts';
import { JsonField } from './json-field.tsx';
import { LaterScriptField } from './later-fields.tsx';
import { NumberField } from './number-field.tsx';
import { PasswordField } from './password-field.tsx';
import { PlaceholderField } from './placeholder-field.tsx';
import { differsFromDefault, propertiesOf, whenEmptied } from './property-schema.ts';
import { SwitchField } from './switch-field.tsx';
import { LinesField, TextField } from './text-field.tsx';

describe('the field of a property', () => {
  test('is the one that its format names', () => {
    expect(fieldFor({ type: 'string', format: 'color' }, '#fff')).toBe(ColorField);
    expect(fieldFor({ type: 'string', format: 'password' }, 'hunter2')).toBe(PasswordField);
    expect(fieldFor({ type: 'string', format: 'script' }, '[Empty]')).toBe(LaterScriptField);
  });

  test('is one for several lines where there are several', () => {
    expect(fieldFor({ type: 'string' }, 'one')).toBe(TextField);
    expect(fieldFor({ type: 'string' }, 'one\ntwo')).toBe(LinesField);
  });

  test('shows a value of the environment where it cannot be typed', () => {
    expect(fieldFor({ type: 'boolean' }, '&{a.b}')).toBe(PlaceholderField);
    expect(fieldFor({ type: 'integer' }, { $int: '&{a.b}' })).toBe(PlaceholderField);
    expect(fieldFor({ type: 'integer' }, '&{a.b}')).toBe(NumberField);
    expect(fieldFor({ type: 'string' }, '&{a.b}')).toBe(TextField);
  });

  test('shows a value of another kind as JSON, so that it is not lost', () => {
    expect(fieldFor({ type: 'boolean' }, 'yes')).toBe(JsonField);
    expect(fieldFor({ type: 'array', items: { type: 'string' } }, { en: 'x' })).toBe(JsonField);
    expect(fieldFor({ type: 'object', format: 'locale-map' }, 'x')).toBe(JsonField);
    expect(fieldFor({ type: 'string' }, { deep: 1 })).toBe(JsonField);
    expect(fieldFor({}, 5)).toBe(JsonField);
  });

  test('is one of its own for every property of every node type, a page’s nodes apart', async () => {
    await loadAllNodeTypes();
    const asJson = [...nodeTypesById.values()].flatMap((type) =>
      propertiesOf(type)
        .filter(
          ({ schema }) => fieldFor(schema, undefined) === JsonField && schema.format !== 'page-children',
        )
        .map(({ name }) => `${type.id}.${name}`),
    );
    expect(asJson).toEqual([]);
  });

  test('is a switch where nothing is configured', () => {
    expect(fieldFor({ type: 'boolean', default: true }, undefined)).toBe(SwitchField);
  });
});

describe('a default', () => {
  test('is not differed from by nothing, by itself, or by the same in another order', () => {
    const schema = { default: { a: 1, b: 2 } };
    expect(differsFromDefault(schema, undefined)).toBe(false);
    expect(differsFromDefault(schema, null)).toBe(false);
    expect(differsFromDefault(schema, { b: 2, a: 1 })).toBe(false);
    expect(differsFromDefault(schema, { a: 1 })).toBe(true);
  });

  test('holds again when a text is emptied, unless an empty text is a choice of its own', () => {
    const property = (schema: object, isRequired = true) => ({
      schema: { type: 'string', ...schema },
      isRequired,
    });
    expect(whenEmptied(property({ default: 'ForgeRock', minLength: 1 }))).toBeUndefined();
    expect(whenEmptied(property({ default: '' }))).toBeUndefined();
    expect(whenEmptied(property({ default: 'X-Name' }))).toBe('');
    expect(whenEmptied(property({}, false))).toBeUndefined();
  });
});
