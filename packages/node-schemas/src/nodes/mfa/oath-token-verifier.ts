import { Flag, Whole } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { oathAlgorithm, totpHashAlgorithm, totpTimeInterval } from './oath-settings.ts';

/** OATH Token Verifier: asks for a one-time password of the authenticator app. */
export const oathTokenVerifierNode = defineNodeType({
  id: 'OathTokenVerifierNode',
  name: 'OATH Token Verifier',
  help: 'Asks for a one-time password of the authenticator app and checks it. Its settings must be those with which OATH Registration made the device. Lead Not registered to a registration. It does not count attempts, so connect Failure to a Retry Limit Decision.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({
    algorithm: oathAlgorithm,
    hotpWindowSize: Whole({
      title: 'HOTP Window Size',
      description: 'How many one-time passwords ahead of the counter are tried.',
      default: 100,
      minimum: 1,
    }),
    totpTimeInterval,
    totpTimeSteps: Whole({
      title: 'TOTP Time Steps',
      description: 'How many time steps before and after the present one are tried.',
      default: 2,
      minimum: 1,
    }),
    totpHashAlgorithm,
    maximumAllowedClockDrift: Whole({
      title: 'TOTP Maximum Allowed Clock Drift',
      description: 'How many time steps the clock of the device may be off.',
      default: 5,
      minimum: 1,
    }),
    isRecoveryCodeAllowed: Flag({
      title: 'Allow recovery codes',
      description:
        'Offers to use a recovery code instead. Without it the Recovery Code outcome does not exist.',
      default: false,
    }),
  }),
  outcomes: {
    all: {
      successOutcome: 'Success',
      failureOutcome: 'Failure',
      notRegisteredOutcome: 'Not registered',
      recoveryCodeOutcome: 'Recovery Code',
    },
    onlyIf: { recoveryCodeOutcome: (config) => config?.isRecoveryCodeAllowed ?? false },
  },
  interactive: true,
  reads: [
    { key: 'username', required: true },
    { key: 'oathDeviceProfile', required: false },
  ],
  writes: [{ key: 'mfaMethod', scope: 'shared', on: ['notRegisteredOutcome'] }],
  proves: { successOutcome: 'possession' },
});
