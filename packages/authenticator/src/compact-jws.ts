import { isJsonObject, type JsonObject } from '@journeyman/node-schemas';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase64, decodeBase64Text, encodeBase64Url } from './base64.ts';

/** The one header that all generations of the app accept, to the letter. */
export const jwsHeader = '{"typ":"JWT","alg":"HS256"}';

/** A compact JWS taken apart, its signature not looked at. */
export interface CompactJws {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** The first segment as it came. */
  readonly headerSegment: string;
  /** What the signature is made over. */
  readonly signingInput: string;
  readonly signature: Uint8Array;
}

/** Signs a claims object, given as JSON text, with HS256 (RFC 7515). The secret is the key's bytes; another header is for trying what an app makes of it. */
export function signJws(claimsJson: string, secret: Uint8Array, header = jwsHeader): string {
  const signingInput = `${encodeBase64Url(utf8(header))}.${encodeBase64Url(utf8(claimsJson))}`;
  return `${signingInput}.${encodeBase64Url(hmac(sha256, secret, utf8(signingInput)))}`;
}

/** Takes a compact JWS apart; null: not three segments of base64 with two JSON objects. */
export function readJws(jws: string): CompactJws | null {
  const [headerSegment, claimsSegment, signatureSegment, ...more] = jws.split('.');
  if (
    headerSegment === undefined ||
    claimsSegment === undefined ||
    signatureSegment === undefined ||
    more.length > 0
  ) {
    return null;
  }
  const header = jsonObject(headerSegment);
  const claims = jsonObject(claimsSegment);
  const signature = decodeBase64(signatureSegment);
  return header === null || claims === null || signature === null
    ? null
    : { header, claims, headerSegment, signingInput: `${headerSegment}.${claimsSegment}`, signature };
}

/** True when a JWS says HS256 and is signed with this secret; compares in constant time. */
export function isSignedWith(jws: CompactJws, secret: Uint8Array): boolean {
  return jws.header.alg === 'HS256' && equal(jws.signature, hmac(sha256, secret, utf8(jws.signingInput)));
}

/** True when the old iPhone app can verify a header: it pads the segment before it computes the signature, reads the standard alphabet alone, and wants texts as values. */
export function isHeaderReadByOldIphones(jws: CompactJws): boolean {
  return (
    jws.headerSegment.length % 4 === 0 &&
    !/[-_]/.test(jws.headerSegment) &&
    Object.values(jws.header).every((value) => typeof value === 'string')
  );
}

function jsonObject(segment: string): JsonObject | null {
  const text = decodeBase64Text(segment);
  if (text === null) {
    return null;
  }
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) {
    return false;
  }
  let difference = 0;
  for (const [index, byte] of a.entries()) {
    difference |= byte ^ (b[index] ?? 0);
  }
  return difference === 0;
}
