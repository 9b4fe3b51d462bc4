import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { generateRecoveryCodes, maxSavedDevices } from './device-settings.ts';

/** WebAuthn Device Storage: keeps a device that WebAuthn Registration has left in the state. */
export const webAuthnDeviceStorageNode = defineNodeType({
  id: 'WebAuthnDeviceStorageNode',
  name: 'WebAuthn Device Storage Node',
  help: 'Keeps the device that WebAuthn Registration has left in the state, for instance after a script has looked of what make it is.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({ generateRecoveryCodes, maxSavedDevices }),
  outcomes: {
    all: { success: 'Success', failure: 'Failure', exceedDeviceLimit: 'Exceed Device Limit' },
    onlyIf: { exceedDeviceLimit: (config) => config !== null && config.maxSavedDevices > 0 },
  },
  interactive: false,
  reads: [
    { key: 'username', required: true },
    { key: 'webauthnDeviceData', required: true },
  ],
  writes: [
    { key: 'recoveryCodes', scope: 'transient', on: ['success'], always: false },
    { key: 'recoveryCodeDeviceName', scope: 'transient', on: ['success'], always: false },
  ],
});
