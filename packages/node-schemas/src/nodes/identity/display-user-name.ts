import { Text } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, readsIdentity } from './identity-settings.ts';

/** Display Username: shows the user name to somebody who forgot it. */
export const displayUserNameNode = defineNodeType({
  id: 'DisplayUserNameNode',
  name: 'Display Username',
  help: 'Shows the user name of the person. Whoever gets here sees it, so have the person prove first who they are, as with the link that Email Suspend sends.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    userName: Text({
      title: 'User Name',
      description: 'The attribute that holds the user name.',
      default: 'userName',
      minLength: 1,
    }),
    identityAttribute: identityAttribute('mail'),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: readsIdentity,
  writes: [],
});
