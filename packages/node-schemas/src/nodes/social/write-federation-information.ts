import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Write Federation Information: links an account to the one at the identity provider. */
export const writeFederationInformationNode = defineNodeType({
  id: 'product-WriteFederationInformationNode',
  name: 'Write Federation Information',
  help: 'Links the account of the user to the one at the identity provider, so that the next sign-in there finds it. Needs SAML2 Authentication with a lasting NameID before it, and a user whom the journey has proven or created since.',
  category: 'social',
  tags: ['social', 'federation'],
  config: Type.Object({}),
  outcomes: singleOutcome,
  interactive: false,
  reads: [
    { key: 'userInfo', required: true },
    { key: 'username', required: true },
  ],
  writes: [],
});
