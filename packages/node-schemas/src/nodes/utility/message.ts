import { LocaleTexts, OptionalText } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Message Node: shows a text and asks for yes or no. */
export const messageNode = defineNodeType({
  id: 'MessageNode',
  name: 'Message Node',
  help: 'Shows a text with two buttons: the positive one goes by True, the negative one by False.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    message: LocaleTexts({
      title: 'Message',
      description: 'The text that is shown.',
      builtIn: 'Default message',
    }),
    messageYes: LocaleTexts({
      title: 'Positive answer',
      description: 'The button that goes by True.',
      builtIn: 'Yes',
    }),
    messageNo: LocaleTexts({
      title: 'Negative answer',
      description: 'The button that goes by False.',
      builtIn: 'No',
    }),
    stateField: OptionalText({
      title: 'Shared State Property Name',
      description: 'The key of the shared state that gets the number of the button: 0 positive, 1 negative.',
    }),
  }),
  outcomes: trueOrFalse,
  interactive: true,
  reads: [],
  writes: [],
  namedWrites: ({ stateField }) => (stateField === undefined || stateField === '' ? [] : [stateField]),
});
