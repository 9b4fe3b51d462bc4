import { Flag, LocaleTexts, Text } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Device Profile Collector: has the client tell what browser or phone it is, and where. */
export const deviceProfileCollectorNode = defineNodeType({
  id: 'DeviceProfileCollectorNode',
  name: 'Device Profile Collector',
  help: 'Has the client tell what browser or phone it runs on and, if you want, where it is. Push Sender can show that on the phone.',
  category: 'contextual',
  tags: ['contextual'],
  config: Type.Object({
    maximumSize: Text({
      title: 'Maximum Profile Size (KB)',
      description: 'A larger profile is refused. A decimal number, such as 3 or 2.5.',
      default: '3',
      pattern: '^(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)$',
      unit: 'kilobytes',
    }),
    deviceMetadata: Flag({
      title: 'Collect Device Metadata',
      description: 'Asks for hardware, browser and platform.',
      default: true,
    }),
    deviceLocation: Flag({
      title: 'Collect Device Location',
      description: 'Asks for latitude and longitude; most browsers ask the user for leave first.',
      default: false,
    }),
    message: LocaleTexts({
      title: 'Message',
      description: 'Shown while the client collects.',
      fallback: 'first',
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [{ key: 'forgeRock.device.profile', scope: 'shared' }],
});
