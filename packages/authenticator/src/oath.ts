import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

const hashes = { sha1, sha224, sha256, sha384, sha512, md5 };

/** The hash below a one-time password; the apps take all six, AM issues sha1, sha256 and sha512. */
export type OathAlgorithm = keyof typeof hashes;

/** True for the name of a supported hash, in lower case. */
export function isOathAlgorithm(name: string): name is OathAlgorithm {
  return Object.hasOwn(hashes, name);
}

/** How a one-time password is computed. */
export interface OathParameters {
  /** The key's bytes. */
  readonly secret: Uint8Array;
  readonly algorithm: OathAlgorithm;
  readonly digits: number;
}

/** The counter-based password (RFC 4226) for one moving factor. */
export function hotp({ secret, algorithm, digits }: OathParameters, counter: number): string {
  const movingFactor = new Uint8Array(8);
  new DataView(movingFactor.buffer).setBigUint64(0, BigInt(counter));
  const mac = hmac(hashes[algorithm], secret, movingFactor);
  // MD5 ends before the largest offsets do; what lies beyond its end counts as zero.
  const padded = new Uint8Array(Math.max(mac.length, 20));
  padded.set(mac);
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const truncated = new DataView(padded.buffer).getUint32(offset) & 0x7fffffff;
  return String(truncated % 10 ** digits).padStart(digits, '0');
}

/** The time-based password (RFC 6238) at a moment, given in milliseconds since the epoch. */
export function totp(parameters: OathParameters, atMs: number, periodSeconds: number): string {
  return hotp(parameters, Math.floor(atMs / 1000 / periodSeconds));
}
