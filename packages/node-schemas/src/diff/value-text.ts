import { isPlaceholder } from '../config/placeholder.ts';
import type { Unit } from '../fields.ts';
import { isJsonObject, type Json } from '../json.ts';

/** What of a property's schema decides how its value reads. */
export interface PropertySchema {
  readonly title?: string;
  readonly format?: string;
  readonly unit?: Unit;
  readonly enum?: readonly string[];
  readonly enumTitles?: readonly string[];
  readonly default?: unknown;
}

/** How many characters of a text are shown. */
const longest = 60;

/** What stands for a secret. */
const hidden = '(hidden)';

/**
 * Two values of a property as people read them: a choice by its title, `off` and `on`, a number with its unit, a long text from
 * where it differs; null for nothing. What looks like a secret is hidden, but not a placeholder for one.
 */
export function valueTexts(
  key: string,
  schema: PropertySchema,
  before: Json | undefined,
  after: Json | undefined,
  nameOf: (id: string) => string | undefined = () => undefined,
): readonly [string | null, string | null] {
  const text = (value: Json | undefined) =>
    value === undefined || value === null ? defaultText(schema) : valueText(key, schema, value, nameOf);
  return shortened(text(before), text(after));
}

/** One value in full, as people read it; hidden where it looks like a secret. */
export function valueText(
  key: string,
  schema: PropertySchema,
  value: Json,
  nameOf: (id: string) => string | undefined = () => undefined,
): string {
  const isSecret = schema.format === 'password' || isSecretKey(key);
  return isSecret && !isWholePlaceholder(value) ? hidden : wholeText(value, schema, nameOf);
}

/** Whether the value under a key is not for everybody's eyes, going by its name alone. */
export function isSecretKey(key: string): boolean {
  return (
    key.endsWith('-encrypted') || /passw(or)?d$|passphrase|secret$|apikey$|privatekey$|credential$/i.test(key)
  );
}

function isWholePlaceholder(value: Json): boolean {
  return typeof value === 'string' ? /^&\{[^}]+\}$/.test(value) : isPlaceholder(value);
}

function defaultText({ default: value, ...schema }: PropertySchema): string | null {
  if (value === undefined || value === '' || schema.format === 'script') return null;
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) return null;
  return `${wholeText(value as Json, schema, () => undefined)} (default)`;
}

function wholeText(value: Json, schema: PropertySchema, nameOf: (id: string) => string | undefined): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'number') return numberText(value, schema.unit);
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item !== 'object')) {
    return value.map(String).join(', ');
  }
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) return 'empty';
  if (typeof value !== 'string') return JSON.stringify(value, hidingSecrets);
  const choice = schema.enum?.indexOf(value) ?? -1;
  if (choice >= 0) return schema.enumTitles?.[choice] ?? value;
  if (value === '') return 'empty';
  return nameOf(value) ?? (/\s/.test(value) ? `“${value}”` : value);
}

const hidingSecrets = (key: string, value: unknown) => (isSecretKey(key) ? hidden : value);

function numberText(value: number, unit: Unit | undefined): string {
  switch (unit) {
    case 'milliseconds':
      return value !== 0 && value % 1000 === 0 ? `${value / 1000} s` : `${value} ms`;
    case 'seconds':
      return `${value} s`;
    case 'minutes':
      return `${value} min`;
    case 'kilobytes':
      return `${value} KB`;
    case 'attempts':
      return value === 1 ? '1 attempt' : `${value} attempts`;
    case 'characters':
      return value === 1 ? '1 character' : `${value} characters`;
    case 'level':
    case undefined:
      return String(value);
  }
}

/** Cuts both to what can be read, around the first place in which they differ. */
function shortened(before: string | null, after: string | null): readonly [string | null, string | null] {
  let same = 0;
  while (before !== null && after !== null && same < before.length && before[same] === after[same]) same++;
  const from = Math.max(0, same - longest / 3);
  const cut = (text: string | null) => {
    if (text === null || text.length <= longest) return text;
    const start = before !== null && after !== null && same > longest / 2 ? from : 0;
    const end = start + longest;
    const part = text.slice(start, end).replaceAll(/\s+/g, ' ').trim();
    const opening = start > 0 ? (text.startsWith('“') ? '“…' : '…') : '';
    const closing = end < text.length ? (text.endsWith('”') ? '…”' : '…') : '';
    return `${opening}${part}${closing}`;
  };
  return [cut(before), cut(after)];
}

/** The entries of a list or a map that can be compared one by one; undefined for any other value. */
export function entriesOf(value: Json | undefined): readonly (readonly [string, Json])[] | undefined {
  if (Array.isArray(value)) return value.map((item) => [JSON.stringify(item), item] as const);
  return isJsonObject(value) && !isPlaceholder(value) ? Object.entries(value) : undefined;
}
