import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Random } from '@journeyman/engine';

/** Randomness from the operating system's cryptographic source. */
export const systemRandom: Random = {
  base64: (bytes) => randomBytes(bytes).toString('base64'),
  // Node's own integers are uniform: it draws again where a remainder would favour some.
  integer: (from, to) => randomInt(from, to + 1),
  uuid: () => randomUUID(),
};
