import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import {
  domain,
  oneSpanTags,
  optionalAttributes,
  userNameInSharedData,
  vdpDeliveryMethod,
} from './onespan-settings.ts';

/** OneSpan Auth Generate VOTP: sends a virtual one-time password. */
export const oneSpanGenerateVotpNode = defineNodeType({
  id: 'OS_Auth_VDPGenerateVOTPNode',
  name: 'OneSpan Auth Generate VOTP',
  help: 'Has OneSpan make a one-time password and send it to the user. The user needs a virtual authenticator: see OneSpan Auth Assign Authenticator. Ask for the code and check it with OneSpan Auth User Login.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({
    domain,
    userNameInSharedData,
    vdpDeliveryMethod,
    optionalAttributes: optionalAttributes({ emailAddress: 'emailAddress' }),
  }),
  outcomes: { all: { success: 'Success', error: 'Error' } },
  interactive: false,
  reads: [],
  writes: [{ key: 'ostid_username_in_shared_state', scope: 'shared' }],
});
