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

/** Social Google: signs in with Google. */
export const socialGoogleNode = defineNodeType({
  id: 'SocialGoogleNode',
  name: 'Social Google',
  help: 'Signs the user in with Google and looks whether there is an account. Google decides, so it counts as no factor here. An older way; Social Provider Handler keeps the settings of providers in one place.',
  category: 'social',
  tags: ['social', 'federation'],
  config: Type.Object({
    ...oauthClient({
      authorizeEndpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
      tokenEndpoint: 'https://www.googleapis.com/oauth2/v4/token',
      userInfoEndpoint: 'https://www.googleapis.com/oauth2/v3/userinfo',
      scopeString: 'profile email',
    }),
    ...accountMapping({
      provider: 'google',
      authenticationIdKey: 'sub',
      basicAuth: true,
      accountProvider: defaultAccountProvider,
      accountMapper: `${jsonAttributeMapper}|*|google-`,
      attributeMappers: [`${jsonAttributeMapper}|${aliasAttribute}|google-`],
      accountMapping: { sub: aliasAttribute },
      attributeMapping: {
        given_name: 'givenName',
        family_name: 'sn',
        sub: aliasAttribute,
        email: 'mail',
        name: 'cn',
      },
      saveToSession: true,
    }),
  }),
  outcomes: foundAccountOutcomes,
  interactive: true,
  reads: [],
  writes: foundAccountWrites,
});
