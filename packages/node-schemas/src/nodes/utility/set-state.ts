import { Pairs } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Set State: puts fixed values in the shared state. */
export const setStateNode = defineNodeType({
  id: 'SetStateNode',
  name: 'Set State',
  help: 'Puts values of your choice in the shared state, in place of whatever is there under the same keys.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    attributes: Pairs({
      title: 'Attributes',
      description: 'Keys of the shared state, each with the text to put there. Never a secret.',
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
  namedWrites: ({ attributes }) => Object.keys(attributes),
});
