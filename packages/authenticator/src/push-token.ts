import { encodeBase64Url } from './base64.ts';
import type { Platform } from './phone-state.ts';

/** Randomness from a cryptographic source, handed in so that tests can repeat it. */
export interface Random {
  bytes(count: number): Uint8Array;
}

/** A token such as the platform gives to an app: Google's with a colon, Apple's 32 bytes in upper-case hexadecimal, as the app sends it. */
export function createPushToken(platform: Platform, random: Random): string {
  switch (platform) {
    case 'android':
      return `${encodeBase64Url(random.bytes(16))}:APA91b${encodeBase64Url(random.bytes(100))}`;
    case 'ios':
      return hex(random.bytes(32)).toUpperCase();
  }
}

/** A version 4 UUID (RFC 9562), lower case. */
export function createUuid(random: Random): string {
  const bytes = random.bytes(16);
  bytes.set([((bytes[6] ?? 0) & 0x0f) | 0x40], 6);
  bytes.set([((bytes[8] ?? 0) & 0x3f) | 0x80], 8);
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
