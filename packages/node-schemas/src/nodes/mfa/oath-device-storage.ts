import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** OATH Device Storage: keeps a device that OATH Registration has left in the state. */
export const oathDeviceStorageNode = defineNodeType({
  id: 'OathDeviceStorageNode',
  name: 'OATH Device Storage Node',
  help: 'Keeps the device that OATH Registration has left in the state. Put an OATH Token Verifier between the two, so that only a device that works is kept.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({}),
  outcomes: { all: { successOutcome: 'Success', failureOutcome: 'Failure' } },
  interactive: false,
  reads: [
    { key: 'username', required: true },
    { key: 'oathDeviceProfile', required: true },
  ],
  writes: [
    { key: 'recoveryCodes', scope: 'transient', on: ['successOutcome'], always: false },
    { key: 'recoveryCodeDeviceName', scope: 'transient', on: ['successOutcome'], always: false },
  ],
});
