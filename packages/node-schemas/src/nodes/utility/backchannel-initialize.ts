import { Choice, Flag, OptionalText, OptionalWhole, RequiredText } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Backchannel Initialize: begins another journey that somebody runs elsewhere. */
export const backchannelInitializeNode = defineNodeType({
  id: 'BackChannelInitNode',
  name: 'Backchannel Initialize',
  help: 'Begins another journey that somebody runs elsewhere, such as the caller of a help desk on their own phone, and makes the address for it. Hand that address over, then ask with Backchannel Status how it went.',
  category: 'utility',
  tags: ['utilities', 'backchannel'],
  config: Type.Object({
    tree: RequiredText({
      title: 'Journey',
      description: 'The journey that is to be run elsewhere.',
      format: 'journey',
    }),
    idType: Choice({
      title: 'Subject Type',
      description: 'Who is to run it: a certain user, a certain agent, or whoever has the address.',
      default: 'NONE',
      values: { USER: 'User', AGENT: 'Agent', NONE: 'Anybody' },
    }),
    usernameKey: OptionalText({
      title: 'Subject Name Key',
      description: 'The state key that holds the id of that user or agent.',
    }),
    dataKey: OptionalText({
      title: 'Data Key',
      description: 'The state key whose object the other journey finds in its state.',
    }),
    redirectUrlType: Choice({
      title: 'Redirect URL Type',
      description:
        'What address is made: one for a browser, one for a REST client, one of your own, or none.',
      default: 'GET',
      values: { GET: 'GET', POST: 'POST', CUSTOM: 'Custom', NONE: 'None' },
    }),
    customRedirectUrl: OptionalText({
      title: 'Custom Redirect URL',
      description: 'The address of your own, where that type is chosen.',
    }),
    timeout: OptionalWhole({
      title: 'Maximum Time',
      description: 'How long the other journey may take; the setting of the realm where nothing is given.',
      minimum: 1,
      unit: 'seconds',
    }),
    allowRetry: Flag({
      title: 'Allow Retry',
      description: 'Lets the other journey be run again after it has failed.',
      default: true,
    }),
  }),
  outcomes: {
    all: { created: 'Created', unknown: 'Unknown Subject', error: 'Error' },
    onlyIf: { unknown: (config) => config?.idType === 'USER' || config?.idType === 'AGENT' },
  },
  interactive: false,
  reads: [],
  writes: [],
  validate: ({ redirectUrlType, customRedirectUrl }) =>
    redirectUrlType === 'CUSTOM' && (customRedirectUrl ?? '') === ''
      ? [{ property: 'customRedirectUrl', message: 'must be given where the type is CUSTOM' }]
      : [],
});
