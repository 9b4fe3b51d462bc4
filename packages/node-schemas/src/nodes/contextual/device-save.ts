import { Flag, Text, Whole } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Device Profile Save: keeps the profile of a device with the user. */
export const deviceSaveNode = defineNodeType({
  id: 'DeviceSaveNode',
  name: 'Device Profile Save',
  help: 'Keeps what Device Profile Collector has found with the user, so that Device Match and Device Location Match know the device the next time. Put it behind the nodes that check who the user is.',
  category: 'contextual',
  tags: ['contextual'],
  config: Type.Object({
    variableName: Text({
      title: 'Device Name Variable',
      description:
        'The key of the shared state that holds a name for the device; empty: the name of its platform.',
      default: '',
    }),
    maxSavedProfiles: Whole({
      title: 'Maximum Saved Profiles',
      description: 'How many devices of a user are kept; those that were used longest ago make way.',
      default: 5,
      minimum: 0,
    }),
    saveDeviceMetadata: Flag({
      title: 'Save Device Metadata',
      description: 'Keeps hardware, browser and platform. Device Match needs it.',
      default: true,
    }),
    saveDeviceLocation: Flag({
      title: 'Save Device Location',
      description: 'Keeps latitude and longitude. Device Location Match needs it.',
      default: true,
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [
    { key: 'username', required: true },
    { key: 'forgeRock.device.profile', required: true },
  ],
  writes: [],
});
