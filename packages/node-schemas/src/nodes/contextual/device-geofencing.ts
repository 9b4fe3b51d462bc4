import { Texts } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { maximumDistance } from './distance.ts';

/** Device Geofencing: looks whether the device is near one of your places. */
export const deviceGeoFencingNode = defineNodeType({
  id: 'DeviceGeoFencingNode',
  name: 'Device Geofencing',
  help: 'Looks whether the device is near one of the places that you trust. Put a Device Profile Collector that asks for the location before it. A location is what the client says of itself.',
  category: 'contextual',
  tags: ['contextual'],
  config: Type.Object({
    locations: Texts({
      title: 'Trusted Locations',
      description: 'The places, each as latitude,longitude in degrees, such as 51.5,-0.12. At least one.',
    }),
    distance: maximumDistance,
  }),
  outcomes: { all: { true: 'Inside', false: 'Outside' } },
  interactive: false,
  reads: [{ key: 'forgeRock.device.profile', required: true }],
  writes: [],
  validate: ({ locations }) => [
    ...(locations.length === 0 ? [{ property: 'locations', message: 'must have at least one entry' }] : []),
    ...locations
      .filter((location) => !coordinates.test(location))
      .map((location) => ({
        property: 'locations',
        message: `has ${JSON.stringify(location)}, where latitude,longitude in degrees is expected`,
      })),
  ],
});

const coordinates = /^\s*-?\d+(?:\.\d+)?\s*,\s*-?\d+(?:\.\d+)?\s*$/;
