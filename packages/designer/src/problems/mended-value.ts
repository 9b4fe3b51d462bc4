import { isJsonObject, isKnownLocale, type Json, type JsonObject } from '@journeyman/node-schemas';
import type { PropertySchema } from '../inspector/fields/property-schema.ts';

/** The value that was most likely meant where one of the wrong kind or out of range stands; undefined where nobody can tell. */
export function meantValue(schema: PropertySchema, value: Json | undefined): Json | undefined {
  switch (schema.type) {
    case 'integer':
    case 'number':
      return meantNumber(schema, value);
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : undefined;
    case 'string':
      return meantText(schema, value);
  }
  return undefined;
}

function meantNumber(
  { type, minimum, maximum }: PropertySchema,
  value: Json | undefined,
): number | undefined {
  const isWritten = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim());
  const number = isWritten ? Number(value) : value;
  if (typeof number !== 'number') return undefined;
  const whole = type === 'integer' ? Math.round(number) : number;
  const meant = Math.max(minimum ?? -Infinity, Math.min(maximum ?? Infinity, whole));
  return meant === value ? undefined : meant;
}

function meantText({ enum: values }: PropertySchema, value: Json | undefined): string | undefined {
  if (values !== undefined && typeof value === 'string')
    return values.find((each) => each.toLowerCase() === value.trim().toLowerCase());
  return values === undefined && (typeof value === 'number' || typeof value === 'boolean')
    ? String(value)
    : undefined;
}

/** A list without what it has twice; undefined where it has nothing twice. */
export function withoutRepeats(value: Json | undefined): readonly Json[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const seen = new Set<string>();
  const distinct = value.filter((item: Json) => {
    const text = JSON.stringify(item);
    return !seen.has(text) && seen.add(text);
  });
  return distinct.length === value.length ? undefined : distinct;
}

/** The locale that was most likely meant by one that does not exist: `en-GB` for `en GB`, `en` for `en-XX`. */
export function meantLocale(locale: string): string | undefined {
  const hyphened = locale.trim().replaceAll(/[\s_.]+/g, '-');
  const [language = ''] = hyphened.split('-');
  return [hyphened, language.toLowerCase(), languageCalled(locale)].find(
    (each) => each !== undefined && each !== locale && each !== '' && isKnownLocale(each),
  );
}

/** Texts by locale with one locale under another name, where that name is free. */
export function withLocale(value: Json | undefined, from: string, to: string): JsonObject | undefined {
  if (!isJsonObject(value) || !Object.hasOwn(value, from) || Object.hasOwn(value, to)) return undefined;
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key === from ? to : key, text]));
}

/** Texts by locale without one; undefined where that was the last. */
export function withoutLocale(value: Json | undefined, locale: string): JsonObject | undefined {
  if (!isJsonObject(value)) return undefined;
  const rest = Object.entries(value).filter(([key]) => key !== locale);
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}

const commonLanguages = [
  'ar',
  'cs',
  'da',
  'de',
  'en',
  'es',
  'fi',
  'fr',
  'hi',
  'it',
  'ja',
  'ko',
  'nl',
  'no',
  'pl',
  'pt',
  'ru',
  'sv',
  'tr',
  'uk',
  'zh',
];
const names = new Intl.DisplayNames(['en'], { type: 'language' });

function languageCalled(name: string): string | undefined {
  return commonLanguages.find((code) => names.of(code)?.toLowerCase() === name.trim().toLowerCase());
}
