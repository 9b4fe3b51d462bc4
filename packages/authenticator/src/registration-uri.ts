import { isJsonObject, type JsonObject } from '@journeyman/node-schemas';
import { findRefusals, type Refusal } from './app-generations.ts';
import { decodeBase32 } from './base32.ts';
import { decodeBase64, decodeBase64Text, encodeBase64 } from './base64.ts';
import { isOathAlgorithm, type OathAlgorithm } from './oath.ts';
import { type CodeFault, splitUri, type UriParts, WrongPart } from './uri-parts.ts';

/** What a code says for push. */
export interface PushRegistration {
  /** Standard base64 of the secret that the phone signs with. */
  readonly secret: string;
  /** Absolute, http or https. */
  readonly registerUrl: string;
  /** Absolute, http or https. */
  readonly authenticateUrl: string;
  /** Such as `REGISTER:…`; without it the code can be read but not registered. */
  readonly messageId?: string;
  /** Standard base64; without it the code can be read but not registered. */
  readonly challenge?: string;
  /** The load balancer's cookie, `name=value`. */
  readonly loadBalancer?: string;
  /** The identity's name, from parameter `uid`, or `d` of the unified apps. */
  readonly userId?: string;
  /** UUID of the device's profile on the server. */
  readonly profileId?: string;
}

/** What a code says for one-time passwords. */
export interface OathRegistration {
  readonly type: 'totp' | 'hotp';
  /** Base32 as it came. */
  readonly secret: string;
  readonly algorithm: OathAlgorithm;
  readonly digits: 6 | 8;
  readonly periodSeconds: number;
  /** Where counting starts; whether the first password uses it or the next is the platform's matter. */
  readonly counter: number;
  readonly userId?: string;
  /** UUID of the device's profile on the server. */
  readonly profileId?: string;
}

interface Shown {
  readonly issuer: string;
  readonly account: string;
  /** Six hexadecimal digits, no `#`. */
  readonly colour?: string;
  /** Absolute, http or https. */
  readonly image?: string;
}

/** A registration code, read. */
export type RegistrationCode =
  | (Shown & { readonly scheme: 'pushauth'; readonly push: PushRegistration })
  | (Shown & {
      readonly scheme: 'mfauth';
      readonly push: PushRegistration;
      readonly oath: OathRegistration;
      /** What the app is to check before it registers, by policy's name. */
      readonly policies?: JsonObject;
    })
  | (Shown & { readonly scheme: 'otpauth'; readonly oath: OathRegistration });

/** The outcome of reading a code: what it says and who would refuse it all the same, or what is wrong for all. */
export type RegistrationCodeReading =
  | { readonly status: 'read'; readonly code: RegistrationCode; readonly refusals: readonly Refusal[] }
  | ({ readonly status: 'wrong' } & CodeFault);

/** Reads what a registration QR code holds. Takes what at least one generation of the app takes, and says which would not. */
export function readRegistrationUri(text: string): RegistrationCodeReading {
  try {
    return readParts(splitUri(text));
  } catch (error) {
    if (error instanceof WrongPart) {
      return { status: 'wrong', ...error.fault };
    }
    throw error;
  }
}

function readParts(parts: UriParts): RegistrationCodeReading {
  const { scheme } = parts;
  switch (scheme) {
    case 'otpauth':
      return { status: 'read', code: { scheme, ...readShown(parts), oath: readOath(parts) }, refusals: [] };
    case 'pushauth':
    case 'mfauth': {
      const refusals = findRefusals(parts);
      const refusing = new Set(refusals.map((refusal) => refusal.by));
      const [first] = refusals;
      if (first !== undefined && refusing.size === 3) {
        return { status: 'wrong', part: first.part, expected: first.expected };
      }
      const shown = readShown(parts);
      const push = readPush(parts);
      if (scheme === 'pushauth') {
        return { status: 'read', code: { scheme, ...shown, push }, refusals };
      }
      const code = { scheme, ...shown, push, oath: readOath(parts), ...readPolicies(parts) };
      return { status: 'read', code, refusals };
    }
  }
  throw new WrongPart('scheme', 'pushauth, mfauth or otpauth');
}

