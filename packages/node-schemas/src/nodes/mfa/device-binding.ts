import { Choice, Flag } from '../../fields.ts';
import { defineComputedNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import {
  applicationIds,
  clientErrors,
  devicePrompt,
  deviceTimeout,
  outcomesOfClientErrors,
  skewAllowance,
} from './bound-device.ts';
import { maxSavedDevices } from './device-settings.ts';

const errorsByDefault = ['Unsupported', 'Abort', 'Timeout'];

/** Device Binding: has the app make a key that never leaves the phone. */
export const deviceBindingNode = defineComputedNodeType({
  id: 'DeviceBindingNode',
  name: 'Device Binding',
  help: 'Has an app with the SDK make a key that never leaves the phone, for a user whom an earlier node has made sure of. Device Signing Verifier then knows the phone by it.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({
    authenticationType: Choice({
      title: 'Authentication Type',
      description: 'How the phone protects the key.',
      default: 'BIOMETRIC_ALLOW_FALLBACK',
      values: {
        BIOMETRIC_ONLY: 'Biometric only',
        BIOMETRIC_ALLOW_FALLBACK: 'Biometric with PIN fallback',
        APPLICATION_PIN: 'Application PIN',
        NONE: 'None',
      },
    }),
    applicationIds,
    ...devicePrompt,
    maxSavedDevices,
    timeout: deviceTimeout,
    attestation: Flag({
      title: 'Android Key Attestation',
      description: 'Has Android prove that the key is kept in its hardware.',
      default: false,
    }),
    postponeDeviceProfileStorage: Flag({
      title: 'Store Device Data in Transient State',
      description:
        'Leaves the device in the state for Device Binding Storage, so that a script can look at it first.',
      default: false,
    }),
    clientErrorOutcomes: clientErrors(errorsByDefault),
    skewAllowance,
  }),
  outcomes: {
    compute: (config) => [
      { id: 'success', displayName: 'Success' },
      { id: 'failure', displayName: 'Failure' },
      ...(config !== null && config.maxSavedDevices > 0
        ? [{ id: 'exceedDeviceLimit', displayName: 'Exceed Device Limit' }]
        : []),
      ...outcomesOfClientErrors(config?.clientErrorOutcomes ?? errorsByDefault),
    ],
  },
  interactive: true,
  reads: [{ key: 'username', required: true }],
  writes: [
    { key: 'DeviceBinding.DEVICE', scope: 'transient', on: ['success'], always: false },
    { key: 'DeviceBindingNode.ATTESTATION', scope: 'transient', on: ['success'], always: false },
  ],
});
