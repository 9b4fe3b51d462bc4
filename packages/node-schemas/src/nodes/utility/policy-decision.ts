import { Pairs, RequiredText } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/**
 * Policy Decision: asks the policies of the realm whether to go on.
 * AM documents what its outcomes are called, not their ids: these are formed like those of its other nodes.
 */
export const policyDecisionNode = defineNodeType({
  id: 'PolicyDecisionNode',
  name: 'Policy Decision',
  help: 'Asks the policies of the realm whether the user may do something to a resource. Advices are passed over. Place it after the user has proven who they are, or strangers can try the policies out.',
  category: 'utility',
  tags: ['authz'],
  config: Type.Object({
    policySet: RequiredText({
      title: 'Policy Set',
      description: 'The policies to ask, by the name of their set, such as iPlanetAMWebAgentService.',
    }),
    resource: RequiredText({
      title: 'Resource',
      description: 'What the user wants to get at.',
    }),
    action: RequiredText({
      title: 'Action',
      description: 'What the user wants to do to it, such as GET.',
    }),
    environment: Pairs({
      title: 'Environment',
      description: 'More that the conditions of the policies ask about.',
    }),
  }),
  outcomes: { all: { accept: 'Accept', reject: 'Reject', error: 'Error' } },
  interactive: false,
  reads: [{ key: 'username', required: false }],
  writes: [],
});
