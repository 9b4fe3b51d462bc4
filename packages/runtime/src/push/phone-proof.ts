import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Json } from '@journeyman/node-schemas';
import { importHmacKey } from '../crypto/compact-jws.ts';

/** The key that a phone and the server share. `secret` is base64 in either alphabet, padded or not. */
export function deviceKey(secret: string): KeyObject {
  return importHmacKey(Buffer.from(secret, 'base64'));
}

/** What a phone answers to a challenge: standard base64 of the HMAC-SHA256 of the challenge's bytes. */
export function challengeResponse(key: KeyObject, challenge: string): string {
  return createHmac('sha256', key).update(Buffer.from(challenge, 'base64')).digest('base64');
}

/** Whether a `response` claim answers the challenge, whatever base64 alphabet and padding the phone used. */
export function answersChallenge(response: Json | undefined, key: KeyObject, challenge: string): boolean {
  if (typeof response !== 'string') return false;
  const actual = Buffer.from(response, 'base64');
  const expected = Buffer.from(challengeResponse(key, challenge), 'base64');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
