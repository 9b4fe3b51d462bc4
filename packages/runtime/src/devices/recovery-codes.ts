import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { SlowHash } from '../crypto/slow-hash.ts';

/** The recovery codes of one device, as they are kept. */
export interface HashedCodes {
  /** Base64url; one salt for all codes of a device, so that a guess is hashed once. */
  readonly salt: string;
  /** Base64url; one for each code that is not used up. */
  readonly hashes: readonly string[];
}

/** Hashes the codes of a new device. */
export async function hashCodes(codes: readonly string[], hash: SlowHash): Promise<HashedCodes> {
  const salt = randomBytes(16);
  const hashes: string[] = [];
  // One after another: ten at once would fill the queue that others wait in.
  for (const code of codes) hashes.push(Buffer.from(await hash(code, salt)).toString('base64url'));
  return { salt: salt.toString('base64url'), hashes };
}

/** The hash of a guess, to be compared with the codes of that salt. */
export function hashGuess(guess: string, { salt }: HashedCodes, hash: SlowHash): Promise<Uint8Array> {
  return hash(guess, Buffer.from(salt, 'base64url'));
}

/** What is left when the code of a hash is used up; null if it is none of these codes. */
export function withoutCode(codes: HashedCodes, hashOfGuess: Uint8Array): HashedCodes | null {
  // Every code is compared, and in constant time, so that the time taken says nothing of which one came near.
  const left = codes.hashes.filter((hash) => !isEqual(Buffer.from(hash, 'base64url'), hashOfGuess));
  return left.length === codes.hashes.length ? null : { ...codes, hashes: left };
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
