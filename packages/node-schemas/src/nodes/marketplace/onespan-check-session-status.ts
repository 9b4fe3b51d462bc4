import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { oneSpanTags } from './onespan-settings.ts';

/** OneSpan Auth Check Session Status: asks whether the user has answered on the phone. */
export const oneSpanCheckSessionStatusNode = defineNodeType({
  id: 'OS_Auth_CheckSessionStatusNode',
  name: 'OneSpan Auth Check Session Status',
  help: 'Asks OneSpan whether the user has answered on the phone. Follows a node of OneSpan that has asked, by its Step Up; lead Pending through a Polling Wait Node back to it. OneSpan decides, so it counts as no factor here.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({}),
  outcomes: {
    all: {
      pending: 'Pending',
      accepted: 'Accepted',
      refused: 'Refused',
      failure: 'Failure',
      timeout: 'Timeout',
      unknown: 'Unknown',
      error: 'Error',
    },
  },
  interactive: false,
  reads: [
    { key: 'ostid_request_id', required: true },
    { key: 'ostid_event_expiry_date', required: true },
  ],
  writes: [{ key: 'ostid_error_message', scope: 'shared', on: ['refused', 'failure', 'timeout', 'unknown'] }],
});
