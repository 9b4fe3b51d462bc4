import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { domain, oneSpanTags } from './onespan-settings.ts';

/** OneSpan Auth Assign Authenticator: gives a user a virtual authenticator. */
export const oneSpanAssignAuthenticatorNode = defineNodeType({
  id: 'OS_Auth_VDPAssignAuthenticatorNode',
  name: 'OneSpan Auth Assign Authenticator',
  help: 'Gives a user one of the free virtual authenticators in OneSpan, unless the user has one. Follows OneSpan Auth VDP User Register.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({ domain }),
  outcomes: { all: { success: 'Success', error: 'Error' } },
  interactive: false,
  reads: [{ key: 'ostid_username_in_shared_state', required: true }],
  writes: [{ key: 'ostid_error_message', scope: 'shared', on: ['error'] }],
});
