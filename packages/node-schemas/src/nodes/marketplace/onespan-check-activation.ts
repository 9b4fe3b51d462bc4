import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { oneSpanTags } from './onespan-settings.ts';

/** OneSpan Auth Check Activation: asks whether the phone is registered by now. */
export const oneSpanCheckActivationNode = defineNodeType({
  id: 'OS_Auth_CheckActivationNode',
  name: 'OneSpan Auth Check Activation',
  help: 'Asks OneSpan whether the phone is registered by now. Follows OneSpan Auth User Register; lead Pending through a Polling Wait Node back to it.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({}),
  outcomes: {
    all: {
      pending: 'Pending',
      activated: 'Activated',
      timeout: 'Timeout',
      unknown: 'Unknown',
      error: 'Error',
    },
  },
  interactive: false,
  reads: [
    { key: 'ostid_username_in_shared_state', required: true },
    { key: 'ostid_event_expiry_date', required: true },
  ],
  writes: [{ key: 'ostid_error_message', scope: 'shared', on: ['timeout', 'unknown'] }],
});
