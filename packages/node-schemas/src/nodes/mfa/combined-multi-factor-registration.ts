import { Text } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { pushRegistrationNode } from '../push/push-registration.ts';
import { oathDevice } from './oath-settings.ts';

/** Combined MFA Registration: registers a phone for push and for one-time passwords at once. */
export const combinedMultiFactorRegistrationNode = defineNodeType({
  id: 'CombinedMultiFactorRegistrationNode',
  name: 'Combined MFA Registration',
  help: 'Shows one QR code that registers a phone for push and for one-time passwords, and waits for the phone. A user who has a device for either passes at once. Follow Success with Recovery Code Display Node where recovery codes are generated.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({
    ...pushRegistrationNode.config.properties,
    ...oathDevice,
    policiesJson: Text({
      title: 'JSON Authenticator Policies',
      description:
        'What the app asks of the phone before it shows the account, as a JSON object; empty: nothing.',
      default: '',
    }),
  }),
  outcomes: {
    all: { successOutcome: 'Success', failureOutcome: 'Failure', timeoutOutcome: 'Time Out' },
  },
  interactive: true,
  reads: [{ key: 'username', required: true }],
  writes: [
    { key: 'recoveryCodes', scope: 'transient', on: ['successOutcome'], always: false },
    { key: 'recoveryCodeDeviceName', scope: 'transient', on: ['successOutcome'], always: false },
  ],
  validate: (config) => [
    ...(pushRegistrationNode.validate?.(config) ?? []),
    ...(config.policiesJson === '' || isJson(config.policiesJson)
      ? []
      : [{ property: 'policiesJson', message: 'must be JSON, or empty' }]),
  ],
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
