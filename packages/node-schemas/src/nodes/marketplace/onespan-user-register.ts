import { OptionalWhole, Text } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import {
  domain,
  oneSpanTags,
  optionalAttributes,
  readsDevice,
  userNameInSharedData,
} from './onespan-settings.ts';

/** OneSpan Auth User Register: makes a user known to OneSpan, or unknown. */
export const oneSpanUserRegisterNode = defineNodeType({
  id: 'OS_Auth_UserRegisterNode',
  name: 'OneSpan Auth User Register',
  help: 'Makes a user known to OneSpan and begins the registration of a phone, or takes both back. Needs OneSpan Risk CDDC before it. Follow Success with OneSpan Auth Visual Code and OneSpan Auth Check Activation.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({
    domain,
    objectType: Text({
      title: 'Object Type',
      description: 'The product of OneSpan: IAA (adaptive authentication) or OCA (cloud authentication).',
      default: 'IAA',
    }),
    nodeFunction: Text({
      title: 'Node Function',
      description: 'What is done: UserRegister or UserUnregister.',
      default: 'UserRegister',
    }),
    userNameInSharedData,
    activationType: Text({
      title: 'Activation Type',
      description: 'How the phone is registered: onlineMDL, in one step, or offlineMDL, with codes to enter.',
      default: 'onlineMDL',
    }),
    optionalAttributes: optionalAttributes(),
    activationTokenExpiry: OptionalWhole({
      title: 'Activation Token Expiry',
      description: 'How long the user has to scan the code.',
      minimum: 0,
      unit: 'seconds',
    }),
  }),
  outcomes: { all: { Success: 'Success', Error: 'Error' } },
  interactive: false,
  reads: [...readsDevice(true), { key: 'ostid_session_id', required: false }],
  writes: [
    { key: 'ostid_username_in_shared_state', scope: 'shared' },
    { key: 'ostid_session_id', scope: 'shared', on: ['Success'] },
    { key: 'activationPassword', scope: 'shared', on: ['Success'], always: false },
    { key: 'ostid_cronto_msg', scope: 'shared', on: ['Success'], always: false },
    { key: 'ostid_digi_serial', scope: 'shared', on: ['Success'], always: false },
    { key: 'ostid_event_expiry_date', scope: 'shared', on: ['Success'], always: false },
    { key: 'ostid_registration_id', scope: 'shared', on: ['Success'], always: false },
  ],
});
