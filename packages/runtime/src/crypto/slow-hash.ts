import { argon2id, argon2idCost } from './argon2id.ts';
import { createGate } from './gate.ts';

/** A hash that is slow on purpose; the same text and salt give the same 32 bytes. Rejects when too many wait for theirs. */
export type SlowHash = (text: string, salt: Uint8Array) => Promise<Uint8Array>;

/** Argon2id (RFC 9106), one at a time: what needs it is rare, and must not crowd out the sign-ins with passwords. */
export function createSlowHash(queueLimit = 100): SlowHash {
  const gate = createGate({ concurrency: 1, queueLimit });
  return (text, salt) => gate.run(() => argon2id(text, salt, argon2idCost));
}
