import { LocaleTexts, Whole } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Push Wait: keeps the client waiting for the phone, and shows the number to tap. */
export const pushWaitNode = defineNodeType({
  id: 'PushWaitNode',
  name: 'Push Wait Node',
  help: 'Keeps the browser waiting a few seconds for the phone, shows the number to tap where the push asks for one, and offers a way out. Follow it with Push Result Verifier.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({
    secondsToWait: Whole({
      title: 'Seconds To Wait',
      description: 'How long the browser waits before the journey looks whether the phone has answered.',
      default: 5,
      minimum: 1,
      maximum: 3600,
      unit: 'seconds',
    }),
    waitingMessage: LocaleTexts({
      title: 'Waiting Message',
      description: 'Shown while waiting. {{time}} stands for the seconds to wait.',
      builtIn: 'Waiting for response...',
    }),
    challengeMessage: LocaleTexts({
      title: 'Push Challenge Message',
      description:
        'Shown while waiting when the push asks for a number. {{challenge}} stands for that number.',
      builtIn: 'Tap the number [{{challenge}}] on the Push Notification to continue.',
    }),
    exitMessage: LocaleTexts({
      title: 'Exit Message',
      description: 'The button that leaves by Exit.',
      builtIn: 'Cancel',
    }),
  }),
  outcomes: { all: { DONE: 'Done', EXITED: 'Exit' } },
  interactive: true,
  reads: [{ key: 'pushNumberChallengeKey', required: false }],
  writes: [],
});
