import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { Fraction } from '../fraction.ts';

/** Device Tampering Verification: looks whether a phone has been rooted or jailbroken. */
export const deviceTamperingVerificationNode = defineNodeType({
  id: 'DeviceTamperingVerificationNode',
  name: 'Device Tampering Verification',
  help: 'Looks how sure the SDK is that a phone has been rooted or jailbroken. Put a Device Profile Collector that asks for metadata before it. A browser tells no such score, so it counts as tampered with.',
  category: 'contextual',
  tags: ['contextual'],
  config: Type.Object({
    score: Fraction({
      title: 'Score Threshold',
      description:
        'The highest score that is accepted, from 0 (surely untouched) to 1 (surely tampered with).',
      default: '0',
    }),
  }),
  outcomes: { all: { true: 'Not Tampered', false: 'Tampered' } },
  interactive: false,
  reads: [{ key: 'forgeRock.device.profile', required: true }],
  writes: [],
});
