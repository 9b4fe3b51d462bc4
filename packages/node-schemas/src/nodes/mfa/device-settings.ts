import { Flag, Whole } from '../../fields.ts';

/** How many devices of one kind a user may have. */
export const maxSavedDevices = Whole({
  title: 'Maximum Saved Devices',
  description:
    'How many devices of this kind a user may have; with 0 any number, and no Exceed Device Limit outcome.',
  default: 0,
  minimum: 0,
});

/** Whether a registration makes recovery codes. */
export const generateRecoveryCodes = Flag({
  title: 'Generate recovery codes',
  description: 'Make ten codes with which the user can sign in without the device.',
  default: true,
});
