import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { isJsonObject, type JsonObject } from '@journeyman/node-schemas/run';

/**
 * The header that is written: 27 bytes, a multiple of three, because legacy iPhones pad the segment with `=` before they
 * recompute the signature. It is also what AM writes, to the letter.
 */
const header = Buffer.from('{"typ":"JWT","alg":"HS256"}').toString('base64url');

/** The longest token that is looked at, in characters; the longest real one is a push with 3 KB of custom payload. */
export const tokenLimit = 16 * 1024;

/** The key of an HMAC. Import once and keep: importing costs as much as signing. */
export function importHmacKey(bytes: Uint8Array): KeyObject {
  return createSecretKey(bytes);
}

/** A compact JWS (RFC 7515) with HS256 over claims, given as JSON text. The same claims are always the same token. */
export function signJws(claimsJson: string, key: KeyObject): string {
  const input = `${header}.${Buffer.from(claimsJson).toString('base64url')}`;
  return `${input}.${signatureOf(input, key)}`;
}

/**
 * The claims of a compact JWS whose HS256 signature is right; undefined for anything else.
 * The signature must be in the one form that base64url without padding has: a token has no second spelling.
 */
export function verifyJws(token: string, key: KeyObject): JsonObject | undefined {
  if (token.length > tokenLimit) return undefined;
  const headerEnd = token.indexOf('.');
  const payloadEnd = token.indexOf('.', headerEnd + 1);
  if (headerEnd < 0 || payloadEnd < 0) return undefined;
  if (!isHs256(token.slice(0, headerEnd))) return undefined;
  const expected = Buffer.from(signatureOf(token.slice(0, payloadEnd), key));
  const actual = Buffer.from(token.slice(payloadEnd + 1));
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined;
  return objectOf(token.slice(headerEnd + 1, payloadEnd));
}

function signatureOf(input: string, key: KeyObject): string {
  return createHmac('sha256', key).update(input).digest('base64url');
}

function isHs256(segment: string): boolean {
  if (segment === header) return true;
  const parsed = objectOf(segment);
  // RFC 7515, section 4.1.11: whoever does not understand what `crit` lists must refuse.
  return parsed !== undefined && parsed.alg === 'HS256' && !Object.hasOwn(parsed, 'crit');
}

function objectOf(segment: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
