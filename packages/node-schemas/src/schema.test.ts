import TypeBox from 'typebox';
import { expect, it } from 'vitest';
import { Type } from './schema.ts';

/** One schema with all that the makers can do. */
function everything(make: typeof Type): unknown {
  return make.Object(
    {
      text: make.String({ default: 'a', minLength: 1 }),
      flag: make.Boolean(),
      count: make.Optional(make.Integer({ minimum: 1 })),
      list: make.Array(make.String(), { uniqueItems: true }),
      texts: make.Record(make.String(), make.String(), { default: {} }),
      either: make.Union([make.Number(), make.String()], { title: 'Either' }),
      choice: make.Unsafe({ type: 'string', enum: ['A', 'B'] }),
      inside: make.Object({ maybe: make.Optional(make.String()) }),
    },
    { description: 'All of it.' },
  );
}

it('makes the schemas that TypeBox makes', () => {
  expect(JSON.parse(JSON.stringify(everything(Type)))).toEqual(
    JSON.parse(JSON.stringify(everything(TypeBox))),
  );
});
