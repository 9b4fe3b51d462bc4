import { Flag } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { directoryConnection, directorySearch, directoryUser, faultsOfSearch } from './ldap-settings.ts';

/** LDAP Decision: checks user name and password against a directory. */
export const ldapDecisionNode = defineNodeType({
  id: 'LdapDecisionNode',
  name: 'LDAP Decision',
  help: 'Checks the user name and the password that were collected against an LDAP directory, tells locked accounts and expired passwords apart, and lets a user whose password was reset choose a new one.',
  category: 'basic',
  tags: ['basic authn', 'basic authentication'],
  config: Type.Object({
    ...directorySearch,
    ...directoryUser,
    beheraEnabled: Flag({
      title: 'LDAP Behera Password Policy Support',
      description:
        'Understands what the directory says of its password policy, such as that a password expires.',
      default: true,
    }),
    ...directoryConnection,
  }),
  outcomes: {
    all: { TRUE: 'True', FALSE: 'False', LOCKED: 'Locked', CANCELLED: 'Cancelled', EXPIRED: 'Expired' },
  },
  interactive: true,
  reads: [
    { key: 'username', required: true },
    { key: 'password', required: true },
  ],
  writes: [
    { key: 'username', scope: 'shared', on: ['TRUE'], always: false },
    { key: 'password', scope: 'transient', on: ['TRUE'], always: false },
  ],
  proves: { TRUE: 'knowledge' },
  validate: faultsOfSearch,
});
