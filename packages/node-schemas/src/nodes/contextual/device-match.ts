import { Flag, Whole } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Device Match: looks whether the device is one that the user has used before. */
export const deviceMatchNode = defineNodeType({
  id: 'DeviceMatchNode',
  name: 'Device Match',
  help: 'Compares the device with those that Device Profile Save has kept for the user. Put a Device Profile Collector that asks for metadata before it; lead Unknown Device to a second factor and then to Device Profile Save.',
  category: 'contextual',
  tags: ['contextual'],
  config: Type.Object({
    acceptableVariance: Whole({
      title: 'Acceptable Variance',
      description: 'In how many attributes the device may differ from its saved profile.',
      default: 0,
      minimum: 0,
    }),
    expiration: Whole({
      title: 'Expiration',
      description: 'After how many days without use a saved profile no longer counts.',
      default: 30,
      minimum: 0,
    }),
    useScript: Flag({
      title: 'Use Custom Matching Script',
      description: 'Has a script compare the devices; variance and expiration are then its affair.',
      default: false,
    }),
    script: Type.String({
      title: 'Custom Matching Script',
      description: 'The script that compares; its outcome is true, false or unknownDevice.',
      default: '01e1a3c0-038b-4c16-956a-6c9d89328cff',
      format: 'script',
    }),
  }),
  outcomes: { all: { true: 'True', false: 'False', unknownDevice: 'Unknown Device' } },
  interactive: false,
  reads: [
    { key: 'username', required: true },
    { key: 'forgeRock.device.profile', required: true },
  ],
  writes: [],
});
