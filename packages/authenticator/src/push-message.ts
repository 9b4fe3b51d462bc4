import { isJsonObject, type JsonObject } from '@journeyman/node-schemas';
import { decodeBase64, decodeBase64Text } from './base64.ts';
import { isHeaderReadByOldIphones, isSignedWith, readJws } from './compact-jws.ts';
import type { Account, Platform, PushNotification, SignInContext } from './phone-state.ts';

/** A push as it arrives at the phone. */
export interface PushMessage {
  /** Such as `AUTHENTICATE:…`. */
  readonly messageId: string;
  /** A compact JWS. */
  readonly jwt: string;
}

/** Why the app drops a push. */
export type DropReason =
  | 'not a signed message'
  | 'required fields missing'
  | 'lifetime not a number'
  | 'unknown mechanism'
  | 'signature not valid';

/** A push made into a notification, with the account that it is for; or the reason for which it is dropped. */
export type PushReading =
  | {
      readonly status: 'read';
      readonly notification: PushNotification;
      readonly account: Account;
      /** The identity's name, where the push tells it. */
      readonly userId?: string;
    }
  | { readonly status: 'dropped'; readonly reason: DropReason };

/** Verifies a push against the phone's accounts. Claims are texts; an old iPhone wants more of them than an Android phone. */
export function readPushMessage(
  { messageId, jwt }: PushMessage,
  accounts: readonly Account[],
  platform: Platform,
  nowMs: number,
): PushReading {
  const jws = readJws(jwt);
  if (jws === null || (platform === 'ios' && !isHeaderReadByOldIphones(jws))) {
    return dropped('not a signed message');
  }
  const claims = textsOf(jws.claims);
  const { c: challenge, u: mechanismUid } = claims;
  if (messageId === '' || challenge === undefined || mechanismUid === undefined) {
    return dropped('required fields missing');
  }
  if (platform === 'ios' && (claims.l === undefined || claims.t === undefined)) {
    return dropped('required fields missing');
  }
  const lifetimeSeconds = claims.t === undefined ? 120 : wholeNumber(claims.t);
  if (lifetimeSeconds === undefined) {
    return dropped('lifetime not a number');
  }
  const account = accounts.find((candidate) => candidate.push?.mechanismUid === mechanismUid);
  if (account?.push === undefined) {
    return dropped('unknown mechanism');
  }
  const secret = decodeBase64(account.push.secret);
  if (secret === null || !isSignedWith(jws, secret)) {
    return dropped('signature not valid');
  }
  const sentAtMs = wholeNumber(claims.i ?? '') ?? nowMs;
  const loadBalancer = decodeBase64Text(claims.l ?? '');
  const context = claims.x === undefined ? undefined : readContext(claims.x);
  return {
    status: 'read',
    account,
    ...(claims.d && { userId: claims.d }),
    notification: {
      messageId,
      accountId: account.id,
      type: claims.k === 'challenge' || claims.k === 'biometric' ? claims.k : 'default',
      message: claims.m ?? '',
      challenge,
      ...(loadBalancer && { loadBalancer }),
      numbers: claims.k === 'challenge' ? readNumbers(claims.n ?? '') : [],
      ...(context !== undefined && { context }),
      customPayload: objectOf(claims.p ?? '') ?? {},
      sentAtMs,
      expiresAtMs: sentAtMs + lifetimeSeconds * 1000,
      status: 'pending',
    },
  };
}

function dropped(reason: DropReason): PushReading {
  return { status: 'dropped', reason };
}

type ClaimName = 'c' | 'u' | 'l' | 't' | 'i' | 'k' | 'm' | 'n' | 'd' | 'p' | 'x';

function textsOf(claims: JsonObject): { readonly [Name in ClaimName]?: string } {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => typeof value === 'string'));
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function readNumbers(text: string): readonly number[] {
  return text.split(',').flatMap((number) => wholeNumber(number.trim()) ?? []);
}

function readContext(json: string): SignInContext | undefined {
  const context = objectOf(json);
  if (context === undefined) {
    return undefined;
  }
  const { location, remoteIp, userAgent } = context;
  return {
    ...(isJsonObject(location) &&
      typeof location.latitude === 'number' &&
      typeof location.longitude === 'number' && {
        location: { latitude: location.latitude, longitude: location.longitude },
      }),
    ...(typeof remoteIp === 'string' && { remoteIp }),
    ...(typeof userAgent === 'string' && { userAgent }),
  };
}

function objectOf(json: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
