import type { TSchema } from 'typebox';

/** The keywords that property schemas are made of. */
interface Keywords {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly format?: string;
  readonly items?: TSchema;
  readonly patternProperties?: Readonly<Record<string, TSchema>>;
}

/** What a schema asks for, in words that end `… is expected`: `a whole number from 1 to 3600`. */
export function expectation(schema: TSchema): string {
  const keywords = schema as Keywords;
  if (keywords.enum !== undefined) {
    const values = keywords.enum.map((value) => JSON.stringify(value));
    return values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;
  }
  switch (keywords.type) {
    case 'integer':
      return `a whole number${range(keywords)}`;
    case 'number':
      return `a number${range(keywords)}`;
    case 'boolean':
      return 'true or false';
    case 'string':
      return text(keywords);
    case 'array':
      return list(keywords);
    case 'object':
      return map(keywords);
    case undefined:
      return 'another value';
  }
  return `a value of type ${keywords.type}`;
}

function range({ minimum, maximum }: Keywords): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  return maximum === undefined ? '' : ` of at most ${maximum}`;
}

function text({ minLength, pattern, format }: Keywords): string {
  if (format === 'color') return 'a colour of six hexadecimal digits, such as 032b75,';
  if (format === 'journey') return 'the name of a journey';
  if (pattern !== undefined) return `text of the form ${pattern}`;
  if (minLength === undefined || minLength === 0) return 'text';
  return minLength === 1 ? 'text that is not empty' : `text of at least ${minLength} characters`;
}

function list({ minItems, uniqueItems, items }: Keywords): string {
  const kind = (items as Keywords | undefined)?.type === 'string' ? 'a list of texts' : 'a list';
  const least = minItems === undefined || minItems === 0 ? '' : ` with at least ${minItems}`;
  return `${kind}${least}${uniqueItems === true ? ', none of them twice,' : ''}`;
}

function map({ format, patternProperties }: Keywords): string {
  if (format === 'locale-map') return 'an object of texts by locale';
  return patternProperties === undefined ? 'an object' : 'an object of names with texts';
}
