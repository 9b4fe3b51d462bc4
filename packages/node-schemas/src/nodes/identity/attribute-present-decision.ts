import { Text } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, readsIdentity } from './identity-settings.ts';

/** Attribute Present Decision: looks whether a person has a certain attribute, even one that may not be read. */
export const attributePresentDecisionNode = defineNodeType({
  id: 'AttributePresentDecisionNode',
  name: 'Attribute Present Decision',
  help: 'Looks whether the record of the person has a certain attribute, whatever its value. It works for private attributes too, so it can tell whether there is a password.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    presentAttribute: Text({
      title: 'Present Attribute',
      description: 'The attribute to look for.',
      default: 'password',
      minLength: 1,
    }),
    identityAttribute: identityAttribute('userName'),
  }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: readsIdentity,
  writes: [],
});
