import type { Json, NodeType, Unit } from '@journeyman/node-schemas';

/** What AM stores where no script is chosen. */
export const noScript = '[Empty]';

/** What a form needs to know of a property: plain JSON Schema with the annotations of `node-schemas`. */
export interface PropertySchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: Json;
  /** Names the editor that is to be shown: `color`, `url`, `journey`, `locale-map`, `pairs`, `multi-line`, … */
  readonly format?: string;
  readonly unit?: Unit;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly enum?: readonly string[];
  /** The titles of `enum`, in its order. */
  readonly enumTitles?: readonly string[];
  /** The text that a node shows where a locale map is empty. */
  readonly placeholderText?: string;
  /** What a locale map falls back to; absent: the realm's locale, or else the first. */
  readonly fallback?: 'first' | 'built-in';
  /** Of a URL: what is found there. */
  readonly contentMediaType?: string;
  readonly items?: PropertySchema;
  readonly patternProperties?: Readonly<Record<string, PropertySchema>>;
}

/** A property of something that is configured in a form. */
export interface Property {
  /** Its key in the configuration. */
  readonly name: string;
  readonly schema: PropertySchema;
  readonly isRequired: boolean;
}

/** The properties of a node type, in the order of its schema. */
export function propertiesOf(type: NodeType): Property[] {
  const required: readonly string[] = type.config.required ?? [];
  return Object.entries(type.config.properties).map(([name, schema]) => ({
    name,
    schema: schema as PropertySchema,
    isRequired: required.includes(name),
  }));
}

/** What people call a property: its title, or its key where it has none. */
export function titleOf({ name, schema }: Pick<Property, 'name' | 'schema'>): string {
  return schema.title ?? name;
}

/** Whether a value is another than the one that holds where nothing is configured. */
export function differsFromDefault(schema: PropertySchema, value: Json | undefined): boolean {
  return value !== undefined && value !== null && !isSame(value, schema.default);
}

/** Whether two JSON values say the same; the order of keys says nothing. */
function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: Json | undefined): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  );
}

/**
 * What a line of text says once it is emptied: an empty text where that is another allowed value than the default,
 * and otherwise nothing, so that the default holds again.
 */
export function whenEmptied({ schema, isRequired }: Pick<Property, 'schema' | 'isRequired'>): '' | undefined {
  const isAllowed = (schema.minLength ?? 0) === 0 && schema.default !== undefined;
  return isRequired && isAllowed && schema.default !== '' ? '' : undefined;
}
