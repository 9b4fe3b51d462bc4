import { RequiredText } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Register Logout Webhook: has another service told when the session ends. */
export const registerLogoutWebhookNode = defineNodeType({
  id: 'RegisterLogoutWebhookNode',
  name: 'Register Logout Webhook',
  help: 'Has another service called when the session that Success issues ends, be it by logging out or by time.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    webhookName: RequiredText({
      title: 'Webhook Name',
      description: 'The webhook of the realm to call.',
      format: 'webhook',
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
});
