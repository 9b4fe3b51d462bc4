import { Flag, Text } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { captureFailure, pingOneWorker } from './pingone-settings.ts';

/** PingOne Create User: makes an account in PingOne. */
export const pingOneCreateUserNode = defineNodeType({
  id: 'PingOneCreateUserNode',
  name: 'PingOne Create User',
  help: 'Makes an account in PingOne for the user, for the other PingOne nodes. Have the user proven first, and place it on False of PingOne Identity Match.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    pingOneWorker,
    populationId: Text({
      title: 'Population ID',
      description: 'The population in PingOne that gets the account; empty: the default one.',
      default: '',
    }),
    anonymizedUser: Flag({
      title: 'Anonymized user',
      description: 'Gives PingOne an identifier and the language alone, and nothing else of the profile.',
      default: true,
    }),
    amIdentityAttribute: Text({
      title: 'AM Identity Attribute',
      description:
        'The attribute that becomes the user name in PingOne. For an anonymized user choose one that says nothing of the person.',
      default: 'uid',
      minLength: 1,
    }),
    captureFailure: captureFailure('pingOneCreateUserFailureReason'),
  }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: [{ key: 'username', required: true }],
  writes: [
    { key: 'pingOneUserId', scope: 'shared', on: ['true'] },
    { key: 'pingOneCreateUserFailureReason', scope: 'shared', on: ['false'], always: false },
  ],
});
