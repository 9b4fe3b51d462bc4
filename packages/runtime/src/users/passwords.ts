import { randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { type Argon2idCost, argon2id, argon2idCost } from '../crypto/argon2id.ts';
import { createGate } from '../crypto/gate.ts';

/** Makes and checks password hashes. Both reject with `unavailable` when too many wait for theirs. */
export interface Passwords {
  /** A hash as a PHC string, `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
  hash(password: string): Promise<string>;
  /** Whether a password is the one of a hash. Without a hash it takes as long, and it is not. */
  verify(password: string, hash: string | undefined): Promise<boolean>;
}

const saltBytes = 16;
const hashBytes = 32;

/** How many may compute and how many more may wait. */
export interface PasswordLimits {
  /** Default: one core is left to everything else. */
  readonly concurrency?: number;
  /** Default: 100. */
  readonly queueLimit?: number;
}

/** Passwords hashed with argon2id (RFC 9106) on the thread pool. */
export function createPasswords(limits: PasswordLimits = {}): Passwords {
  const { concurrency = Math.max(1, availableParallelism() - 1), queueLimit = 100 } = limits;
  const gate = createGate({ concurrency, queueLimit });
  return {
    async hash(password) {
      const salt = randomBytes(saltBytes);
      const hash = await gate.run(() => derive(password, salt, argon2idCost, hashBytes));
      const { memory, passes, parallelism } = argon2idCost;
      return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
    },
    async verify(password, hash) {
      if (hash === undefined) {
        await gate.run(() => derive(password, randomBytes(saltBytes), argon2idCost, hashBytes));
        return false;
      }
      const stored = parse(hash);
      const derived = await gate.run(() => derive(password, stored.salt, stored.cost, stored.hash.length));
      return timingSafeEqual(derived, stored.hash);
    },
  };
}

/** Keyboards differ in how they compose a letter; NIST SP 800-63B asks for one form before hashing. */
function derive(password: string, salt: Buffer, cost: Argon2idCost, length: number): Promise<Buffer> {
  return argon2id(password.normalize('NFKC'), salt, cost, length);
}

function parse(phc: string): { readonly cost: Argon2idCost; readonly salt: Buffer; readonly hash: Buffer } {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/-]+)\$([\w+/-]+)$/.exec(phc);
  if (parts === null) throw new Error('A stored password hash is not an argon2id hash of version 19.');
  const [, memory, passes, parallelism, salt = '', hash = ''] = parts;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
