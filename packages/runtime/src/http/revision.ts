import { createHash } from 'node:crypto';
import type { Json } from '@journeyman/node-schemas';

/** The `_rev` of a resource: a number as text that changes with what it holds. */
export function revisionOf(content: Json): string {
  return String(createHash('sha256').update(JSON.stringify(content)).digest().readUInt32BE());
}
