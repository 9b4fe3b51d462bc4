import type TypeBox from 'typebox';

type Schema = Readonly<Record<string, unknown>>;

/** The makers of schemas that are needed here. */
type Maker =
  | 'String'
  | 'Boolean'
  | 'Integer'
  | 'Number'
  | 'Array'
  | 'Record'
  | 'Union'
  | 'Unsafe'
  | 'Optional'
  | 'Object';

/** Schemas of properties that may be absent; nothing of it is written into the schema itself. */
const optional = new WeakSet<Schema>();

const makers = {
  String: (about?: Schema) => ({ type: 'string', ...about }),
  Boolean: (about?: Schema) => ({ type: 'boolean', ...about }),
  Integer: (about?: Schema) => ({ type: 'integer', ...about }),
  Number: (about?: Schema) => ({ type: 'number', ...about }),
  Array: (items: Schema, about?: Schema) => ({ type: 'array', items, ...about }),
  Record: (_keys: Schema, values: Schema, about?: Schema) => ({
    type: 'object',
    patternProperties: { '^.*$': values },
    ...about,
  }),
  Union: (anyOf: readonly Schema[], about?: Schema) => ({ anyOf, ...about }),
  Unsafe: (schema: Schema) => ({ ...schema }),
  Optional(schema: Schema) {
    const copy = { ...schema };
    optional.add(copy);
    return copy;
  },
  Object(properties: Readonly<Record<string, Schema>>, about?: Schema) {
    const required = Object.entries(properties).flatMap(([key, schema]) =>
      optional.has(schema) ? [] : [key],
    );
    return { type: 'object', ...(required.length > 0 ? { required } : {}), properties, ...about };
  },
} satisfies Record<Maker, unknown>;

/**
 * Makes JSON Schemas and, by TypeBox's types, the TypeScript types that they stand for. TypeBox itself is not loaded: it is two
 * hundred files, which would double the start of the service and weigh on every page, and all that is used of it is this.
 */
export const Type = makers as unknown as Pick<typeof TypeBox, Maker>;
