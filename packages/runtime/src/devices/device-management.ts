import type { MfaMethod } from '@journeyman/node-schemas';
import type { Session } from '../sessions/sessions.ts';

/** What a session has proven, in AM's words, that lets it manage the devices of a method. */
const proofs: Readonly<Record<MfaMethod, readonly string[]>> = {
  push: ['AuthenticatorPush', 'AuthenticatorPushRegistration'],
  oath: ['AuthenticatorOATH'],
  webauthn: ['WebAuthnAuthentication'],
};

/**
 * Whether a session may manage its user's devices of a method: it has proven that method (a recovery code counts), or an
 * Enable Device Management node has lifted the rule. A stolen password alone must not remove the second factor.
 */
export function canManageDevices(session: Session, method: MfaMethod): boolean {
  const proven = session.properties.NodeType?.split('|') ?? [];
  return proven.includes('ElevatedPrivileges') || proofs[method].some((proof) => proven.includes(proof));
}
