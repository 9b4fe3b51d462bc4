import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { oneSpanTags } from './onespan-settings.ts';

/** OneSpan Auth Add Device: goes on with the registration of a phone. */
export const oneSpanAddDeviceNode = defineNodeType({
  id: 'OS_Auth_AddDeviceNode',
  name: 'OneSpan Auth Add Device',
  help: 'Goes on with the registration of a phone that OneSpan Auth User Register has begun offline, with the device code that the phone shows. Follow Success with OneSpan Auth Visual Code.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({}),
  outcomes: { all: { success: 'Success', error: 'Error' } },
  interactive: false,
  reads: [
    { key: 'ostid_registration_id', required: true },
    { key: 'deviceCode', required: true },
  ],
  writes: [
    { key: 'activationMessage2', scope: 'shared', on: ['success'] },
    { key: 'ostid_cronto_msg', scope: 'shared', on: ['success'] },
  ],
});
