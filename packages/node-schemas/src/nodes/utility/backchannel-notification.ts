import { OptionalText } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Backchannel Notification: tells the journey that began this one how far it has come. */
export const backchannelNotificationNode = defineNodeType({
  id: 'BackchannelNotificationNode',
  name: 'Backchannel Notification',
  help: 'Tells the journey that began this one by Backchannel Initialize how far it has come: Backchannel Status reads it there. Has no use in a journey that was begun otherwise.',
  category: 'utility',
  tags: ['utilities', 'backchannel'],
  config: Type.Object({
    dataKey: OptionalText({
      title: 'Data Key',
      description: 'The state key that holds what to tell.',
    }),
  }),
  outcomes: { all: { success: 'Success', error: 'Error' } },
  interactive: false,
  reads: [],
  writes: [],
});
