import { Flag } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identifierSharedState } from './twilio-settings.ts';

/** Twilio Verify Collector Decision: asks for the code that was sent. */
export const twilioVerifyCollectorDecisionNode = defineNodeType({
  id: 'VerifyAuthCollectorDecisionNode',
  name: 'Twilio Verify Collector Decision',
  help: 'Asks for the code that Twilio Verify Sender has sent, and has Twilio check it. Connect False to a Retry Limit Decision.',
  category: 'marketplace',
  tags: ['mfa', 'multi-factor authentication', 'marketplace', 'trustnetwork'],
  config: Type.Object({
    hideCode: Flag({
      title: 'Hide Code',
      description: 'Hides the code while it is entered.',
      default: false,
    }),
    identifierSharedState,
  }),
  outcomes: { all: { true: 'True', false: 'False', error: 'Error' } },
  interactive: true,
  reads: [{ key: 'serviceSID', required: true }],
  writes: [],
  proves: { true: 'possession' },
});
