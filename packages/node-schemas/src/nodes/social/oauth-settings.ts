import { Flag, OptionalText, Pairs, RequiredText, Secret, Text, Texts } from '../../fields.ts';

/** The class by which AM finds and makes accounts when no other is named. */
export const defaultAccountProvider =
  'org.forgerock.openam.authentication.modules.common.mapping.DefaultAccountProvider';

/** The class by which AM turns the JSON that a provider tells into attributes. */
export const jsonAttributeMapper =
  'org.forgerock.openam.authentication.modules.common.mapping.JsonAttributeMapper';

/** The attribute of the user to which AM writes the names that other parties have for a person. */
export const aliasAttribute = 'iplanet-am-user-alias-list';

interface About {
  readonly title: string;
  readonly description: string;
  readonly format?: 'url';
}

/** Text that must be given, unless it is known beforehand. */
const known = (about: About, value: string | undefined) =>
  value === undefined ? RequiredText(about) : Text({ ...about, default: value, minLength: 1 });

/** Where a provider is and what to ask it for; what is left out must be given. */
interface KnownProvider {
  readonly authorizeEndpoint?: string;
  readonly tokenEndpoint?: string;
  readonly userInfoEndpoint?: string;
  readonly scopeString?: string;
}

/** The properties that say where an OAuth 2.0 provider is and what to ask it for. */
export const oauthClient = (provider: KnownProvider = {}) => ({
  clientId: RequiredText({
    title: 'Client ID',
    description: 'The name under which the provider knows this service.',
  }),
  clientSecret: Secret({
    title: 'Client Secret',
    description: 'The secret that the provider gave with the client ID.',
  }),
  authorizeEndpoint: known(
    {
      title: 'Authentication Endpoint URL',
      description: 'The address to which users are sent to sign in.',
      format: 'url',
    },
    provider.authorizeEndpoint,
  ),
  tokenEndpoint: known(
    {
      title: 'Access Token Endpoint URL',
      description: 'The address that gives an access token for the code that the user comes back with.',
      format: 'url',
    },
    provider.tokenEndpoint,
  ),
  userInfoEndpoint: known(
    {
      title: 'User Profile Service URL',
      description: 'The address that tells who the user is.',
      format: 'url',
    },
    provider.userInfoEndpoint,
  ),
  scopeString: known(
    { title: 'OAuth Scope', description: 'The scopes to ask for, in the notation of the provider.' },
    provider.scopeString,
  ),
});

const providerName = {
  title: 'Social Provider',
  description: 'What the provider is called here.',
};

/** How an account is found by what a provider tells; what is left out must be given. */
interface KnownMapping {
  readonly provider?: string;
  readonly authenticationIdKey?: string;
  readonly basicAuth: boolean;
  readonly accountProvider?: string;
  readonly accountMapper?: string;
  readonly attributeMappers: readonly string[];
  readonly accountMapping: Readonly<Record<string, string>>;
  readonly attributeMapping: Readonly<Record<string, string>>;
  readonly saveToSession: boolean;
}

/** The properties that say how to come back from an OAuth 2.0 provider and find the account of the user. */
export const accountMapping = (mapping: KnownMapping) => ({
  redirectURI: OptionalText({
    title: 'Redirect URL',
    description:
      'The address at which users come back, as the provider has it on record. AM fills in its own address.',
  }),
  provider:
    mapping.provider === undefined
      ? OptionalText(providerName)
      : Text({ ...providerName, default: mapping.provider }),
  authenticationIdKey: known(
    {
      title: 'Auth ID Key',
      description: 'The attribute by which the provider tells its users apart.',
    },
    mapping.authenticationIdKey,
  ),
  basicAuth: Flag({
    title: 'Use Basic Auth',
    description: 'Sends client ID and secret in the header of the request, not in its body.',
    default: mapping.basicAuth,
  }),
  cfgAccountProviderClass: known(
    { title: 'Account Provider', description: 'The class of AM that finds and makes accounts.' },
    mapping.accountProvider,
  ),
  cfgAccountMapperClass: known(
    {
      title: 'Account Mapper',
      description:
        'The class of AM that says by what to find the account; after bars the attributes that get a prefix, and the prefix.',
    },
    mapping.accountMapper,
  ),
  cfgAttributeMappingClasses: Texts({
    title: 'Attribute Mapper',
    description: 'The classes of AM that turn what the provider tells into attributes of the user.',
    default: mapping.attributeMappers,
  }),
  cfgAccountMapperConfiguration: Pairs({
    title: 'Account Mapper Configuration',
    description:
      'Attributes of the provider, each with the attribute of the user that must have its value for the account to be that one.',
    default: mapping.accountMapping,
  }),
  cfgAttributeMappingConfiguration: Pairs({
    title: 'Attribute Mapper Configuration',
    description: 'Attributes of the provider, each with the attribute of the user that gets its value.',
    default: mapping.attributeMapping,
  }),
  saveUserAttributesToSession: Flag({
    title: 'Save Attributes in the Session',
    description: 'Also puts the attributes in the session.',
    default: mapping.saveToSession,
  }),
  cfgMixUpMitigation: Flag({
    title: 'OAuth 2.0 Mix-Up Mitigation Enabled',
    description:
      'Takes an answer only where it names this client and the token issuer. Not every provider sends that.',
    default: false,
  }),
  issuer: Text({
    title: 'Token Issuer',
    description: 'The provider as it names itself; needed for the mix-up mitigation.',
    default: '',
  }),
});
