import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import type { TObject } from 'typebox';
import { annotationKeywords, defaultOf } from '../fields.ts';
import type { NodeType } from '../node-type.ts';
import { validatorOptions } from './validators.ts';

/**
 * The text of an ES module that can stand in for `validators.ts` where code may not be compiled, as in a page under a
 * Content-Security-Policy: the validators of these types, compiled now, and the same `validatorOf`. It has `addValidators`
 * besides, for those that come later.
 */
export function standaloneValidators(types: readonly NodeType[]): string {
  return `${compiled(types)}
const validators = new Map(compiled);
const addValidators = (more) => {
  for (const [id, validate] of more) validators.set(id, validate);
};
const validatorOf = ({ id }) => (config) => {
  const validate = validators.get(id);
  if (validate === undefined) throw new Error(\`The validator of \${id} was not compiled into this build.\`);
  return validate(config) ? [] : (validate.errors ?? []);
};
export { addValidators, validatorOf };
`;
}

/** The text of an ES module that brings the validators of more types to the module `first`, which `standaloneValidators` gave. */
export function laterValidators(types: readonly NodeType[], first: string): string {
  return `import { addValidators } from ${JSON.stringify(first)};
${compiled(types)}
addValidators(compiled);
`;
}

/** The validators as code that ends with `compiled`, a list of ids with their functions. */
function compiled(types: readonly NodeType[]): string {
  const ajv = new Ajv({ ...validatorOptions, code: { source: true, esm: true, lines: true } });
  for (const keyword of annotationKeywords) ajv.addKeyword(keyword);
  // An id may have signs that no name has in code.
  const names = Object.fromEntries(types.map(({ id }, index) => [`ofType${index}`, id]));
  for (const type of types) ajv.addSchema(bare(type.config), type.id);
  const code = imported(standalone.default(ajv, names).replace(/^"use strict";/, ''));
  const entries = Object.entries(names).map(([name, id]) => `  [${JSON.stringify(id)}, ${name}],`);
  return `${code}\nconst compiled = [\n${entries.join('\n')}\n];`;
}

/**
 * A schema without its texts for people, which would be carried along although no validator reads them, and without the demand for
 * what a default fills in.
 */
function bare(schema: TObject): object {
  const required: readonly string[] = schema.required ?? [];
  const demanded = required.filter((key) => defaultOf(schema.properties[key] ?? {}) === undefined);
  return JSON.parse(
    JSON.stringify({ ...schema, required: demanded }, (key, value) =>
      isText(key, value) ? undefined : value,
    ),
  );
}

const textKeys: ReadonlySet<string> = new Set(['title', 'description', 'placeholderText']);

const isText = (key: string, value: unknown) => textKeys.has(key) && typeof value === 'string';

/** Ajv asks for its own functions with `require`, which a browser does not have. */
function imported(code: string): string {
  const imports: string[] = [];
  const rest = code.replace(/require\("([^"]+)"\)\.default/g, (_, path: string) => {
    const name = `ajvModule${imports.length}`;
    imports.push(`import ${name} from ${JSON.stringify(`${path}.js`)};`);
    // Bundlers differ in whether the default import is the module or its default.
    return `(${name}.default ?? ${name})`;
  });
  return [...imports, rest].join('\n');
}
