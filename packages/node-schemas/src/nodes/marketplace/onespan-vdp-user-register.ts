import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import {
  domain,
  oneSpanTags,
  optionalAttributes,
  userNameInSharedData,
  vdpDeliveryMethod,
} from './onespan-settings.ts';

/** OneSpan Auth VDP User Register: makes a user known who gets one-time passwords sent. */
export const oneSpanVdpUserRegisterNode = defineNodeType({
  id: 'OS_Auth_VDPUserRegisterNode',
  name: 'OneSpan Auth VDP User Register',
  help: 'Makes a user known to OneSpan, or changes one, who gets one-time passwords sent. Follow Success with OneSpan Auth Assign Authenticator.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({
    domain,
    userNameInSharedData,
    vdpDeliveryMethod,
    optionalAttributes: optionalAttributes({ emailAddress: 'emailAddress' }),
  }),
  outcomes: { all: { Success: 'Success', Error: 'Error' } },
  interactive: false,
  reads: [],
  writes: [{ key: 'ostid_username_in_shared_state', scope: 'shared' }],
});
