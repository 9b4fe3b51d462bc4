import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Opt-out Multi-Factor Authentication: remembers that the user wants no second factor. */
export const optOutMultiFactorNode = defineNodeType({
  id: 'OptOutMultiFactorAuthenticationNode',
  name: 'Opt-out Multi-Factor Authentication',
  help: 'Remembers that the user does not want to be asked for the method in question; sender nodes then skip it. It does so even for a user who has a device, so place it only where the user has chosen to opt out.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({}),
  outcomes: singleOutcome,
  interactive: false,
  reads: [
    { key: 'username', required: true },
    { key: 'mfaMethod', required: true },
  ],
  writes: [],
});
