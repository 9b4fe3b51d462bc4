import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotationKeywords } from '../fields.ts';
import { designOnlyNodeTypes } from '../nodes/design-only.ts';
import { nodeTypes } from '../nodes/index.ts';
import { validatorOf, validatorOptions } from './validators.ts';

const ajv = new Ajv(validatorOptions);
for (const keyword of annotationKeywords) ajv.addKeyword(keyword);

const values = [
  ...[null, true, 0, 1, 7.5, -3, 1e9, '', 'a', '😀', '0.5', 'ffffff', 'DEFAULT'],
  ...[[], ['a'], ['a', 'b'], ['a', 'a'], [1], [{}], [{}, {}], [{ _id: 'a', nodeType: 'b' }]],
  ...[{}, { en: 'a' }, { en: 1 }, { 'a\nb': 1 }, { a: 'b' }, { $int: '&{a}' }],
];

/** Configurations with some properties, right ones and wrong ones. */
const configurations = (schema: { properties: object }) =>
  fc.record(
    Object.fromEntries(
      Object.entries(schema.properties).map(([key, { default: usual, enum: choices = [] }]) => [
        key,
        fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom(usual ?? 'a', ...choices) },
          { weight: 1, arbitrary: fc.constantFrom(...values) },
        ),
      ]),
    ),
    { requiredKeys: [] },
  );

describe.each(Object.entries({ ...nodeTypes, ...designOnlyNodeTypes }))('%s', (_, type) => {
  test('is validated as ajv does, defaults too', () => {
    const validate = ajv.compile(type.config);
    fc.assert(
      fc.property(configurations(type.config), (config) => {
        const [ours, its] = [structuredClone(config), structuredClone(config)];
        const errors = validate(its) ? [] : validate.errors;
        expect(validatorOf(type)(ours)).toEqual(errors);
        expect(ours).toEqual(its);
      }),
      { numRuns: 60 },
    );
  });
});
