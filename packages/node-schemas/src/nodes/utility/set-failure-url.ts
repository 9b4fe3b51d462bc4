import { RequiredText } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Failure URL: says where to lead the user when the journey fails. */
export const setFailureUrlNode = defineNodeType({
  id: 'SetFailureUrlNode',
  name: 'Failure URL',
  help: 'Says where the client is to lead the user when the journey fails.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    failureUrl: RequiredText({
      title: 'Failure URL',
      description: 'The address to go to.',
      format: 'url',
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [{ key: 'failureUrl', scope: 'shared' }],
});
