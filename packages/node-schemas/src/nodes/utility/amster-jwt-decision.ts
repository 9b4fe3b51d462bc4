import { Text } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Amster Jwt Decision: lets the Amster command in by its key. */
export const amsterJwtDecisionNode = defineNodeType({
  id: 'AmsterJwtDecisionNode',
  name: 'Amster Jwt Decision Node',
  help: 'Lets the Amster command line in: it signs a challenge with its private key. For a journey that administrators use alone; people have no such key.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    authorizedKeys: Text({
      title: 'Authorized Keys',
      description:
        'The file on the server with the public keys that are let in, as SSH has it. @BASE_DIR@ stands for its configuration folder.',
      default: '@BASE_DIR@/security/keys/amster/authorized_keys',
    }),
  }),
  outcomes: trueOrFalse,
  interactive: true,
  reads: [],
  writes: [],
  proves: { true: 'possession' },
});
