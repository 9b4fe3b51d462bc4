import { Texts } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Username Collector: asks for the user name. */
export const usernameCollectorNode = defineNodeType({
  id: 'UsernameCollectorNode',
  name: 'Username Collector',
  help: 'Asks for the user name and keeps it for the nodes that follow. Put it in a page with Password Collector to ask for both at once.',
  category: 'basic',
  tags: ['basic authn', 'basic authentication'],
  config: Type.Object({
    autocompleteValues: Texts({
      title: 'Autocomplete Values',
      description:
        'What a hosted login page lets the browser fill in, such as username. Kept in the file; this runtime sends nothing of it.',
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [{ key: 'username', scope: 'shared' }],
});
