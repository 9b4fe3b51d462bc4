import type { FileFinding, Json, Position } from '@journeyman/node-schemas';
import type { Located } from './located-yaml.ts';
import { suggestion } from './nearest.ts';

/** The part of JSON Schema that scenarios are described with. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly description?: string;
}

/** The value that a YAML value stands for under a schema; what does not fit is reported and left out. */
export function readAs(located: Located, shape: Shape, report: (finding: FileFinding) => void): Json {
  const fault = (message: string, at: Position = located.at) => {
    report({ line: at.line, column: at.column, message });
    return null;
  };
  const fitting = shape.anyOf?.find((branch) => kindOf(branch) === located.kind);
  if (fitting !== undefined) return readAs(located, fitting, report);
  if (shape.anyOf !== undefined || kindOf(shape) !== located.kind) {
    return fault(`${capital(expectedOf(shape))} is expected here, not ${found(located)}.`);
  }
  switch (located.kind) {
    case 'list':
      return located.items.map((item) => readAs(item, shape.items ?? {}, report));
    case 'map':
      return readMap(located, shape, report, fault);
    case 'scalar':
      return readScalar(located, shape, fault);
  }
}

type Fault = (message: string, at?: Position) => null;

function readMap(
  { entries }: Extract<Located, { kind: 'map' }>,
  shape: Shape,
  report: (finding: FileFinding) => void,
  fault: Fault,
): Json {
  const values = shape.patternProperties?.['^.*$'];
  const known = shape.properties ?? {};
  const read = entries.map(({ key, at, value }) => {
    const inner = values ?? (Object.hasOwn(known, key) ? known[key] : undefined);
    if (inner === undefined) {
      return [key, fault(`${key} is not known here.${suggestion(key, Object.keys(known))}`, at)] as const;
    }
    return [key, readAs(value, inner, report)] as const;
  });
  for (const name of shape.required ?? []) {
    if (!entries.some(({ key }) => key === name)) fault(`${name} is missing here.`);
  }
  const { minProperties = 0, maxProperties = Infinity } = shape;
  if (entries.length < minProperties || entries.length > maxProperties) {
    fault(`${maxProperties === 1 ? 'Exactly one entry is' : 'At least one entry is'} expected here.`);
  }
  return Object.fromEntries(read);
}

function readScalar({ value, text }: Extract<Located, { kind: 'scalar' }>, shape: Shape, fault: Fault): Json {
  if (shape.enum !== undefined) {
    if (shape.enum.includes(text)) return text;
    return fault(
      `${text === '' ? 'Nothing' : text} is not one of the words for this.${suggestion(text, shape.enum)}`,
    );
  }
  const types = typeof shape.type === 'string' ? [shape.type] : (shape.type ?? []);
  const isWhole = types.includes('integer') && Number.isInteger(value);
  if (value === null || (!types.includes(typeof value) && !isWhole)) {
    const what = value === null ? 'nothing' : text;
    const example = shape.pattern === undefined ? '' : ` ${shape.description ?? ''}`;
    return fault(`${capital(expectedOf(shape))} is expected here, not ${what}.${example}`);
  }
  if (typeof value === 'number' && isWhole) {
    const { minimum = -Infinity } = shape;
    return value >= minimum ? value : fault(`${minimum} or more is expected here, not ${text}.`);
  }
  if (typeof value === 'boolean' && types.length === 1) return value;
  if (shape.minLength !== undefined && text.length < shape.minLength)
    return fault('A text is expected here.');
  if (shape.pattern !== undefined && !new RegExp(shape.pattern).test(text)) {
    return fault(`${text} does not fit here. ${shape.description ?? ''}`.trim());
  }
  return text;
}

function kindOf(shape: Shape): Located['kind'] {
  if (shape.type === 'array') return 'list';
  return shape.type === 'object' ? 'map' : 'scalar';
}

function expectedOf(shape: Shape): string {
  if (shape.anyOf !== undefined) return shape.anyOf.map(expectedOf).join(' or ');
  if (shape.enum !== undefined) return `one of ${shape.enum.join(', ')}`;
  switch (shape.type) {
    case 'array':
      return 'a list';
    case 'object':
      return 'a map';
    case 'integer':
      return 'a whole number';
    case 'boolean':
      return 'true or false';
    default:
      return 'a text';
  }
}

function found(located: Located): string {
  if (located.kind === 'scalar') return located.value === null ? 'nothing' : located.text;
  return located.kind === 'list' ? 'a list' : 'a map';
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
