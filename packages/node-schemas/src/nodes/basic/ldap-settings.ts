import type { Static, TObject } from 'typebox';
import { Choice, Flag, OptionalText, Secret, Texts, Whole } from '../../fields.ts';
import type { ConfigFault } from '../../node-type.ts';

/** Which directory is asked, as whom, and how the user is found in it. */
export const directorySearch = {
  primaryServers: Texts({
    title: 'Primary LDAP Server',
    description: 'The directory servers that are asked, each as host:port. At least one.',
  }),
  secondaryServers: Texts({
    title: 'Secondary LDAP Server',
    description: 'The servers that are asked while none of the primary ones answers, each as host:port.',
  }),
  accountSearchBaseDn: Texts({
    title: 'DN to Start User Search',
    description:
      'The entries below which users are looked for, such as ou=people,dc=example,dc=com. At least one.',
  }),
  adminDn: OptionalText({
    title: 'Bind User DN',
    description: 'The account that searches the directory. Not used with mutual TLS.',
  }),
  adminPassword: Secret({
    title: 'Bind User Password',
    description: 'The password of the account that searches the directory.',
  }),
  userProfileAttribute: OptionalText({
    title: 'Attribute Used to Retrieve User Profile',
    description: "The attribute of the entry that names the user's profile, such as uid.",
  }),
  searchFilterAttributes: Texts({
    title: 'Attributes Used to Search for a User to be Authenticated',
    description: 'The attributes of which one must equal the user name that was entered. At least one.',
  }),
  userSearchFilter: OptionalText({
    title: 'User Search Filter',
    description: 'An LDAP filter that the entry must match as well, such as (objectClass=inetOrgPerson).',
  }),
  searchScope: Choice({
    title: 'Search Scope',
    description: 'How deep below the starting entries the search goes.',
    default: 'SUBTREE',
    values: { OBJECT: 'The entry itself', ONE_LEVEL: 'One level below', SUBTREE: 'Everything below' },
  }),
  ldapConnectionMode: Choice({
    title: 'LDAP Connection Mode',
    description: 'How the connection is protected. Plain LDAP sends the password of the user in clear.',
    default: 'LDAP',
    values: { LDAP: 'LDAP', LDAPS: 'LDAPS', START_TLS: 'StartTLS' },
  }),
  mtlsEnabled: Flag({
    title: 'mTLS Enabled',
    description: 'Signs in to the directory with a certificate in place of the bind user. Needs LDAPS.',
    default: false,
  }),
  mtlsSecretLabel: OptionalText({
    title: 'mTLS Secret Label Identifier',
    description: 'The part of the secret label that names the certificate for mutual TLS.',
  }),
};

/** What is taken over from the entry of the user, and what a new password must be. */
export const directoryUser = {
  returnUserDn: Flag({
    title: 'Return User DN to DataStore',
    description: "Looks the profile up by the entry's DN in place of the user's id.",
    default: true,
  }),
  userCreationAttrs: Texts({
    title: 'User Creation Attributes',
    description:
      'Attributes of the entry to keep for a profile that is created, each by name or as local|external.',
  }),
  minimumPasswordLength: Whole({
    title: 'Minimum Password Length',
    description: 'A new password must have at least this length.',
    default: 8,
    minimum: 0,
    unit: 'characters',
  }),
};

/** How connections to the directory are kept. */
export const directoryConnection = {
  trustAllServerCertificates: Flag({
    title: 'Trust All Server Certificates',
    description:
      'Accepts any certificate of the directory, even one that nobody vouches for. For tests alone.',
    default: false,
  }),
  heartbeatInterval: Whole({
    title: 'LDAP Connection Heartbeat Interval',
    description:
      'How often an idle connection is used, so that no firewall drops it; counted in the unit below.',
    default: 10,
    minimum: 0,
  }),
  heartbeatTimeUnit: Choice({
    title: 'LDAP Connection Heartbeat Time Unit',
    description: 'The unit of the heartbeat interval.',
    default: 'SECONDS',
    values: { SECONDS: 'Seconds', MINUTES: 'Minutes', HOURS: 'Hours' },
  }),
  ldapOperationsTimeout: Whole({
    title: 'LDAP Operations Timeout',
    description: 'How long the directory may take to answer; 0 waits without end.',
    default: 0,
    minimum: 0,
    unit: 'seconds',
  }),
  mixedCaseForPasswordChangeMessages: Flag({
    title: 'Use mixed case for password change messages',
    description: 'Shows the messages of the password change as they are written, not in capitals.',
    default: false,
  }),
  affinityLevel: Choice({
    title: 'LDAP Affinity Level',
    description: 'Which requests for one entry always go to the same server.',
    default: 'NONE',
    values: { NONE: 'None', BIND: 'Bind requests', ALL: 'All requests' },
  }),
};

/** What leaves a directory without a place to search, or mutual TLS without what it needs. */
export function faultsOfSearch(config: Static<TObject<typeof directorySearch>>): readonly ConfigFault[] {
  const lists = ['primaryServers', 'accountSearchBaseDn', 'searchFilterAttributes'] as const;
  const empty = lists.filter((property) => config[property].length === 0);
  return [
    ...empty.map((property) => ({ property, message: 'must have at least one entry' })),
    ...(config.mtlsEnabled && config.ldapConnectionMode !== 'LDAPS'
      ? [{ property: 'ldapConnectionMode', message: 'must be LDAPS where mutual TLS is enabled' }]
      : []),
    ...(config.mtlsEnabled && !config.mtlsSecretLabel
      ? [{ property: 'mtlsSecretLabel', message: 'must be given where mutual TLS is enabled' }]
      : []),
  ];
}
