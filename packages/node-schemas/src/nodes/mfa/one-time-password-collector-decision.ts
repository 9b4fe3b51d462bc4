import { Whole } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** OTP Collector Decision: asks for the one-time password that was sent. */
export const oneTimePasswordCollectorDecisionNode = defineNodeType({
  id: 'OneTimePasswordCollectorDecisionNode',
  name: 'OTP Collector Decision',
  help: 'Asks for the one-time password that HOTP Generator has made and a sender has sent. It does not count attempts, so connect False to a Retry Limit Decision.',
  category: 'mfa',
  tags: ['otp', 'mfa', 'multi-factor authentication'],
  config: Type.Object({
    passwordExpiryTime: Whole({
      title: 'One Time Password Validity Length',
      description: 'How long the one-time password counts, from when it was made.',
      default: 5,
      minimum: 1,
      unit: 'minutes',
    }),
  }),
  outcomes: trueOrFalse,
  interactive: true,
  reads: [
    { key: 'oneTimePassword', required: true },
    { key: 'oneTimePasswordTimestamp', required: true },
  ],
  writes: [],
  proves: { true: 'possession' },
});
