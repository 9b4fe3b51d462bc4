import { hashRaw } from '@node-rs/argon2';

/** How hard a hash is to compute. */
export interface Argon2idCost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** What OWASP's cheat sheet on password storage asks of argon2id at least. */
export const argon2idCost: Argon2idCost = { memory: 19_456, passes: 2, parallelism: 1 };

/** The argon2id hash (RFC 9106, version 19) of a text, computed on the thread pool. */
export function argon2id(text: string, salt: Uint8Array, cost: Argon2idCost, length = 32): Promise<Buffer> {
  return hashRaw(text, {
    salt,
    memoryCost: cost.memory,
    timeCost: cost.passes,
    parallelism: cost.parallelism,
    outputLen: length,
  });
}
