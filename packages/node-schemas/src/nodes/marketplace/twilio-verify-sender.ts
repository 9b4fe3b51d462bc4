import { Flag, OptionalText, Secret, Text } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identifierSharedState } from './twilio-settings.ts';

/** Twilio Verify Sender: sends a code. */
export const twilioVerifySenderNode = defineNodeType({
  id: 'VerifyAuthSenderNode',
  name: 'Twilio Verify Sender',
  help: 'Has Twilio send a code to the user. Follow it with Twilio Verify Collector Decision. A phone number can be taken over, so prefer push, WebAuthn or an authenticator app.',
  category: 'marketplace',
  tags: ['mfa', 'multi-factor authentication', 'marketplace', 'trustnetwork'],
  config: Type.Object({
    accountSID: OptionalText({ title: 'Account SID', description: 'The account at Twilio.' }),
    authToken: Secret({ title: 'Authorization Token', description: 'The token of that account.' }),
    serviceSID: OptionalText({
      title: 'Service SID',
      description: 'The Verify service of that account.',
    }),
    channel: Text({
      title: 'Channel',
      description: 'How the code is sent: SMS, CALL, EMAIL or WHATSAPP.',
      default: 'SMS',
    }),
    requestIdentifier: Flag({
      title: 'Request Identifier',
      description:
        'Asks for the phone number or the mail address where none is known. Whoever enters it gets the code, so it proves nothing of an account that is there already.',
      default: false,
    }),
    identifierSharedState,
  }),
  outcomes: { all: { true: 'True', error: 'Error' } },
  interactive: true,
  reads: [],
  writes: [{ key: 'serviceSID', scope: 'shared', on: ['true'] }],
  namedWrites: (config) => [config.identifierSharedState],
});
