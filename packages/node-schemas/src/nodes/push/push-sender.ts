import { Choice, Flag, LocaleTexts, Texts, Whole } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import type { StateKey } from '../../state.ts';

/** Push Sender: asks the user's phone whether it is really its owner who signs in. */
export const pushSenderNode = defineNodeType({
  id: 'PushAuthenticationSenderNode',
  name: 'Push Sender',
  help: "Sends a push message to the user's registered phone and goes on without waiting for the answer. Follow Sent with Push Wait and Push Result Verifier, and Not Registered with a way to register a phone. A user who has never said yes or no to push counts as not registered, even with a phone, unless skipping is removed.",
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({
    messageTimeout: Whole({
      title: 'Message Timeout',
      description: 'How long the message can be answered, counted from when it is sent.',
      default: 120_000,
      minimum: 1000,
      maximum: 86_400_000,
      unit: 'milliseconds',
    }),
    userMessage: LocaleTexts({
      title: 'User Message',
      description:
        'The text of the notification. {{user}} stands for the username, {{issuer}} for the name under which the phone was registered.',
      builtIn: 'Login attempt from {{user}} at {{issuer}}',
      fallback: 'built-in',
    }),
    mandatory: Flag({
      title: "Remove 'skip' option",
      description: 'Send even to users who have opted out of push. The Skipped outcome then does not exist.',
      default: false,
    }),
    contextInfo: Flag({
      title: 'Share Context Info',
      description:
        'Show on the phone where the sign-in comes from: IP address, browser and, if a Device Profile Collector went before, location.',
      default: false,
    }),
    customPayload: Texts({
      title: 'Custom Payload Attributes',
      description:
        'State keys whose values are sent along for an app of your own; at most 3 KB in all. The phone can read them.',
    }),
    pushType: Choice({
      title: 'Push Type',
      description:
        'What the user has to do on the phone. A number to tap protects best against approving by mistake.',
      default: 'DEFAULT',
      values: {
        DEFAULT: 'Tap to Accept',
        CHALLENGE: 'Display Challenge Code',
        BIOMETRIC: 'Use Biometrics to Accept',
      },
    }),
    captureFailure: Flag({
      title: 'Capture failure',
      description:
        'Leave by Failure when the message cannot be sent, with the reason under PushAuthFailureReason, instead of failing the journey.',
      default: false,
    }),
  }),
  outcomes: {
    all: { SENT: 'Sent', NOT_REGISTERED: 'Not Registered', SKIPPED: 'Skipped', FAILURE: 'Failure' },
    onlyIf: {
      SKIPPED: (config) => config === null || !config.mandatory,
      FAILURE: (config) => config?.captureFailure ?? false,
    },
  },
  interactive: false,
  reads: [
    { key: 'username', required: true },
    { key: 'pushMessageId', required: false },
    { key: 'forgeRock.device.profile', required: false },
  ],
  writes: [
    { key: 'pushMessageId', scope: 'shared', on: ['SENT'] },
    { key: 'pushMessageExpiration', scope: 'shared', on: ['SENT'] },
    { key: 't', scope: 'shared', on: ['SENT'] },
    { key: 'pushMechanismUid', scope: 'shared', on: ['SENT'] },
    { key: 'pushNumberChallengeKey', scope: 'shared', on: ['SENT'], always: false },
    { key: 'mfaMethod', scope: 'shared', on: ['NOT_REGISTERED'] },
    { key: 'PushAuthFailureReason', scope: 'shared', on: ['FAILURE'] },
  ],
  validate: ({ customPayload }) =>
    customPayload
      .filter((key) => secrets.has(key))
      .map((key) => ({
        property: 'customPayload',
        message: `names ${key}, which is secret: the payload passes through the delivery service and onto the phone.`,
      })),
});

/** State that must never leave the server. */
const secrets: ReadonlySet<string> = new Set<StateKey>([
  'password',
  'recoveryCodes',
  'pushDeviceProfile',
  'pushChallengeKey',
  'pushNumberChallengeKey',
]);
