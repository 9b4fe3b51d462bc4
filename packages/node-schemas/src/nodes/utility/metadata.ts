import { Texts } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** State metadata: hands values of the state to the client. */
export const metadataNode = defineNodeType({
  id: 'MetadataNode',
  name: 'State metadata',
  help: 'Hands values of the shared state to the client along with what a page asks, for a client of your own to use. It never goes on by itself: put it in a page, before another node. The user can read what it hands out.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    attributes: Texts({
      title: 'Attributes',
      description: 'Keys of the shared state whose values are handed out.',
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [],
});
