import type { KeyObject } from 'node:crypto';
import { signJws, verifyJws } from '../crypto/compact-jws.ts';

/** What the handle of a run says. */
export interface AuthId {
  readonly executionId: string;
  /** The step of the run that it continues. */
  readonly step: number;
  readonly realm: string;
  /** Milliseconds since the epoch. */
  readonly startedAtMs: number;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number;
}

/** Writes a handle as a compact JWS with AM's claim names; the same handle is always the same text. */
export function writeAuthId(authId: AuthId, key: KeyObject): string {
  const claims = {
    sessionId: authId.executionId,
    'whitelist-state': authId.step,
    realm: authId.realm,
    iat: Math.floor(authId.startedAtMs / 1000),
    exp: Math.ceil(authId.expiresAtMs / 1000),
  };
  return signJws(JSON.stringify(claims), key);
}

/** What is wrong with a handle: no JWS at all, or not signed here. */
export type AuthIdFault = 'unparsable' | 'foreign';

/** Reads a handle. Its expiry is not looked at. */
export function readAuthId(text: string, key: KeyObject): AuthId | AuthIdFault {
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return 'unparsable';
  const claims = verifyJws(text, key);
  if (claims === undefined) return 'foreign';
  const { sessionId, 'whitelist-state': step, realm, iat, exp } = claims;
  if (
    typeof sessionId !== 'string' ||
    typeof step !== 'number' ||
    typeof realm !== 'string' ||
    typeof iat !== 'number' ||
    typeof exp !== 'number'
  ) {
    return 'foreign';
  }
  return { executionId: sessionId, step, realm, startedAtMs: iat * 1000, expiresAtMs: exp * 1000 };
}
