import { Flag, Script, Texts } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { captureFailure, pingOneWorker } from './pingone-settings.ts';

/** PingOne Verify Completion Decision: looks how the latest identity verification of a user went. */
export const pingOneVerifyCompletionDecisionNode = defineNodeType({
  id: 'PingOneVerifyCompletionDecisionNode',
  name: 'PingOne Verify Completion Decision',
  help: 'Looks how the latest identity verification of the user in PingOne Verify went, so that nobody has to show a passport twice. Needs PingOne Identity Match or PingOne Create User before it.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    pingOneWorker,
    useFilterScript: Flag({
      title: 'Use a script to process Verify transactions',
      description: 'Has a script decide, in place of the latest verification alone.',
      default: false,
    }),
    script: Script({
      title: 'Script',
      description: 'The script that decides, where one is used.',
    }),
    scriptInputs: Texts({
      title: 'Script Inputs',
      description: 'The state keys that the script reads; * stands for all.',
      default: ['*'],
    }),
    captureFailure: captureFailure('pingOneVerifyCompletionFailureReason'),
  }),
  outcomes: {
    all: {
      successOutcome: 'Success',
      notStartedOutcome: 'Not Started',
      notCompletedOutcome: 'Not Completed',
      failureOutcome: 'Failure',
      expiredOutcome: 'Expired',
    },
  },
  interactive: false,
  reads: [{ key: 'pingOneUserId', required: true }],
  writes: [
    { key: 'pingOneVerifyTransactionId', scope: 'shared', on: ['notCompletedOutcome'] },
    { key: 'pingOneVerifyCompletionFailureReason', scope: 'shared', on: ['failureOutcome'], always: false },
  ],
  writesAnything: true,
  validate: ({ useFilterScript, script }) =>
    useFilterScript && script === '[Empty]'
      ? [{ property: 'script', message: 'must be chosen where a script is to be used' }]
      : [],
});
