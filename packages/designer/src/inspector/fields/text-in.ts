import type { Json } from '@journeyman/node-schemas';

/** A value as a line of text shows it: text as it is, nothing as nothing, and what has no business there as JSON. */
export function textIn(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
