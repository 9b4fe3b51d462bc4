import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { foundAccountOutcomes } from './found-account.ts';
import { providerHandler, providerHandlerWrites, subjectAttribute } from './provider-handler-settings.ts';

/** Legacy Social Provider Handler: signs in with the chosen provider, the older way. */
export const socialProviderHandlerLegacyNode = defineNodeType({
  id: 'SocialProviderHandlerNode',
  name: 'Legacy Social Provider Handler Node',
  help: 'Signs the user in with the provider that Select Identity Provider before it got, and looks whether there is an account. The provider decides, so it counts as no factor here. Deprecated: Social Provider Handler also notices users who come back without having signed in.',
  category: 'social',
  tags: ['social', 'federation', 'platform', 'deprecated'],
  config: Type.Object({ ...providerHandler, subjectAttribute }),
  outcomes: foundAccountOutcomes,
  interactive: true,
  reads: [{ key: 'selectedIdp', required: true }],
  writes: providerHandlerWrites,
  writesAnything: true,
});
