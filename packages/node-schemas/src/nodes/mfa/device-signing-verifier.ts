import { Flag, Text } from '../../fields.ts';
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

const errorsByDefault = ['Unsupported', 'Abort', 'Timeout', 'ClientNotRegistered'];

/** Device Signing Verifier: has a phone sign with the key that is bound to it. */
export const deviceSigningVerifierNode = defineComputedNodeType({
  id: 'DeviceSigningVerifierNode',
  name: 'Device Signing Verifier',
  help: 'Has a phone sign with the key that Device Binding has made. Without a user name in the state the phone says whose it is. Lead No Registered Device to Device Binding.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({
    challenge: Flag({
      title: 'Use Random Challenge',
      description:
        'Has the phone sign something random. Off, it signs what the state has under the key below.',
      default: true,
    }),
    sharedStateAttribute: Text({
      title: 'Shared State Attribute',
      description: 'The key of the shared state whose value is signed, such as the text of a transaction.',
      default: '',
    }),
    applicationIds,
    ...devicePrompt,
    timeout: deviceTimeout,
    captureFailure: Flag({
      title: 'Capture failure',
      description:
        'Leaves by Failure where the node would break the journey, with the reason under DeviceSigningVerifierNode.FAILURE.',
      default: false,
    }),
    clientErrorOutcomes: clientErrors(errorsByDefault),
    skewAllowance,
  }),
  outcomes: {
    compute: (config) => [
      { id: 'success', displayName: 'Success' },
      { id: 'failure', displayName: 'Failure' },
      { id: 'noDeviceRegistered', displayName: 'No Registered Device' },
      { id: 'keyNotFound', displayName: 'Key not found' },
      ...outcomesOfClientErrors(config?.clientErrorOutcomes ?? errorsByDefault),
    ],
  },
  interactive: true,
  reads: [{ key: 'username', required: false }],
  writes: [
    { key: 'username', scope: 'shared', on: ['success'] },
    { key: 'DeviceSigningVerifierNode.JWT', scope: 'transient', on: ['success'] },
    { key: 'DeviceSigningVerifierNode.FAILURE', scope: 'shared', on: ['failure'], always: false },
  ],
  proves: { success: 'possession' },
  validate: ({ challenge, sharedStateAttribute }) =>
    challenge || sharedStateAttribute !== ''
      ? []
      : [{ property: 'sharedStateAttribute', message: 'must be given where no random challenge is used' }],
});
