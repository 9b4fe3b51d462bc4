import { Choice } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Account Lockout: locks or unlocks the user's account. */
export const accountLockoutNode = defineNodeType({
  id: 'AccountLockoutNode',
  name: 'Account Lockout',
  help: 'Locks the account of the user whom the journey is about, or unlocks it. The journey itself goes on.',
  category: 'risk',
  tags: ['risk'],
  config: Type.Object({
    lockAction: Choice({
      title: 'Lock Action',
      description: 'What to do with the account.',
      default: 'LOCK',
      values: { LOCK: 'Lock', UNLOCK: 'Unlock' },
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [{ key: 'username', required: true }],
  writes: [],
});
