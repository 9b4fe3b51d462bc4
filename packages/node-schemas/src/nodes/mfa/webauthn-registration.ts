import { Choice, Flag, OptionalText, Text, Texts } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { generateRecoveryCodes, maxSavedDevices } from './device-settings.ts';
import { asScript, webAuthnCeremony, webAuthnTimeout } from './webauthn-settings.ts';

/** WebAuthn Registration: registers a passkey or a security key. */
export const webAuthnRegistrationNode = defineNodeType({
  id: 'WebAuthnRegistrationNode',
  name: 'WebAuthn Registration Node',
  help: 'Registers a passkey or a security key for a user whom an earlier node has made sure of. Follow Success with Recovery Code Display Node where recovery codes are generated. The domain and the origins must be those of WebAuthn Authentication.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({
    relyingPartyName: Text({
      title: 'Relying party',
      description: 'The name of your service as the browser shows it.',
      default: 'ForgeRock',
      minLength: 1,
    }),
    ...webAuthnCeremony,
    attestationPreference: Choice({
      title: 'Preferred mode of attestation',
      description: 'Whether the authenticator is to prove of what make it is.',
      default: 'NONE',
      values: { NONE: 'None', INDIRECT: 'Indirect', DIRECT: 'Direct' },
    }),
    acceptedSigningAlgorithms: Texts({
      title: 'Accepted signing algorithms',
      description:
        'The signatures that a key may use: ES256, ES384, ES512, RS1, RS256, RS384, RS512 or EDDSA.',
      default: ['ES256', 'RS256'],
    }),
    authenticatorAttachment: Choice({
      title: 'Authentication attachment',
      description:
        'Whether the key is to be of the device itself (platform) or one that can be carried (cross-platform).',
      default: 'UNSPECIFIED',
      values: { UNSPECIFIED: 'Unspecified', PLATFORM: 'Platform', CROSS_PLATFORM: 'Cross-platform' },
    }),
    trustStoreAlias: Type.Optional(
      Text({
        title: 'Trust Store alias',
        description:
          'The part of the secret label that names the certificates against which attestations are checked.',
        default: 'trustalias',
      }),
    ),
    enforceRevocationCheck: Flag({
      title: 'Enforce revocation check',
      description: 'Refuses an attestation whose certificates cannot be checked for revocation.',
      default: false,
    }),
    timeout: webAuthnTimeout,
    excludeCredentials: Flag({
      title: 'Limit registrations',
      description: 'Registers an authenticator only once for a user.',
      default: false,
    }),
    generateRecoveryCodes,
    storeAttestationDataInTransientState: Flag({
      title: 'Store data in transient state',
      description: 'Keeps what the authenticator sent for scripts that follow.',
      default: false,
    }),
    postponeDeviceProfileStorage: Flag({
      title: 'Store device data in transient state',
      description:
        'Leaves the device in the state for WebAuthn Device Storage, so that a script can look at it first.',
      default: false,
    }),
    requiresResidentKey: Flag({
      title: 'Username to device',
      description:
        'Keeps the user name on the authenticator, so that the user can sign in without entering it.',
      default: false,
    }),
    displayNameSharedState: OptionalText({
      title: 'Shared state attribute for display name',
      description:
        'The key of the shared state that holds the name which the browser shows; none: the user name.',
    }),
    asScript,
    maxSavedDevices,
    validateFidoU2fAaguid: Flag({
      title: 'FIDO U2F AAGUID validation',
      description:
        'Asks that an older U2F key leaves the identifier of its make empty, as the standard has it.',
      default: true,
    }),
    fidoCertificationLevel: Choice({
      title: 'FIDO Certification Level',
      description: 'What the FIDO metadata service must say of the make of the authenticator.',
      default: 'OFF',
      values: {
        OFF: 'Not checked',
        SELF_ASSERTION_SUBMITTED: 'Asserted by the maker',
        FIDO_CERTIFIED_L1: 'Level 1',
        FIDO_CERTIFIED_L1plus: 'Level 1+',
        FIDO_CERTIFIED_L2: 'Level 2',
        FIDO_CERTIFIED_L2plus: 'Level 2+',
        FIDO_CERTIFIED_L3: 'Level 3',
        FIDO_CERTIFIED_L3plus: 'Level 3+',
      },
    }),
  }),
  outcomes: {
    all: {
      unsupported: 'Unsupported',
      success: 'Success',
      failure: 'Failure',
      error: 'Client Error',
      exceedDeviceLimit: 'Exceed Device Limit',
    },
    onlyIf: {
      exceedDeviceLimit: (config) =>
        config !== null && !config.postponeDeviceProfileStorage && config.maxSavedDevices > 0,
    },
  },
  interactive: true,
  reads: [{ key: 'username', required: true }],
  writes: [
    { key: 'WebAuthenticationDOMException', scope: 'shared', on: ['error'] },
    { key: 'webauthnData', scope: 'transient', on: ['success'], always: false },
    { key: 'webauthnAttestationType', scope: 'transient', on: ['success'], always: false },
    { key: 'webauthnDeviceData', scope: 'transient', on: ['success'], always: false },
    { key: 'recoveryCodes', scope: 'transient', on: ['success'], always: false },
    { key: 'recoveryCodeDeviceName', scope: 'transient', on: ['success'], always: false },
  ],
});
