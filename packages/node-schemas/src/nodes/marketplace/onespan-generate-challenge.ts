import { Flag, Whole } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { domain, oneSpanTags, userNameInSharedData } from './onespan-settings.ts';

/** OneSpan Auth Generate Challenge: makes a challenge for the authenticator. */
export const oneSpanGenerateChallengeNode = defineNodeType({
  id: 'OS_Auth_GenerateChallengeNode',
  name: 'OneSpan Auth Generate Challenge',
  help: 'Has OneSpan make a challenge for the authenticator of the user. Follow Success with OneSpan Auth Visual Code, which shows it, and a node that asks for the response.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({
    domain,
    length: Whole({
      title: 'Challenge Length',
      description: 'How many digits the challenge has, without the check digit.',
      default: 6,
      minimum: 1,
      unit: 'characters',
    }),
    checkDigit: Flag({
      title: 'Check Digit',
      description: 'Adds a digit by which a mistyped challenge is noticed.',
      default: false,
    }),
    userNameInSharedData,
  }),
  outcomes: { all: { success: 'Success', error: 'Error' } },
  interactive: false,
  reads: [],
  writes: [
    { key: 'ostid_cronto_msg', scope: 'shared', on: ['success'] },
    { key: 'ostid_request_id', scope: 'shared', on: ['success'] },
  ],
});
