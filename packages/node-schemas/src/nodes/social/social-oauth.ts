import { RequiredText } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { foundAccountOutcomes, foundAccountWrites } from './found-account.ts';
import { accountMapping, oauthClient } from './oauth-settings.ts';

/** OAuth 2.0: signs in with any OAuth 2.0 provider. */
export const socialOAuthNode = defineNodeType({
  id: 'SocialNode',
  name: 'OAuth 2.0',
  help: 'Signs the user in with an OAuth 2.0 provider of your choice and looks whether there is an account. The provider decides, so it counts as no factor here. An older way; Social Provider Handler keeps the settings of providers in one place.',
  category: 'social',
  tags: ['social', 'federation'],
  config: Type.Object({
    ...oauthClient(),
    scopeDelimiter: RequiredText({
      title: 'Scope Delimiter',
      description: 'What stands between two scopes; most providers want a space.',
    }),
    ...accountMapping({
      basicAuth: false,
      attributeMappers: [],
      accountMapping: {},
      attributeMapping: {},
      saveToSession: false,
    }),
  }),
  outcomes: foundAccountOutcomes,
  interactive: true,
  reads: [],
  writes: foundAccountWrites,
  validate: ({ cfgAttributeMappingClasses }) =>
    cfgAttributeMappingClasses.length > 0
      ? []
      : [{ property: 'cfgAttributeMappingClasses', message: 'must name at least one class' }],
});
