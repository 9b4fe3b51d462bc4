import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { accountProviderClass } from './account-provider-class.ts';

/** Provision IDM Account: sends the user to identity management to register. */
export const provisionIdmAccountNode = defineNodeType({
  id: 'ProvisionIdmAccountNode',
  name: 'Provision IDM Account',
  help: 'Sends the user to the pages of identity management to register with what the provider told. Follows No account exists of a social node. Deprecated: Create Object makes an account without leaving the journey.',
  category: 'social',
  tags: ['idm', 'federation'],
  config: Type.Object({ accountProviderClass }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [{ key: 'userInfo', required: true }],
  writes: [{ key: 'username', scope: 'shared' }],
});
