import { Text } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, readsIdentity } from './identity-settings.ts';

/** Identify Existing User: finds the record of a person by what was collected. */
export const identifyExistingUserNode = defineNodeType({
  id: 'IdentifyExistingUserNode',
  name: 'Identify Existing User',
  help: 'Finds the record of a person by an attribute that was collected, such as the mail address, and keeps who it is. It proves nothing: show the same page on True and on False, or strangers learn who has an account.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    identifier: Text({
      title: 'Identifier',
      description: 'The attribute of the record that becomes the user name; empty: the user name stays.',
      default: 'userName',
    }),
    identityAttribute: identityAttribute('mail'),
  }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: readsIdentity,
  writes: [
    { key: '_id', scope: 'shared', on: ['true'] },
    { key: 'username', scope: 'shared', on: ['true'], always: false },
    { key: 'objectAttributes', scope: 'shared', on: ['true'], always: false },
  ],
});
