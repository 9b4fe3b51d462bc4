import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { accountProviderClass } from './account-provider-class.ts';

/** Provision Dynamic Account: makes an account in AM from what a provider told. */
export const provisionDynamicAccountNode = defineNodeType({
  id: 'ProvisionDynamicAccountNode',
  name: 'Provision Dynamic Account',
  help: 'Makes an account from what was collected, or else from what the provider told, with the password that was collected or one by chance. Follows No account exists of a social node.',
  category: 'social',
  tags: ['social', 'federation'],
  config: Type.Object({ accountProviderClass }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [
    { key: 'objectAttributes', required: false },
    { key: 'userInfo', required: false },
    { key: 'password', required: false },
  ],
  writes: [{ key: 'username', scope: 'shared' }],
});