function readShown(parts: UriParts): Shown {
  const named = parts.query.get('issuer');
  const parameter =
    parts.scheme === 'otpauth' ? named : named === undefined ? undefined : (decodeBase64Text(named) ?? '');
  const issuer = parameter || parts.labelIssuer;
  if (issuer === '') {
    throw new WrongPart('label', 'issuer:account');
  }
  const colour = /^#?([0-9a-f]{6})$/i.exec(parts.query.get('b') ?? '')?.[1];
  const image = readImage(parts.query.get('image'));
  return {
    issuer,
    account: parts.labelAccount || 'Untitled',
    ...(colour !== undefined && { colour }),
    ...(image !== undefined && { image }),
  };
}

// AM encodes the address for pushauth and leaves it plain for mfauth and otpauth; the apps have seen both everywhere.
function readImage(value: string | undefined): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  const plain = isHttpUrl(value) ? value : decodeBase64Text(value);
  return plain !== null && isHttpUrl(plain) ? plain : undefined;
}

function readPush({ query }: UriParts): PushRegistration {
  const messageId = query.get('m');
  const challenge = query.get('c');
  const loadBalancer = decodeBase64Text(query.get('l') ?? '');
  const userId = decodeBase64Text(query.get('uid') ?? query.get('d') ?? '');
  const profileId = decodeBase64Text(query.get('pid') ?? '');
  return {
    secret: bytesOf('s', query.get('s')),
    registerUrl: urlOf('r', query.get('r')),
    authenticateUrl: urlOf('a', query.get('a')),
    ...(messageId !== undefined && { messageId }),
    ...(challenge !== undefined && { challenge: bytesOf('c', challenge) }),
    ...(loadBalancer && { loadBalancer }),
    ...(userId && { userId }),
    ...(profileId && { profileId }),
  };
}

function readOath({ host, query }: UriParts): OathRegistration {
  if (host !== 'totp' && host !== 'hotp') {
    throw new WrongPart('host', 'totp or hotp');
  }
  const secret = query.get('secret');
  if (secret === undefined || decodeBase32(secret) === null) {
    throw new WrongPart('secret', 'base32');
  }
  const algorithm = (query.get('algorithm') ?? 'sha1').toLowerCase();
  if (!isOathAlgorithm(algorithm)) {
    throw new WrongPart('algorithm', 'SHA1, SHA224, SHA256, SHA384, SHA512 or MD5');
  }
  const digits = wholeNumber('digits', query.get('digits') ?? '6', 6);
  if (digits !== 6 && digits !== 8) {
    throw new WrongPart('digits', '6 or 8');
  }
  const userId = decodeBase64Text(query.get('uid') ?? '');
  const profileId = decodeBase64Text(query.get('oid') ?? '');
  return {
    type: host,
    secret,
    algorithm,
    digits,
    periodSeconds: wholeNumber('period', query.get('period') ?? '30', 1),
    counter: wholeNumber('counter', query.get('counter') ?? '0', 0),
    ...(userId && { userId }),
    ...(profileId && { profileId }),
  };
}

function readPolicies({ query }: UriParts): { readonly policies?: JsonObject } {
  const encoded = query.get('policies');
  if (encoded === undefined) {
    return {};
  }
  try {
    const policies: unknown = JSON.parse(decodeBase64Text(encoded) ?? '');
    if (isJsonObject(policies) && Object.values(policies).every(isJsonObject)) {
      return { policies };
    }
  } catch {
    // Falls through to the one message for all that is not such an object.
  }
  throw new WrongPart('policies', 'base64url of a JSON object that holds an object for each policy');
}

function bytesOf(part: string, value: string | undefined): string {
  const bytes = decodeBase64(value ?? '');
  if (bytes === null || bytes.length === 0) {
    throw new WrongPart(part, 'base64url');
  }
  return encodeBase64(bytes);
}

function urlOf(part: string, value: string | undefined): string {
  const url = decodeBase64Text(value ?? '');
  if (url === null || !isHttpUrl(url)) {
    throw new WrongPart(part, 'base64url of an http or https address');
  }
  return url;
}

function wholeNumber(part: string, value: string, atLeast: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(number) || number < atLeast) {
    throw new WrongPart(part, `a whole number of at least ${atLeast}`);
  }
  return number;
}

function isHttpUrl(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
