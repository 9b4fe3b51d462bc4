import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, readsIdentity } from '../identity/identity-settings.ts';
import { emailAttribute, emailTemplateName } from './email-settings.ts';

/** Email Template: sends a mail and goes on. */
export const emailTemplateNode = defineNodeType({
  id: 'EmailTemplateNode',
  name: 'Email Template Node',
  help: 'Sends a mail to the user, such as a welcome or news of a changed password, and goes on. Use Email Suspend Node where the journey has to wait for the reader.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    emailTemplateName: emailTemplateName('welcome'),
    emailAttribute,
    identityAttribute: identityAttribute('userName'),
  }),
  outcomes: { all: { EMAIL_SENT: 'Email Sent', EMAIL_NOT_SENT: 'Email Not Sent' } },
  interactive: false,
  reads: readsIdentity,
  writes: [],
});
