import { OptionalText } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identifierSharedState } from './twilio-settings.ts';

/** Twilio Identifier: looks up where the code goes. */
export const twilioIdentifierNode = defineNodeType({
  id: 'VerifyAuthIdentifierNode',
  name: 'Twilio Identifier',
  help: 'Looks up the phone number or the mail address of the user, for Twilio Verify Sender. Goes by False where the user has none.',
  category: 'marketplace',
  tags: ['multi-factor authentication', 'marketplace', 'trustnetwork'],
  config: Type.Object({
    identifierAttribute: OptionalText({
      title: 'Identifier Attribute',
      description: "The user's attribute that holds the phone number or the mail address.",
    }),
    identifierSharedState,
  }),
  outcomes: { all: { True: 'True', False: 'False', Error: 'Error' } },
  interactive: false,
  reads: [{ key: 'username', required: true }],
  writes: [],
  namedWrites: (config) => [config.identifierSharedState],
});
