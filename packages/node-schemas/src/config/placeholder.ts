import { isJsonObject } from '../json.ts';

/**
 * Whether a value, of whatever type it is meant to be, is filled in later from the environment:
 * text with `&{a.b}` in it, or an object such as `{ "$int": "&{a.b}" }`.
 */
export function isPlaceholder(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('&{') && /&\{[^}]+\}/.test(value);
  if (!isJsonObject(value)) return false;
  let count = 0;
  for (const key in value) {
    if (!key.startsWith('$') || ++count > 1) return false;
  }
  return count === 1;
}

/** Whether a value is a placeholder or holds one, at any depth. */
export function holdsPlaceholder(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsPlaceholder);
  if (isPlaceholder(value)) return true;
  if (!isJsonObject(value)) return false;
  for (const key in value) {
    if (holdsPlaceholder(value[key])) return true;
  }
  return false;
}
