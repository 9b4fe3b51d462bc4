import { Text } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Anonymous User Mapping: lets a visitor in without asking who it is. */
export const anonymousUserNode = defineNodeType({
  id: 'AnonymousUserNode',
  name: 'Anonymous User Mapping',
  help: 'Lets a visitor in under an account that all visitors share, which must exist. Nothing is proven, so give that account no rights that matter; Anonymous Session Upgrade lets the visitor sign in later.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    anonymousUserName: Text({
      title: 'Anonymous User Name',
      description: 'The user name of the account that visitors share.',
      default: 'anonymous',
      minLength: 1,
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [
    { key: 'username', scope: 'shared' },
    { key: 'NodeType', scope: 'shared' },
  ],
});
