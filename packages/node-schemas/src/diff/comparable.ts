import { formatJourney } from '../journey/format-journey.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/**
 * A single-journey export as it counts for a comparison: the canonical form without what the export says of itself and without
 * empty parts; what AM keeps as JSON in a text is read.
 */
export function comparable(exported: JsonObject): JsonObject {
  const { meta: _, origin: __, ...parts }: JsonObject = JSON.parse(formatJourney(exported));
  const filled = Object.entries(parts).filter(([, part]) => !isEmpty(part));
  const { tree } = parts;
  return {
    ...Object.fromEntries(filled),
    ...(isJsonObject(tree) ? { tree: readTree(tree) } : {}),
  };
}

/** Whether two values are the same JSON, whatever the order of keys. */
export function isSameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSameJson(item, b[index]));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSameJson(a[key], b[key]))
  );
}

/** A value as an object; one without keys for anything else. */
export function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The value under a key that comes from a file. */
export function ownValue(values: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

/** The keys of some objects, each once. */
export function keysOf(...values: readonly object[]): readonly string[] {
  return [...new Set(values.flatMap((value) => Object.keys(value)))];
}

function isEmpty(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** What was noted and then removed leaves empty lists behind, which say as much as none. */
function readTree({ staticNodes: _, uiConfig, ...tree }: JsonObject): JsonObject {
  const read = isJsonObject(uiConfig) ? withoutEmpty(uiConfig) : uiConfig;
  return read === undefined || isEmpty(read) ? tree : { ...tree, uiConfig: read };
}

function withoutEmpty(parts: JsonObject): JsonObject {
  const read = Object.entries(parts).map(([key, part]) => {
    const value = parsed(part);
    return [key, isJsonObject(value) ? withoutEmpty(value) : value] as const;
  });
  return Object.fromEntries(read.filter(([, value]) => !isEmpty(value)));
}

/** Texts that hold a list or an object; any other value as it is. */
function parsed(value: Json): Json {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
