import type { TSchema } from 'typebox';
import { annotationKeywords } from '../fields.ts';

/** Says whether a value is plainly right, and fills in defaults. What is not plainly right need not be wrong. */
export type PlainCheck = (value: unknown) => boolean;

/** The keywords that property schemas are made of. */
interface Keywords {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: TSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly patternProperties?: Readonly<Record<string, TSchema>>;
  readonly default?: unknown;
}

const understood: ReadonlySet<string> = new Set([
  ...['type', 'enum', 'minimum', 'maximum', 'minLength', 'pattern', 'minItems', 'uniqueItems', 'items'],
  ...['required', 'properties', 'patternProperties', 'default'],
  ...['title', 'description', 'format', 'contentMediaType', ...annotationKeywords],
]);

/**
 * A check of a schema without ajv, whose work is to say what is wrong: nearly every configuration is right, and to load ajv and to compile
 * a few schemas takes longer than to check a journey. Of a schema with a keyword that is not understood nothing is plain.
 */
export function plainCheck(schema: TSchema): PlainCheck {
  const keywords: Keywords = schema;
  if (!Object.keys(schema).every((keyword) => understood.has(keyword))) return () => false;
  switch (keywords.type) {
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'string':
      return textCheck(keywords);
    case 'integer':
    case 'number':
      return numberCheck(keywords);
    case 'array':
      return listCheck(keywords);
    case 'object':
      return objectCheck(keywords);
  }
  return () => false;
}

function textCheck({ enum: values, minLength = 0, pattern }: Keywords): PlainCheck {
  const form = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return (value) =>
    typeof value === 'string' &&
    (values === undefined || values.includes(value)) &&
    (minLength <= 1 ? value.length : [...value].length) >= minLength &&
    (form === undefined || form.test(value));
}

function numberCheck({ type, minimum = -Infinity, maximum = Infinity }: Keywords): PlainCheck {
  const isOfType = type === 'integer' ? Number.isInteger : Number.isFinite;
  return (value) => typeof value === 'number' && isOfType(value) && value >= minimum && value <= maximum;
}

function listCheck({ items, minItems = 0, uniqueItems }: Keywords): PlainCheck {
  const check = items === undefined ? () => true : plainCheck(items);
  const isUnique = (list: readonly unknown[]) =>
    list.every((item) => typeof item === 'string') && new Set(list).size === list.length;
  return (value) =>
    Array.isArray(value) &&
    value.length >= minItems &&
    value.every(check) &&
    (uniqueItems !== true || isUnique(value));
}

function objectCheck({ properties = {}, required = [], patternProperties = {} }: Keywords): PlainCheck {
  const named = Object.entries(properties).map(([key, schema]) => ({
    key,
    check: plainCheck(schema),
    isRequired: required.includes(key),
    // As text, so that no two configurations have the same list or object.
    byDefault: JSON.stringify((schema as Keywords).default),
  }));
  const patterns = Object.entries(patternProperties).map(([pattern, schema]) => ({
    pattern: new RegExp(pattern, 'u'),
    check: plainCheck(schema),
  }));
  return (value) => {
    if (!isRecord(value)) return false;
    for (const { key, byDefault } of named) {
      if (value[key] === undefined && byDefault !== undefined) value[key] = JSON.parse(byDefault);
    }
    return (
      named.every(({ key, check, isRequired }) =>
        value[key] === undefined ? !isRequired : check(value[key]),
      ) &&
      patterns.every(({ pattern, check }) =>
        Object.entries(value).every(([key, part]) => !pattern.test(key) || check(part)),
      )
    );
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
