import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { oneSpanTags } from './onespan-settings.ts';

/** OneSpan Auth Activate Device: ends the registration of a phone. */
export const oneSpanActivateDeviceNode = defineNodeType({
  id: 'OS_Auth_ActivateDeviceNode',
  name: 'OneSpan Auth Activate Device',
  help: 'Ends the registration of a phone with OneSpan, with the signature that the phone has made. Follows OneSpan Auth Add Device and a node that asks for the signature.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({}),
  outcomes: { all: { success: 'Success', error: 'Error' } },
  interactive: false,
  reads: [
    { key: 'ostid_registration_id', required: true },
    { key: 'signature', required: true },
  ],
  writes: [],
});
