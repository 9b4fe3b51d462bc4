import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { maximumDistance } from './distance.ts';

/** Device Location Match: looks whether the device is where it used to be. */
export const deviceLocationMatchNode = defineNodeType({
  id: 'DeviceLocationMatchNode',
  name: 'Device Location Match',
  help: 'Looks whether the device is near where it was when its profile was saved. Needs a Device Profile Collector that asks for the location before it, and profiles that Device Profile Save has kept.',
  category: 'contextual',
  tags: ['contextual'],
  config: Type.Object({ distance: maximumDistance }),
  outcomes: { all: { true: 'True', false: 'False', unknownDevice: 'Unknown Device' } },
  interactive: false,
  reads: [
    { key: 'username', required: true },
    { key: 'forgeRock.device.profile', required: true },
  ],
  writes: [],
});
