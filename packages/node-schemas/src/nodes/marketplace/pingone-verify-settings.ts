import { Flag, OptionalText, OptionalWhole, Text } from '../../fields.ts';
import type { StateRead, StateWrite } from '../../state.ts';

/** How PingOne Verify is reached, and how the user gets there. */
export const pingOneVerify = {
  tntpPingOneConfigName: OptionalText({
    title: 'PingOne Service',
    description: 'The PingOne service of the realm.',
  }),
  verifyPolicyId: OptionalText({
    title: 'Verify Policy ID',
    description: 'The policy in PingOne Verify that says what is verified.',
  }),
  userNotification: Text({
    title: 'Verify URL Delivery Mode',
    description: 'How the user gets the address at which it is done: QR, SMS or EMAIL.',
    default: 'QR',
  }),
  userNotificationChoice: Flag({
    title: 'Let User Choose the Delivery Method',
    description: 'Asks the user how to get the address.',
    default: false,
  }),
  userNotificationChoiceMessage: OptionalText({
    title: 'Delivery Message Choice',
    description: 'Shown where the user is asked that.',
  }),
  userIdAttribute: OptionalText({
    title: 'PingOne User ID Attribute',
    description:
      'The state key, or else the attribute of the user, that holds the id of the user in PingOne.',
  }),
  timeOut: OptionalWhole({
    title: 'Submission Timeout',
    description: 'How long the user has; less than the journey may take.',
    minimum: 1,
    unit: 'seconds',
  }),
  pollWaitMessage: OptionalText({
    title: 'Waiting Message',
    description: 'Shown meanwhile. %s stands for the code that the phone shows too.',
  }),
  saveMetadata: Flag({
    title: 'Save Verification Metadata',
    description: 'Keeps how it went in the transient state, under VerifyMetadataResult.',
    default: false,
  }),
  tsAccessToken: Flag({
    title: 'Leave Access Token',
    description: 'Keeps the access token for PingOne in the transient state, under VerifyAT.',
    default: false,
  }),
  tsTransactionId: Flag({
    title: 'Leave Transaction ID',
    description: 'Keeps the id of the verification in the state, under VerifyTransactionID.',
    default: false,
  }),
  demoMode: Flag({
    title: 'Demo Mode',
    description: 'Goes by Success whatever the result: for showing a journey, never for use.',
    default: false,
  }),
};

/** How PingOne Verify answers; Patch: the user was made there, and the id is still to be saved. */
export const pingOneVerifyOutcomes = {
  all: {
    SUCCESS: 'Success',
    SUCCESPATCH: 'Success (Patch ID)',
    FAIL: 'Fail',
    FAILPATCH: 'Fail (Patch ID)',
    CANCEL: 'Cancel',
    ERROR: 'Error',
  },
} as const;

/** Who is to be verified. */
export const readsPingOneVerify: readonly StateRead[] = [
  { key: 'username', required: true },
  { key: 'objectAttributes', required: false },
];

const done = ['SUCCESS', 'SUCCESPATCH', 'FAIL', 'FAILPATCH'];

/** What the verification leaves. */
export const writesPingOneVerify: readonly StateWrite[] = [
  { key: 'VerifyNeedPatch', scope: 'shared', on: ['SUCCESPATCH', 'FAILPATCH'] },
  { key: 'VerifyAT', scope: 'transient', on: done, always: false },
  { key: 'VerifyMetadataResult', scope: 'transient', on: done, always: false },
  { key: 'VerifyTransactionID', scope: 'shared', on: done, always: false },
];
