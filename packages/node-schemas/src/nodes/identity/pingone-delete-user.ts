import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { captureFailure, pingOneWorker } from './pingone-settings.ts';

/** PingOne Delete User: deletes an account in PingOne. */
export const pingOneDeleteUserNode = defineNodeType({
  id: 'PingOneDeleteUserNode',
  name: 'PingOne Delete User',
  help: 'Deletes the account in PingOne that PingOne Identity Match or PingOne Create User before it came by.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    pingOneWorker,
    captureFailure: captureFailure('pingOneDeleteUserFailureReason'),
  }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: [{ key: 'pingOneUserId', required: true }],
  writes: [{ key: 'pingOneDeleteUserFailureReason', scope: 'shared', on: ['false'], always: false }],
});
