import { Choice } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Recovery Code Collector Decision: takes a recovery code in the place of a lost device. */
export const recoveryCodeCollectorDecisionNode = defineNodeType({
  id: 'RecoveryCodeCollectorDecisionNode',
  name: 'Recovery Code Collector Decision',
  help: 'Asks for one of the recovery codes of a device and uses it up. It does not count attempts, so connect False to a Retry Limit Decision.',
  category: 'mfa',
  tags: ['mfa', 'multi-factor authentication'],
  config: Type.Object({
    recoveryCodeType: Choice({
      title: 'Recovery Code Type',
      description: 'The kind of device whose codes count.',
      default: 'OATH',
      values: { OATH: 'OATH', PUSH: 'PUSH', WEB_AUTHN: 'WEB_AUTHN' },
    }),
  }),
  outcomes: trueOrFalse,
  interactive: true,
  reads: [{ key: 'username', required: true }],
  writes: [],
  proves: { true: 'possession' },
});
