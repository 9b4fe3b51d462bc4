import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Recovery Code Display: shows new recovery codes, once. */
export const recoveryCodeDisplayNode = defineNodeType({
  id: 'RecoveryCodeDisplayNode',
  name: 'Recovery Code Display Node',
  help: 'Shows the recovery codes that a registration has just made. They are shown this once: nothing keeps them in clear. Goes on at once where there are none.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({}),
  outcomes: singleOutcome,
  interactive: true,
  reads: [
    { key: 'recoveryCodes', required: false },
    { key: 'recoveryCodeDeviceName', required: false },
  ],
  writes: [],
});
