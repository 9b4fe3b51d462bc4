import { Flag } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { directoryConnection, directorySearch, directoryUser, faultsOfSearch } from './ldap-settings.ts';

/** AD Decision: checks user name and password against Active Directory. */
export const adDecisionNode = defineNodeType({
  id: 'ADDecisionNode',
  name: 'AD Decision',
  help: 'Checks the user name and the password that were collected against Active Directory, and tells a locked, a disabled and an expired account from an expired password. A user whose password was reset may choose a new one.',
  category: 'basic',
  tags: ['basic authn', 'basic authentication'],
  config: Type.Object({
    ...directorySearch,
    returnAccountLockedMessage: Flag({
      title: 'Return Account Locked Message',
      description:
        'Tells the user that the account is locked. Off, the message is that of any failed login, which gives nothing away.',
      default: false,
    }),
    ...directoryUser,
    ...directoryConnection,
  }),
  // AM names these outcomes in its documentation without their ids, which are those of LDAP Decision as far as that has them.
  outcomes: {
    all: {
      TRUE: 'True',
      FALSE: 'False',
      LOCKED: 'Account Locked',
      CANCELLED: 'Cancelled',
      EXPIRED: 'Password Expired',
      DISABLED: 'Disabled',
      ACCOUNT_EXPIRED: 'Account Expired',
    },
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
