import { Text } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { captureFailure, pingOneWorker } from './pingone-settings.ts';

/** PingOne Identity Match: finds the account that a user has in PingOne. */
export const pingOneIdentityMatchNode = defineNodeType({
  id: 'PingOneIdentityMatchNode',
  name: 'PingOne Identity Match',
  help: 'Finds the account that the user has in PingOne, for the other PingOne nodes. False when there is none, or more than one. It proves nothing, so have the user proven first.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    pingOneWorker,
    amIdentityAttribute: Text({
      title: 'AM Identity Attribute',
      description: 'The attribute of the user here whose value is looked for.',
      default: 'uid',
      minLength: 1,
    }),
    pingIdentityAttribute: Text({
      title: 'Ping Identity Attribute',
      description: 'The attribute in PingOne that must have that value. No two accounts should share one.',
      default: 'username',
      minLength: 1,
    }),
    captureFailure: captureFailure('pingOneIdentityMatchFailureReason'),
  }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: [{ key: 'username', required: true }],
  writes: [
    { key: 'pingOneUserId', scope: 'shared', on: ['true'] },
    { key: 'pingOneIdentityMatchFailureReason', scope: 'shared', on: ['false'], always: false },
  ],
});
