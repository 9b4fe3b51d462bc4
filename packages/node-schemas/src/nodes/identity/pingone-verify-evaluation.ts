import { Choice, Flag, LocaleTexts, Pairs, Text, Whole } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { captureFailure, pingOneWorker } from './pingone-settings.ts';

/** PingOne Verify Evaluation: has the user verify their identity with a document and a picture. */
export const pingOneVerifyEvaluationNode = defineNodeType({
  id: 'PingOneVerifyEvaluationNode',
  name: 'PingOne Verify Evaluation',
  help: 'Has the user verify their identity in PingOne Verify, as with a passport and a selfie, or goes on with a verification that was begun. Needs PingOne Identity Match or PingOne Create User before it. PingOne decides, so it counts as no factor here.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    pingOneWorker,
    verifyPolicyId: Text({
      title: 'Verify Policy ID',
      description: 'The policy in PingOne Verify that says what is verified; empty: the default one.',
      default: '',
    }),
    deliveryMethod: Choice({
      title: 'Verify URL Delivery Method',
      description: 'How the user gets the address at which the verification is done.',
      default: 'QRCODE',
      values: { QRCODE: 'QR code', EMAIL: 'Email', SMS: 'SMS', REDIRECT: 'Redirect' },
    }),
    allowSameDeviceVerification: Flag({
      title: 'Allow Same Device Verification',
      description: 'Shows the address beside the QR code too, for users who sign in on the phone.',
      default: true,
    }),
    allowDeliveryMethodSelection: Flag({
      title: 'Allow User to Choose the URL Delivery Method',
      description: 'Asks the user how to get the address.',
      default: false,
    }),
    autoRedirect: Flag({
      title: 'Automatic Redirect',
      description: 'Leads the user on without a click, where the way is a redirect.',
      default: false,
    }),
    deliveryMethodMessage: LocaleTexts({
      title: 'Delivery Method Message',
      description: 'Shown where the user is asked how to get the address.',
    }),
    scanQRCodeMessage: LocaleTexts({
      title: 'QR Code Message',
      description: 'Shown with the QR code.',
    }),
    waitingMessage: LocaleTexts({
      title: 'Waiting Message',
      description: 'Shown while the verification goes on.',
    }),
    redirectMessage: LocaleTexts({
      title: 'Redirect Message',
      description: 'Shown where the user is sent on to the verification.',
    }),
    timeout: Whole({
      title: 'Verify Transaction Timeout',
      description: 'How long the user has; then it goes on by Time out.',
      default: 120,
      minimum: 1,
      unit: 'seconds',
    }),
    biographicMatching: Pairs({
      title: 'Biographic Matching',
      description:
        'What the document must agree with: names that PingOne Verify knows, each with an attribute of the user.',
    }),
    nodeStateBiographicMatching: Pairs({
      title: 'Node State Biographic Matching',
      description: 'The same, each with a key of the state in place of an attribute.',
    }),
    storeVerificationMetadata: Flag({
      title: 'Store Verification Metadata',
      description: 'Keeps how the verification went in the shared state, under pingOneVerifyMetadata.',
      default: false,
    }),
    storeVerifiedData: Flag({
      title: 'Store Verified Data',
      description:
        'Keeps what was read from the document in the shared state, under pingOneVerifyVerifiedData. It is personal data.',
      default: false,
    }),
    captureFailure: captureFailure('pingOneVerifyEvaluationFailureReason'),
  }),
  outcomes: { all: { successOutcome: 'Success', failureOutcome: 'Failure', timeoutOutcome: 'Time out' } },
  interactive: true,
  reads: [
    { key: 'pingOneUserId', required: true },
    { key: 'pingOneVerifyTransactionId', required: false },
  ],
  writes: [
    { key: 'pingOneVerifyTransactionId', scope: 'shared', always: false },
    { key: 'pingOneVerifyMetadata', scope: 'shared', always: false },
    { key: 'pingOneVerifyVerifiedData', scope: 'shared', always: false },
    { key: 'pingOneVerifyEvaluationFailureReason', scope: 'shared', on: ['failureOutcome'], always: false },
  ],
});
