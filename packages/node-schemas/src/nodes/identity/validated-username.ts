import { Flag, Text, Texts } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Platform Username: asks for the user name and can check that the rules allow it. */
export const validatedUsernameNode = defineNodeType({
  id: 'ValidatedUsernameNode',
  name: 'Platform Username',
  help: 'Asks for the user name and keeps it, also as an attribute of the person. Where it is to be checked, a name that the rules forbid is asked for again, with what is wrong.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    validateInput: Flag({
      title: 'Validate username',
      description: 'Checks the name against the rules for the attribute, as for somebody who signs up.',
      default: false,
    }),
    usernameAttribute: Text({
      title: 'Username Attribute',
      description: 'The attribute of the person that holds the user name.',
      default: 'userName',
      minLength: 1,
    }),
    autocompleteValues: Texts({
      title: 'Autocomplete Values',
      description:
        'What a hosted login page lets the browser fill in, such as username. Kept in the file; this runtime sends nothing of it.',
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [
    { key: 'objectAttributes', scope: 'shared', always: false },
    { key: 'username', scope: 'shared', always: false },
  ],
});
