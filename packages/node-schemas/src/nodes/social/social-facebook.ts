import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { foundAccountOutcomes, foundAccountWrites } from './found-account.ts';
import {
  accountMapping,
  aliasAttribute,
  defaultAccountProvider,
  jsonAttributeMapper,
  oauthClient,
} from './oauth-settings.ts';

/** Social Facebook: signs in with Facebook. */
export const socialFacebookNode = defineNodeType({
  id: 'SocialFacebookNode',
  name: 'Social Facebook',
  help: 'Signs the user in with Facebook and looks whether there is an account. Facebook decides, so it counts as no factor here. An older way; Social Provider Handler keeps the settings of providers in one place.',
  category: 'social',
  tags: ['social', 'federation'],
  config: Type.Object({
    ...oauthClient({
      authorizeEndpoint: 'https://www.facebook.com/dialog/oauth',
      tokenEndpoint: 'https://graph.facebook.com/v2.12/oauth/access_token',
      userInfoEndpoint: 'https://graph.facebook.com/v2.6/me?fields=name%2Cemail%2Cfirst_name%2Clast_name',
      scopeString: 'public_profile,email',
    }),
    ...accountMapping({
      provider: 'facebook',
      authenticationIdKey: 'id',
      basicAuth: true,
      accountProvider: defaultAccountProvider,
      accountMapper: `${jsonAttributeMapper}|*|facebook-`,
      attributeMappers: [`${jsonAttributeMapper}|${aliasAttribute}|facebook-`],
      accountMapping: { id: aliasAttribute },
      attributeMapping: {
        first_name: 'givenName',
        email: 'mail',
        name: 'cn',
        last_name: 'sn',
        id: aliasAttribute,
      },
      saveToSession: true,
    }),
  }),
  outcomes: foundAccountOutcomes,
  interactive: true,
  reads: [],
  writes: foundAccountWrites,
});
