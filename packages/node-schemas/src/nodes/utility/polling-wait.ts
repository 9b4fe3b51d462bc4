import { Flag, LocaleTexts, Whole } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Polling Wait: keeps the client waiting. */
export const pollingWaitNode = defineNodeType({
  id: 'PollingWaitNode',
  name: 'Polling Wait Node',
  help: 'Keeps the client waiting for some seconds, with a way out if you want one, and notices clients that do not wait.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    secondsToWait: Whole({
      title: 'Seconds To Wait',
      description: 'How long the client waits.',
      default: 8,
      minimum: 1,
      maximum: 3600,
      unit: 'seconds',
    }),
    spamDetectionEnabled: Flag({
      title: 'Enable Spam Detection',
      description: 'Leaves by Spam when the client comes back too early too often.',
      default: false,
    }),
    spamDetectionTolerance: Whole({
      title: 'Spam Tolerance',
      description: 'How often the client may be sent back to waiting before it counts as spam.',
      default: 3,
      minimum: 0,
      unit: 'attempts',
    }),
    waitingMessage: LocaleTexts({
      title: 'Waiting Message',
      description: 'Shown while waiting. {{time}} stands for the seconds to wait.',
      builtIn: 'Waiting for response...',
      fallback: 'built-in',
    }),
    exitable: Flag({
      title: 'Exitable',
      description: 'Offers a button that leaves before the time is up.',
      default: false,
    }),
    exitMessage: LocaleTexts({
      title: 'Exit Message',
      description: 'The button that leaves by Exited.',
      builtIn: 'Cancel',
      fallback: 'built-in',
    }),
  }),
  outcomes: {
    all: { DONE: 'Done', EXITED: 'Exited', SPAM: 'Spam' },
    onlyIf: {
      EXITED: (config) => config?.exitable === true,
      SPAM: (config) => config?.spamDetectionEnabled === true,
    },
  },
  interactive: true,
  reads: [],
  writes: [],
});
