import { RequiredText } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Success URL: says where to lead the user when the journey succeeds. */
export const setSuccessUrlNode = defineNodeType({
  id: 'SetSuccessUrlNode',
  name: 'Success URL',
  help: 'Says where the client is to lead the user when the journey succeeds.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    successUrl: RequiredText({
      title: 'Success URL',
      description: 'The address to go to.',
      format: 'url',
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [{ key: 'successUrl', scope: 'shared' }],
});
