import { decodeBase32 } from './base32.ts';
import { hotp, totp } from './oath.ts';
import type { OathMechanism, Platform } from './phone-state.ts';

/** A one-time password as it is shown; one by time says until when it holds, in milliseconds since the epoch. */
export type OathCode =
  | { readonly type: 'totp'; readonly code: string; readonly validUntilMs: number }
  | { readonly type: 'hotp'; readonly code: string };

/** The one-time password for now, and the mechanism as it is after that. Null: its secret is not base32. */
export function drawCode(
  oath: OathMechanism,
  platform: Platform,
  nowMs: number,
): { readonly code: OathCode; readonly after: OathMechanism } | null {
  const secret = decodeBase32(oath.secret);
  if (!secret) {
    return null;
  }
  const parameters = { secret, algorithm: oath.algorithm, digits: oath.digits };
  switch (oath.type) {
    case 'totp': {
      const periodMs = oath.periodSeconds * 1000;
      const validUntilMs = (Math.floor(nowMs / periodMs) + 1) * periodMs;
      const code = totp(parameters, nowMs, oath.periodSeconds);
      return { code: { type: 'totp', code, validUntilMs }, after: oath };
    }
    case 'hotp': {
      const next = oath.counter + 1;
      // Android moves the counter before it makes the code, the iPhone after.
      const code = hotp(parameters, platform === 'android' ? next : oath.counter);
      return { code: { type: 'hotp', code }, after: { ...oath, counter: next } };
    }
  }
}
