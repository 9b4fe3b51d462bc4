import { Flag } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { asScript, webAuthnCeremony, webAuthnTimeout } from './webauthn-settings.ts';

/** WebAuthn Authentication: asks for a passkey or a security key. */
export const webAuthnAuthenticationNode = defineNodeType({
  id: 'WebAuthnAuthenticationNode',
  name: 'WebAuthn Authentication Node',
  help: 'Asks for a passkey or a security key that WebAuthn Registration has registered. Lead No Device Registered to a registration. It is the only second factor that a false page cannot pass on. Sign Count Mismatch may mean that a key was copied.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({
    ...webAuthnCeremony,
    isRecoveryCodeAllowed: Flag({
      title: 'Allow recovery codes',
      description:
        'Offers to use a recovery code instead. Without it the Recovery Code outcome does not exist.',
      default: false,
    }),
    timeout: webAuthnTimeout,
    requiresResidentKey: Flag({
      title: 'Username from device',
      description: 'Takes the user name from the authenticator. Off, an earlier node must have asked for it.',
      default: false,
    }),
    asScript,
    detectSignCountMismatch: Flag({
      title: 'Detect sign count mismatch',
      description:
        'Tells a key whose counter has gone back from one that is in order. Without it the Sign Count Mismatch outcome does not exist.',
      default: false,
    }),
  }),
  outcomes: {
    all: {
      unsupported: 'Unsupported',
      noDevice: 'No Device Registered',
      success: 'Success',
      failure: 'Failure',
      error: 'Client Error',
      recoveryCode: 'Recovery Code',
      successSignCountMismatch: 'Sign Count Mismatch',
    },
    onlyIf: {
      recoveryCode: (config) => config?.isRecoveryCodeAllowed ?? false,
      successSignCountMismatch: (config) => config?.detectSignCountMismatch ?? false,
    },
  },
  interactive: true,
  reads: [{ key: 'username', required: false }],
  writes: [
    { key: 'username', scope: 'shared', on: ['success', 'successSignCountMismatch'], always: false },
    { key: 'WebAuthenticationDOMException', scope: 'shared', on: ['error'] },
  ],
  proves: { success: 'possession' },
  // NIST SP 800-63B: a key that makes sure of its owner is a multi-factor authenticator.
  alsoProves: { success: { factor: 'inherence', where: 'userVerificationRequirement', is: 'REQUIRED' } },
});
