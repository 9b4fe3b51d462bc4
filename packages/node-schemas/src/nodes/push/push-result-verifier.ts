import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Push Result Verifier: looks what the phone has answered. */
export const pushResultVerifierNode = defineNodeType({
  id: 'PushResultVerifierNode',
  name: 'Push Result Verifier Node',
  help: 'Looks what has become of the message that Push Sender sent. Connect Waiting back to Push Wait. Where a number was asked for, only the right number counts as approval.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({}),
  outcomes: { all: { TRUE: 'Success', FALSE: 'Failure', EXPIRED: 'Expired', WAITING: 'Waiting' } },
  interactive: false,
  reads: [
    { key: 'pushMessageId', required: true },
    { key: 'pushMessageExpiration', required: false },
    { key: 'pushMechanismUid', required: false },
    { key: 'pushNumberChallengeKey', required: false },
    { key: 'username', required: false },
  ],
  writes: [],
  proves: { TRUE: 'possession' },
});
