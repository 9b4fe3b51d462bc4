import { isJsonObject } from '../json.ts';

/**
 * Whether a value, of whatever type it is meant to be, is filled in later from the environment:
 * text with `&{a.b}` in it, or an object such as `{ "$int": "&{a.b}" }`.
 */
export function isPlaceholder(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('&{') && /&\{[^}]+\}/.test(value);
  if (!isJsonObject(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0]?.startsWith('$') === true;
}

/** Whether a value is a placeholder or holds one, at any depth. */
export function holdsPlaceholder(value: unknown): boolean {
  if (isPlaceholder(value)) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsPlaceholder);
}
