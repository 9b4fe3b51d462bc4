import type { Ajv, ErrorObject, ValidateFunction } from 'ajv';
import { annotationKeywords } from '../fields.ts';
import type { NodeType } from '../node-type.ts';
import { newAjv } from './ajv.cjs';
import { plainCheck } from './plain-check.ts';

/**
 * Fills the defaults of a type's schema into a configuration, in place, and tells what in it the schema forbids.
 * The browser has another form of this module, made when it is built: a Content-Security-Policy forbids compiling there.
 */
export type Validator = (config: unknown) => readonly ErrorObject[];

/** How the validators are made, here and when the browser's are built: all errors, without their words, and defaults filled in. */
export const validatorOptions = {
  allErrors: true,
  messages: false,
  useDefaults: true,
  validateFormats: false,
  strict: false,
} as const;

const validators = new WeakMap<NodeType, Validator>();

/** The validator of a type, compiled when first something is not plainly right. */
export function validatorOf(type: NodeType): Validator {
  const known = validators.get(type);
  if (known !== undefined) return known;
  const isPlainlyRight = plainCheck(type.config);
  let validate: ValidateFunction | undefined;
  const validator: Validator = (config) => {
    if (isPlainlyRight(config)) return [];
    validate ??= compiler().compile(type.config);
    return validate(config) ? [] : (validate.errors ?? []);
  };
  validators.set(type, validator);
  return validator;
}

let ajv: Ajv | undefined;

function compiler(): Ajv {
  if (ajv === undefined) {
    // The schemas are held against their own schema when the browser's validators are built: here it would be half of the work.
    ajv = newAjv({ ...validatorOptions, meta: false, validateSchema: false, code: { optimize: false } });
    for (const keyword of annotationKeywords) ajv.addKeyword(keyword);
  }
  return ajv;
}
