import { Flag, OptionalText, Script, Texts } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** TypingDNA Recorder: has the browser watch how the user types. */
export const typingDnaRecorderNode = defineNodeType({
  id: 'TypingDNARecorder',
  name: 'TypingDNA Recorder',
  help: 'Has the browser watch how the user types. Put it last in the page that asks for user name and password, or for a short phrase, with TypingDNA Decision Node behind the page.',
  category: 'marketplace',
  tags: [],
  config: Type.Object({
    script: Script({
      title: 'Script',
      description: "The client script that watches: TypingDNA's own.",
    }),
    showVisualizer: Flag({
      title: 'Show Visualizer',
      description: 'Draws in the field how the user types.',
      default: true,
    }),
    displayMessage: Flag({
      title: 'Display Message',
      description: 'Tells the user how far it is, such as that the text must be typed once more.',
      default: true,
    }),
    disableCopyAndPaste: Flag({
      title: 'Disable Copy and Paste',
      description: 'Takes no text that was not typed. Password managers then fill in nothing either.',
      default: true,
    }),
    targetIds: Texts({
      title: 'Target IDs',
      description: 'The ids of the fields of the page to watch.',
    }),
    submitButtonId: OptionalText({
      title: 'Submit Button ID',
      description: 'The id of the button that sends the page.',
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [
    { key: 'TDNA_DEVICE_TYPE', scope: 'shared' },
    { key: 'TDNA_TYPING_PATTERN', scope: 'transient' },
  ],
});
