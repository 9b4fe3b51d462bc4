import type { DeviceProfile, Json, JsonObject, MfaMethod } from '@journeyman/node-schemas';

/** The time, handed in so that tests and the simulator can move it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Randomness from a cryptographic source, handed in so that tests can repeat it. */
export interface Random {
  /** Standard base64 of this many random bytes. */
  base64(bytes: number): string;
  /** A whole number from `from` to `to`, both included, every one as likely as another. */
  integer(from: number, to: number): number;
  /** A version 4 UUID. */
  uuid(): string;
}

/** A person of the realm. */
export interface Identity {
  readonly username: string;
  /** Such as `id=demo,ou=user,o=alpha,ou=services,ou=am-config`. */
  readonly universalId: string;
  /** False when locked or deactivated. */
  readonly active: boolean;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/**
 * What a check of a password gives:
 * - `mustChange`: it is right, but was reset by somebody else and has to be replaced
 * - `expired`: it is right, but too old to sign in with
 * - `invalid`: it is wrong; `unknown`: nobody has the name
 */
export type PasswordStatus = 'valid' | 'mustChange' | 'expired' | 'invalid' | 'unknown';

/** What becomes of a new password; `invalid`: the old one is wrong; `refused`: the store's rules forbid the new one. */
export type PasswordChange = 'changed' | 'invalid' | 'refused';

/** The people of one realm. Any method rejects when the store is out of reach. */
export interface Directory {
  /** Checks a password; takes as long for a name that nobody has. */
  authenticate(username: string, password: string): Promise<{ readonly status: PasswordStatus }>;
  /** Puts a new password in the place of the old one, which it checks. */
  changePassword(
    username: string,
    oldPassword: string,
    newPassword: string,
  ): Promise<{ readonly status: PasswordChange }>;
  find(username: string): Promise<Identity | null>;
  /**
   * Replaces the values of one attribute; none: removes it. Rejects with `ChangedMeanwhile`, and changes nothing, if it is told what the
   * values were and they are others by now.
   */
  setAttribute(
    username: string,
    name: string,
    values: readonly string[],
    before?: readonly string[],
  ): Promise<void>;
  /** False locks the account, true unlocks it. */
  setActive(username: string, active: boolean): Promise<void>;
}

/** A rule that an entered value breaks, in the form of identity management's policy service. */
export interface FailedPolicy {
  /** Such as `MIN_LENGTH`. */
  readonly policyRequirement: string;
  /** Such as `{ "minLength": 8 }`. */
  readonly params?: JsonObject;
}

/** What values an identity's attributes may have. */
export interface Policies {
  /** The rules for an attribute in the form that clients show, and the attribute's title; empty where nothing is known. */
  describe(attribute: string): Promise<{ readonly title?: string; readonly policies: JsonObject }>;
  /** The rules that a value breaks; none: it is good. */
  check(attribute: string, value: string): Promise<readonly FailedPolicy[]>;
}

/** Whether a user wants to be asked for a method: not said yet, opted out, or registered and so to be asked. */
export type SkipSetting = 'NOT_SET' | 'SKIPPABLE' | 'NOT_SKIPPABLE';

/** A phone that was registered for push. */
export interface PushDevice {
  readonly uuid: string;
  readonly deviceName: string;
  readonly issuer: string;
  /** Standard base64 of 32 bytes. */
  readonly sharedSecret: string;
  /** The id that the phone made for itself. */
  readonly deviceMechanismUID: string;
  /** The token that Apple or Google gave the phone. */
  readonly deviceId: string;
  readonly deviceType: string;
  readonly communicationType: string;
  /** The address of the phone at the delivery service, such as an endpoint's ARN. */
  readonly communicationId: string;
  /** Milliseconds since the epoch. */
  readonly createdDate: number;
  /** Milliseconds since the epoch. */
  readonly lastAccessDate: number;
}

/** The registered devices of one realm's people. Any method rejects when the store is out of reach. */
export interface Devices {
  /** The user's phone for push; null if none is registered. */
  findPush(username: string): Promise<PushDevice | null>;
  /** Stores the user's phone, in place of any earlier one, with its recovery codes in clear; they are kept hashed. */
  savePush(username: string, device: PushDevice, recoveryCodes: readonly string[]): Promise<void>;
  /** Notes that a device was used just now. */
  touchPush(username: string, deviceMechanismUid: string, atMs: number): Promise<void>;
  /** Whether the user has any device for a method. */
  has(username: string, method: MfaMethod): Promise<boolean>;
  skipSetting(username: string, method: MfaMethod): Promise<SkipSetting>;
  setSkipSetting(username: string, method: MfaMethod, setting: SkipSetting): Promise<void>;
  /** Uses a recovery code up. False: no device of this method, or not one of its codes. Two callers never both get true. */
  useRecoveryCode(username: string, method: MfaMethod, code: string): Promise<boolean>;
}

/** How the phone is to ask. */
export type PushType = 'default' | 'challenge' | 'biometric';

/** A push on its way to a phone. */
export interface OutgoingPush {
  /** `AUTHENTICATE:` and what makes it unique. */
  readonly messageId: string;
  readonly username: string;
  readonly device: PushDevice;
  /** Standard base64 of 32 random bytes. */
  readonly challenge: string;
  readonly type: PushType;
  /** The text that the phone shows. */
  readonly message: string;
  /** Milliseconds since the epoch. */
  readonly sentAtMs: number;
  readonly lifetimeMs: number;
  /** Name of the identity, or empty if there is none. */
  readonly identity: string;
  /** What the journey's designer adds for the app. */
  readonly customPayload: JsonObject;
  readonly context?: PushContext;
  /** Only for `challenge`: the three numbers on the phone, ascending, and the one that is shown in the browser. */
  readonly numbers?: { readonly offered: readonly number[]; readonly correct: number };
}

/** Where the sign-in comes from, shown on the phone. */
export interface PushContext {
  readonly location?: NonNullable<DeviceProfile['location']>;
  readonly remoteIp?: string;
  readonly userAgent?: string;
}

/** Why a push did not leave. */
export type PushFailure = 'ENDPOINT_DISABLED' | 'TRANSMISSION_FAILURE' | 'CTS_ERROR';

/** A registration that a phone is to answer. */
export interface ExpectedRegistration {
  /** `REGISTER:` and what makes it unique. */
  readonly messageId: string;
  readonly username: string;
  /** Standard base64 of the secret that the phone is to sign with. */
  readonly secret: string;
  /** Standard base64 of 32 random bytes. */
  readonly challenge: string;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number;
}

/** What the phone says of itself when it registers. */
export interface RegisteredPhone {
  readonly mechanismUid: string;
  readonly deviceId: string;
  readonly deviceType: string;
  readonly communicationType: string;
  readonly communicationId: string;
}

/** What has become of a message to a phone; `gone`: never sent, expired or forgotten. */
export type PushStatus =
  | { readonly status: 'gone' }
  | { readonly status: 'pending' }
  | { readonly status: 'denied' }
  /** `number`: the one tapped, where one was asked for. */
  | { readonly status: 'approved'; readonly number?: number }
  | { readonly status: 'registered'; readonly phone: RegisteredPhone };

/** Push messages of one realm: sent, answered by the phone, and read here. Any method rejects when the store is out of reach. */
export interface Push {
  /** Makes ready for the phone's answer, then sends. */
  send(
    push: OutgoingPush,
  ): Promise<{ readonly sent: true } | { readonly sent: false; readonly reason: PushFailure }>;
  expectRegistration(registration: ExpectedRegistration): Promise<void>;
  status(messageId: string): Promise<PushStatus>;
  /** From now on the message is `gone`. */
  forget(messageId: string): Promise<void>;
  /** Makes a phone's address work again after the delivery service has switched it off. */
  enableDevice(username: string): Promise<void>;
  /** The absolute addresses that a phone calls; they stay valid for years. */
  readonly registerUrl: string;
  readonly authenticateUrl: string;
}

/** Draws QR codes. */
export interface QrCode {
  /** A picture of the text as an `<svg>` element: error correction level L, a light background and a quiet zone. */
  svg(text: string): string;
}

/** All that nodes may use of the world, for one realm. */
export interface Services {
  readonly clock: Clock;
  readonly random: Random;
  readonly directory: Directory;
  readonly devices: Devices;
  readonly policies: Policies;
  readonly push: Push;
  readonly qrCode: QrCode;
}

/** What a node may know of the request that it runs in. */
export interface RequestContext {
  /** As the user prefers them, best first; BCP 47 tags. */
  readonly locales: readonly string[];
  /** Lower-case name to values. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** The address of the client, proxies that are trusted looked through. */
  readonly clientIp: string;
  /** Query parameters by name. */
  readonly parameters: Readonly<Record<string, readonly string[]>>;
}

/** Settings of the realm that nodes take account of. */
export interface RealmSettings {
  /** `/` or `/alpha`. */
  readonly realm: string;
  /** Texts fall back to these locales. */
  readonly locales: readonly string[];
}

/** What a node may add to the audit event of its pass; never a secret. */
export type AuditDetail = { readonly [key: string]: Json };
