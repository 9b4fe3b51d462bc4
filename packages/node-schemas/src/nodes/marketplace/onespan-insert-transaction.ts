import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import {
  adaptiveAttributes,
  domain,
  oneSpanTags,
  readsDevice,
  userNameInSharedData,
} from './onespan-settings.ts';

/** OneSpan Risk Analytics Send Transaction: has the risk of a transaction judged. */
export const oneSpanInsertTransactionNode = defineNodeType({
  id: 'OS_Risk_InsertTransactionNode',
  name: 'OneSpan Risk Analytics Send Transaction',
  help: 'Has OneSpan judge the risk of a transaction, and asks nobody. Needs OneSpan Risk CDDC before it. Connect Challenge to a node that asks for more proof.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({ domain, userNameInSharedData, adaptiveAttributes }),
  outcomes: { all: { Accept: 'Accept', Decline: 'Decline', Challenge: 'Challenge', Error: 'Error' } },
  interactive: false,
  reads: [...readsDevice(true), { key: 'ostid_session_id', required: false }],
  writes: [
    { key: 'ostid_username_in_shared_state', scope: 'shared' },
    { key: 'ostid_risk_response_code', scope: 'shared', on: ['Accept', 'Decline', 'Challenge'] },
    { key: 'ostid_error_message', scope: 'shared', on: ['Decline'] },
  ],
});
