import type { Json, JsonObject } from '@journeyman/node-schemas';
import type { PushDevice } from '../services.ts';

/** How a phone says that it is to be reached. */
export type PhoneToken = Pick<PushDevice, 'deviceId' | 'deviceType' | 'communicationType'>;

/** What a phone decides about a sign-in. */
export type Decision = { readonly type: 'deny' } | { readonly type: 'approve'; readonly number?: number };

/** The longest token that Apple or Google gives, with room to spare. */
const tokenLimit = 4096;
const textLimit = 256;

/** A claim or member that is a text of some length without control characters, which not every store takes. */
export function textOf(value: Json | undefined, limit = textLimit): string | undefined {
  if (typeof value !== 'string' || value === '' || value.length > limit) return undefined;
  return /\p{Cc}/u.test(value) ? undefined : value;
}

/** The claims that say how to reach the phone; undefined if one is missing. */
export function phoneTokenOf(claims: JsonObject): PhoneToken | undefined {
  const deviceId = textOf(claims.deviceId, tokenLimit);
  const deviceType = textOf(claims.deviceType);
  const communicationType = textOf(claims.communicationType);
  if (deviceId === undefined || deviceType === undefined || communicationType === undefined) return undefined;
  return { deviceId, deviceType, communicationType };
}

/**
 * What the claims of an answer decide; undefined if they say nothing clear. Only `deny: true` denies, and a `deny` that is
 * neither true nor false must not pass for an approval. The tapped number comes as text, or as a number.
 */
export function decisionOf(claims: JsonObject): Decision | undefined {
  const deny = claims.deny ?? false;
  if (typeof deny !== 'boolean') return undefined;
  if (deny) return { type: 'deny' };
  const tapped = claims.challengeResponse ?? undefined;
  if (tapped === undefined) return { type: 'approve' };
  const isWhole = typeof tapped === 'string' ? /^ *\d{1,9} *$/.test(tapped) : Number.isInteger(tapped);
  return isWhole ? { type: 'approve', number: Number(tapped) } : undefined;
}
