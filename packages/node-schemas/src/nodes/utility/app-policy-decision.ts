import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/**
 * App Policy Decision: asks whether the user may use the application that started the journey.
 * AM documents what its outcomes are called, not their ids: these are formed like those of its other nodes.
 */
export const appPolicyDecisionNode = defineNodeType({
  id: 'AppPolicyDecisionNode',
  name: 'App Policy Decision',
  help: 'Asks whether the user may use the application that started the journey, an OAuth 2.0 client or a SAML service provider. The Customer Application Policy Set must have a policy for it. Place it after the user has proven who they are.',
  category: 'utility',
  tags: ['authz'],
  config: Type.Object({}),
  outcomes: {
    all: { accept: 'Accept', reject: 'Reject', error: 'Error', unknownResource: 'Unknown Resource' },
  },
  interactive: false,
  reads: [{ key: 'username', required: false }],
  writes: [],
});
