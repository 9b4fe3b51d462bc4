import { Choice, OptionalText, RequiredText, Script, Text, Texts, Whole } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { idTokenValidation } from './id-token-validation.ts';

/** OIDC ID Token Validator: takes an ID token from a header. */
export const oidcNode = defineNodeType({
  id: 'OidcNode',
  name: 'OIDC ID Token Validator',
  help: 'Takes an ID token that the client got elsewhere from a header of the request, checks it, and has a script find the user by it. Nobody is asked. The OpenID provider decides, so it counts as no factor here.',
  category: 'social',
  tags: ['social', 'federation'],
  config: Type.Object({
    oidcValidationType: Choice({ ...idTokenValidation, title: 'OpenID Connect Validation Type' }),
    oidcValidationValue: RequiredText({
      title: 'OpenID Connect Validation Value',
      description: 'The address that the validation type asks for.',
    }),
    secretId: OptionalText({
      title: 'Client Secret ID',
      description:
        'The name under which the secrets of the realm hold the client secret, where that is the key.',
    }),
    headerName: Text({
      title: 'Header Name',
      description: 'The header that holds the ID token.',
      default: 'oidc_id_token',
      minLength: 1,
    }),
    idTokenIssuer: RequiredText({
      title: 'Token Issuer',
      description: 'The provider as it names itself; a token of another is refused.',
    }),
    audienceName: RequiredText({
      title: 'Audience Name',
      description: 'For whom the token must be; that is the client ID, as a rule.',
    }),
    authorisedParties: Texts({
      title: 'Authorized Parties',
      description: 'The clients that may have asked for the token.',
    }),
    script: Script({
      title: 'Transformation Script',
      description:
        'The script that turns the claims of the token into attributes by which the user is found.',
    }),
    inputs: Texts({
      title: 'Script Inputs',
      description: 'The state keys that the script reads; * stands for all.',
      default: ['*'],
    }),
    unreasonableLifetimeLimit: Whole({
      title: 'Unreasonable Lifetime Limit',
      description: 'A token that lives longer is refused.',
      default: 60,
      minimum: 1,
      unit: 'minutes',
    }),
  }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: [],
  writes: [],
  writesAnything: true,
  validate: ({ authorisedParties }) =>
    authorisedParties.length > 0
      ? []
      : [{ property: 'authorisedParties', message: 'must name at least one client' }],
});
