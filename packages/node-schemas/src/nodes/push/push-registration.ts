import { Choice, Flag, LocaleTexts, Text, Whole } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { isWebAddress } from '../../web-address.ts';

/** Push Registration: shows a QR code and waits until a phone has registered with it. */
export const pushRegistrationNode = defineNodeType({
  id: 'PushRegistrationNode',
  name: 'Push Registration',
  help: 'Shows a QR code for the authenticator app and waits until the phone has registered. A user who already has a phone passes at once. Follow Success with Recovery Code Display Node where recovery codes are generated.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({
    issuer: Text({
      title: 'Issuer',
      description: 'The name of your service as the app shows it. It must not contain a colon.',
      default: 'ForgeRock',
      minLength: 1,
    }),
    accountName: Choice({
      title: 'Account Name',
      description: "The user's attribute that names the account in the app; the username where it is empty.",
      default: 'USERNAME',
      values: {
        COMMON_NAME: 'Common Name',
        EMAIL_ADDRESS: 'Email Address',
        EMPLOYEE_NUMBER: 'Employee Number',
        GIVEN_NAME: 'Given Name',
        LAST_NAME: 'Last Name',
        USERNAME: 'Username',
      },
    }),
    bgColor: Text({
      title: 'Background Color',
      description: 'Behind the logo in the app: six hexadecimal digits, with or without #.',
      default: '032b75',
      pattern: '^#?[0-9A-Fa-f]{6}$',
      format: 'color',
    }),
    imgUrl: Text({
      title: 'Logo Image URL',
      description: 'The logo that the app shows: an absolute http or https URL, or empty for none.',
      default: '',
      format: 'url',
      contentMediaType: 'image/*',
    }),
    generateRecoveryCodes: Flag({
      title: 'Generate Recovery Codes',
      description: 'Make ten codes with which the user can sign in without the phone.',
      default: true,
    }),
    scanQRCodeMessage: LocaleTexts({
      title: 'QR code message',
      description: 'Shown with the QR code.',
      builtIn:
        'Scan the QR code image below with the ForgeRock Authenticator app to register your device with your login.',
    }),
    timeout: Whole({
      title: 'Registration Response Timeout',
      description: 'How long the phone may take, counted from when the QR code is first shown.',
      default: 60,
      minimum: 1,
      maximum: 3600,
      unit: 'seconds',
    }),
  }),
  outcomes: {
    all: { successOutcome: 'Success', failureOutcome: 'Failure', timeoutOutcome: 'Time Out' },
  },
  interactive: true,
  reads: [
    { key: 'username', required: true },
    { key: 'pushMessageId', required: false },
    { key: 'pushDeviceProfile', required: false },
    { key: 'pushChallengeKey', required: false },
    { key: 'pushRegistrationTimeout', required: false },
  ],
  writes: [
    { key: 'recoveryCodes', scope: 'transient', on: ['successOutcome'], always: false },
    { key: 'recoveryCodeDeviceName', scope: 'transient', on: ['successOutcome'], always: false },
  ],
  validate: ({ issuer, imgUrl }) => [
    ...(issuer.includes(':')
      ? [
          {
            property: 'issuer',
            message: 'must not contain a colon: the app takes what follows it for the account',
          },
        ]
      : []),
    ...(imgUrl === '' || isWebAddress(imgUrl)
      ? []
      : [{ property: 'imgUrl', message: 'must be an absolute http or https URL, or empty' }]),
  ],
});
