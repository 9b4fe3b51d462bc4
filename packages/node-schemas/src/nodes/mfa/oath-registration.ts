import { Flag } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { pushRegistrationNode } from '../push/push-registration.ts';
import { oathDevice } from './oath-settings.ts';

const { timeout: _, ...inTheApp } = pushRegistrationNode.config.properties;

/** OATH Registration: shows a QR code with which an app can make one-time passwords. */
export const oathRegistrationNode = defineNodeType({
  id: 'OathRegistrationNode',
  name: 'OATH Registration',
  help: 'Shows a QR code with which an authenticator app makes one-time passwords from then on. It does not ask for one, so lead Success to an OATH Token Verifier. A user who already has a device gets a new one.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({
    ...inTheApp,
    ...oathDevice,
    postponeDeviceProfileStorage: Flag({
      title: 'Store device data in shared state',
      description:
        'Leaves the device in the state for OATH Device Storage, so that an OATH Token Verifier in between can make sure of it.',
      default: false,
    }),
  }),
  outcomes: { all: { successOutcome: 'Success', failureOutcome: 'Failure' } },
  interactive: true,
  reads: [{ key: 'username', required: true }],
  writes: [
    { key: 'oathDeviceProfile', scope: 'transient', on: ['successOutcome'], always: false },
    { key: 'recoveryCodes', scope: 'transient', on: ['successOutcome'], always: false },
    { key: 'recoveryCodeDeviceName', scope: 'transient', on: ['successOutcome'], always: false },
  ],
  validate: (config) => pushRegistrationNode.validate?.({ ...config, timeout: 60 }) ?? [],
});
