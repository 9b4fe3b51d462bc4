import { Pairs } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Set Logout Details: says what the client gets when the user logs out. */
export const setLogoutDetailsNode = defineNodeType({
  id: 'SetLogoutDetailsNode',
  name: 'Set Logout Details',
  help: 'Says what the response holds when the user later logs out of the session that Success issues, such as an address to go to.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    logoutDetails: Pairs({
      title: 'Logout Details',
      description: 'What the response holds, by name. The name goto stands for the address to go to.',
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
});
