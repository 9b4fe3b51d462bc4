import { LocaleTexts, Pairs } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { headerControl } from './response-details.ts';

/** Set Failure Details: says what the client gets if the journey fails. */
export const setFailureDetailsNode = defineNodeType({
  id: 'SetFailureDetailsNode',
  name: 'Set Failure Details',
  help: 'Says what the response holds if the journey ends at Failure. A message that tells a wrong password from an unknown user helps those who guess.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    failureMessage: LocaleTexts({
      title: 'Failure Message',
      description: 'The message in place of that of the server.',
    }),
    failureDetails: Pairs({
      title: 'Failure Details',
      description: 'More for the response, by name; a value that is JSON is sent as such.',
    }),
    headerControl,
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
});
