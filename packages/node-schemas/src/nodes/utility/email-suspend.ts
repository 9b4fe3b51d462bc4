import { Flag, LocaleTexts, OptionalWhole } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, readsIdentity } from '../identity/identity-settings.ts';
import { emailAttribute, emailTemplateName } from './email-settings.ts';

/** Email Suspend: sends a link by mail and goes on when it is followed. */
export const emailSuspendNode = defineNodeType({
  id: 'EmailSuspendNode',
  name: 'Email Suspend Node',
  help: 'Sends a link by mail and puts the journey to sleep until it is followed, be it in another browser. The same message is shown whether or not there is such a user. Who reads the mail of the user can go on, and what is in the transient state is lost.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    emailTemplateName: emailTemplateName('registration'),
    emailAttribute,
    emailSuspendMessage: {
      ...LocaleTexts({
        title: 'Email Suspend Message',
        description: 'Shown once the mail is on its way.',
      }),
      default: {
        en: 'An email has been sent to the address you entered. Click the link in that email to proceed.',
      },
    },
    objectLookup: Flag({
      title: 'Object Lookup',
      description:
        'Takes the address from the record of the user; off, from what was collected in this journey, as for somebody who registers.',
      default: false,
    }),
    identityAttribute: identityAttribute('userName'),
    suspendDuration: OptionalWhole({
      title: 'Suspend Duration',
      description: 'How long the link is good for; the setting of the realm where nothing is given.',
      minimum: 1,
      unit: 'minutes',
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: readsIdentity,
  writes: [],
});
