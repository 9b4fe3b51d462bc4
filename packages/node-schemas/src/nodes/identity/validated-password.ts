import { Flag, Text } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Platform Password: asks for the password and can check that the rules allow it. */
export const validatedPasswordNode = defineNodeType({
  id: 'ValidatedPasswordNode',
  name: 'Platform Password',
  help: 'Asks for the password and keeps it, out of sight, also as an attribute of the person. Where it is to be checked, a password that the rules forbid is asked for again, with what is wrong.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    validateInput: Flag({
      title: 'Validate Password',
      description: 'Checks the password against the rules for the attribute, as for somebody who signs up.',
      default: false,
    }),
    passwordAttribute: Text({
      title: 'Password Attribute',
      description: 'The attribute of the person that holds the password.',
      default: 'password',
      minLength: 1,
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [
    { key: 'objectAttributes', scope: 'transient' },
    { key: 'password', scope: 'transient' },
  ],
});
