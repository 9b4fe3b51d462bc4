import type { Passwords } from './passwords.ts';

/** Password hashing that costs nothing, and notes what it was asked to check. */
export interface QuickPasswords extends Passwords {
  /** Whether there was a hash, for each check. */
  readonly checks: boolean[];
}

/** Passwords for tests of everything but hashing. */
export function quickPasswords(): QuickPasswords {
  const checks: boolean[] = [];
  return {
    checks,
    hash: async (password) => `hash-of-${password}`,
    async verify(password, hash) {
      checks.push(hash !== undefined);
      return hash === `hash-of-${password}`;
    },
  };
}
