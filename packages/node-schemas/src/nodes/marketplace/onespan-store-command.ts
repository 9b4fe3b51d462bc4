import { OptionalText, Pairs } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { oneSpanTags } from './onespan-settings.ts';

/** OneSpan Sample Store Command: hands OneSpan's command to another server. */
export const oneSpanStoreCommandNode = defineNodeType({
  id: 'OS_Sample_StoreCommandNode',
  name: 'OneSpan Sample Store Command',
  help: 'Hands the command that OneSpan has made to a server of yours, where the app on the phone picks it up. A sample; follows a node of OneSpan that asks the user on the phone.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({
    javascript: OptionalText({
      title: 'Address',
      description:
        'The address of that server. Names in braces, such as {sessionID}, {requestID} and {username}, are replaced.',
    }),
    httpmethod: OptionalText({
      title: 'HTTP Method',
      description: 'How the server is called, such as POST.',
    }),
    placeholderMap: Pairs({
      title: 'Placeholders',
      description: 'More names for the address, each with the key of the shared state to take.',
    }),
    requestHeaders: Pairs({
      title: 'Request Headers',
      description: 'Headers for the call, each with its value.',
    }),
  }),
  outcomes: { all: { Success: 'Success', Error: 'Error' } },
  interactive: false,
  reads: [
    { key: 'ostid_command', required: true },
    { key: 'ostid_irm_response', required: true },
    { key: 'ostid_session_id', required: true },
    { key: 'ostid_request_id', required: false },
    { key: 'username', required: false },
  ],
  writes: [{ key: 'ostid_error_message', scope: 'shared', on: ['Error'] }],
});
