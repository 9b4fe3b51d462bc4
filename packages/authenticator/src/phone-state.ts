import { isJsonObject, type JsonObject } from '@journeyman/node-schemas';
import type { OathRegistration } from './registration-uri.ts';

/** The kinds of phone, which differ in the token they get, the headers they send and how they count. */
export type Platform = 'android' | 'ios';

/** What an account needs to be asked for approval. */
export interface PushMechanism {
  /** UUID that this phone made; lower case on Android, upper case on iPhone. */
  readonly mechanismUid: string;
  /** Standard base64. */
  readonly secret: string;
  readonly registerUrl: string;
  readonly authenticateUrl: string;
  /** The identity's name, once known. */
  readonly userId?: string;
}

/** What an account needs to make one-time passwords; `counter` moves with each counter-based one. */
export type OathMechanism = OathRegistration;

/** An account as the app lists it. Holds secrets. */
export interface Account {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  /** Six hexadecimal digits, no `#`. */
  readonly colour?: string;
  readonly image?: string;
  readonly addedAtMs: number;
  readonly push?: PushMechanism;
  readonly oath?: OathMechanism;
}

/** Where a sign-in comes from, as far as the server says. */
export interface SignInContext {
  readonly location?: { readonly latitude: number; readonly longitude: number };
  readonly remoteIp?: string;
  readonly userAgent?: string;
}

/** A push that the phone has received and verified. */
export interface PushNotification {
  readonly messageId: string;
  readonly accountId: string;
  /** How the phone is to ask. */
  readonly type: 'default' | 'challenge' | 'biometric';
  readonly message: string;
  /** Base64 of the challenge to answer. */
  readonly challenge: string;
  /** The load balancer's cookie, `name=value`. */
  readonly loadBalancer?: string;
  /** The numbers to choose from; empty unless the type is `challenge`. */
  readonly numbers: readonly number[];
  readonly context?: SignInContext;
  readonly customPayload: JsonObject;
  /** Milliseconds since the epoch; the time of receipt when the server does not say. */
  readonly sentAtMs: number;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number;
  readonly status: 'pending' | 'approved' | 'denied';
  /** When the server took the answer. */
  readonly answeredAtMs?: number;
}

/** All that a phone remembers; JSON. Holds secrets: keep it where the user's own files are kept. */
export interface PhoneState {
  /** What Google or Apple gave the phone, as the app knows it. */
  readonly pushToken: string;
  readonly accounts: readonly Account[];
  /** Newest first. */
  readonly notifications: readonly PushNotification[];
}

/** Reads a saved state; null: not one. */
export function readPhoneState(json: string): PhoneState | null {
  try {
    const value: unknown = JSON.parse(json);
    return isPhoneState(value) ? value : null;
  } catch {
    return null;
  }
}

function isPhoneState(value: unknown): value is PhoneState {
  return (
    isJsonObject(value) &&
    typeof value.pushToken === 'string' &&
    isArrayOf(value.accounts, isAccount) &&
    isArrayOf(value.notifications, isNotification)
  );
}

function isAccount(value: unknown): boolean {
  return (
    hasTexts(value, ['id', 'issuer', 'account']) &&
    typeof value.addedAtMs === 'number' &&
    (value.push === undefined ||
      hasTexts(value.push, ['mechanismUid', 'secret', 'registerUrl', 'authenticateUrl'])) &&
    (value.oath === undefined ||
      (hasTexts(value.oath, ['type', 'secret', 'algorithm']) &&
        typeof value.oath.counter === 'number' &&
        typeof value.oath.periodSeconds === 'number'))
  );
}

function isNotification(value: unknown): boolean {
  return (
    hasTexts(value, ['messageId', 'accountId', 'type', 'message', 'challenge', 'status']) &&
    typeof value.sentAtMs === 'number' &&
    typeof value.expiresAtMs === 'number' &&
    isArrayOf(value.numbers, (number) => typeof number === 'number')
  );
}

function hasTexts(value: unknown, names: readonly string[]): value is JsonObject {
  return isJsonObject(value) && names.every((name) => typeof value[name] === 'string');
}

function isArrayOf(value: unknown, is: (element: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}
