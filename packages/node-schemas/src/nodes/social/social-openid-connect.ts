import { Choice, OptionalText } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { foundAccountOutcomes, foundAccountWrites } from './found-account.ts';
import { idTokenValidation } from './id-token-validation.ts';
import { accountMapping, aliasAttribute, defaultAccountProvider, oauthClient } from './oauth-settings.ts';

const jwtMapper = 'org.forgerock.openam.authentication.modules.oidc.JwtAttributeMapper';

/** OpenID Connect: signs in with any OpenID provider. */
export const socialOpenIdConnectNode = defineNodeType({
  id: 'SocialOpenIdConnectNode',
  name: 'OpenID Connect',
  help: 'Signs the user in with an OpenID provider of your choice, checks its ID token, and looks whether there is an account. The provider decides, so it counts as no factor here. An older way; Social Provider Handler keeps the settings of providers in one place.',
  category: 'social',
  tags: ['social', 'federation'],
  config: Type.Object({
    ...oauthClient({ scopeString: 'openid' }),
    userInfoEndpoint: OptionalText({
      title: 'User Profile Service URL',
      description: 'The address that tells who the user is; without it the ID token alone does.',
    }),
    ...accountMapping({
      authenticationIdKey: 'sub',
      basicAuth: true,
      accountProvider: defaultAccountProvider,
      accountMapper: `${jwtMapper}|*|openid-`,
      attributeMappers: [`${jwtMapper}|${aliasAttribute}|openid-`],
      accountMapping: { sub: aliasAttribute },
      attributeMapping: { sub: aliasAttribute },
      saveToSession: true,
    }),
    issuer: OptionalText({
      title: 'Token Issuer',
      description: 'The provider as it names itself in its ID tokens.',
    }),
    openIdValidationMethod: Choice({
      ...idTokenValidation,
      title: 'OpenID Connect Validation Type',
    }),
    openIdValidationValue: OptionalText({
      title: 'OpenID Connect Validation Value',
      description: 'The address that the validation type asks for; none where the client secret is the key.',
    }),
  }),
  outcomes: foundAccountOutcomes,
  interactive: true,
  reads: [],
  writes: foundAccountWrites,
});
