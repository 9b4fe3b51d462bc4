import { Flag, Whole } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Identity Store Decision: checks user name and password, and has a password changed that must be. */
export const identityStoreDecisionNode = defineNodeType({
  id: 'IdentityStoreDecisionNode',
  name: 'Identity Store Decision',
  help: 'Checks the user name and the password that were collected, tells locked accounts and expired passwords apart, and lets a user whose password was reset choose a new one.',
  category: 'basic',
  tags: ['basic authn', 'basic authentication'],
  config: Type.Object({
    minimumPasswordLength: Whole({
      title: 'Minimum Password Length',
      description: 'A new password must have at least this length; 0 leaves that to the store.',
      default: 8,
      minimum: 0,
      unit: 'characters',
    }),
    useUniversalIdForUsername: Flag({
      title: 'Username as Universal Identifier',
      description: 'Replaces the user name that was entered by the one that the store has for that user.',
      default: false,
    }),
    mixedCaseForPasswordChangeMessages: Flag({
      title: 'Use mixed case for password change messages',
      description: 'Shows the messages of the password change as they are written, not in capitals.',
      default: false,
    }),
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
});
