import { Text } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, readsIdentity } from './identity-settings.ts';

/** KBA Verification: asks the security questions of a person. */
export const kbaVerifyNode = defineNodeType({
  id: 'KbaVerifyNode',
  name: 'KBA Verification',
  help: 'Asks some of the security questions of the person, picked by chance, and checks the answers. Answers can be guessed or found out, so it counts as no factor: use it beside another proof.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    kbaInfoAttribute: Text({
      title: 'KBA Attribute',
      description: 'The attribute of the person that holds the questions and answers.',
      default: 'kbaInfo',
      minLength: 1,
    }),
    identityAttribute: identityAttribute('userName'),
  }),
  outcomes: trueOrFalse,
  interactive: true,
  reads: readsIdentity,
  writes: [],
});
