import { Whole } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** HOTP Generator: makes a one-time password to send. */
export const oneTimePasswordGeneratorNode = defineNodeType({
  id: 'OneTimePasswordGeneratorNode',
  name: 'HOTP Generator',
  help: 'Makes a one-time password and keeps it out of sight. Follow it with OTP Email Sender or OTP SMS Sender, and that with OTP Collector Decision.',
  category: 'mfa',
  tags: ['otp', 'mfa', 'multi-factor authentication'],
  config: Type.Object({
    length: Whole({
      title: 'One Time Password Length',
      description: 'How many digits it has; RFC 4226 asks for six at least.',
      default: 8,
      minimum: 6,
      unit: 'characters',
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [
    { key: 'oneTimePassword', scope: 'transient' },
    { key: 'oneTimePasswordTimestamp', scope: 'transient' },
  ],
});
