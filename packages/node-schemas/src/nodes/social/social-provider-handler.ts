import { Flag } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { foundAccountOutcomes } from './found-account.ts';
import { providerHandler, providerHandlerWrites, subjectAttribute } from './provider-handler-settings.ts';

/** Social Provider Handler: signs in with the chosen provider. */
export const socialProviderHandlerNode = defineNodeType({
  id: 'SocialProviderHandlerNodeV2',
  name: 'Social Provider Handler Node',
  help: 'Signs the user in with the provider that Select Identity Provider before it got, and looks whether there is an account. The provider decides, so it counts as no factor here. Connect Social auth interrupted back to Select Identity Provider.',
  category: 'social',
  tags: ['social', 'federation', 'platform'],
  config: Type.Object({
    ...providerHandler,
    detectConnectionTimeOut: Flag({
      title: 'Detect Connection Timeout',
      description: 'Notices when the provider does not answer in time.',
      default: false,
    }),
    subjectAttribute,
  }),
  outcomes: {
    all: { ...foundAccountOutcomes.all, SOCIAL_AUTH_INTERRUPTED: 'Social auth interrupted' },
  },
  interactive: true,
  reads: [{ key: 'selectedIdp', required: true }],
  writes: providerHandlerWrites,
  writesAnything: true,
});
