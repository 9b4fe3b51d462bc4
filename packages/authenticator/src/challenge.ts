import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase64, encodeBase64 } from './base64.ts';

/** The answer to a push challenge: standard base64 of HMAC-SHA256 over the challenge's bytes under the secret's bytes. Both come in base64 of any form; null: one of them is not base64. */
export function challengeResponse(secret: string, challenge: string): string | null {
  const key = decodeBase64(secret);
  const message = decodeBase64(challenge);
  return key === null || message === null ? null : encodeBase64(hmac(sha256, key, message));
}
