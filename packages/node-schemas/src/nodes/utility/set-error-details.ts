import { LocaleTexts, Pairs } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { headerControl } from './response-details.ts';

/** Set Error Details: says what the client gets if the journey breaks. */
export const setErrorDetailsNode = defineNodeType({
  id: 'SetErrorDetailsNode',
  name: 'Set Error Details',
  help: 'Says what the response holds if the journey breaks at a later node. Place it before the node that may break. For a journey that ends at Failure use Set Failure Details.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    errorMessage: LocaleTexts({
      title: 'Error Message',
      description: 'The message in place of that of the server.',
    }),
    errorDetails: Pairs({
      title: 'Error Details',
      description: 'More for the response, by name; a value that is JSON is sent as such.',
    }),
    headerControl,
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
});
