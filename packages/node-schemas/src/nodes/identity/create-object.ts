import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityResource } from './identity-settings.ts';

/** Create Object: makes a new record from what was collected. */
export const createObjectNode = defineNodeType({
  id: 'CreateObjectNode',
  name: 'Create Object',
  help: 'Makes a new record, such as a user, from the attributes that were collected. Fails where an attribute is lacking that the record must have; Required Attributes Present before it tells so in time.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({ identityResource }),
  outcomes: { all: { CREATED: 'Created', FAILURE: 'Failed' } },
  interactive: false,
  reads: [
    { key: 'objectAttributes', required: true },
    { key: 'termsAccepted', required: false },
  ],
  writes: [],
});
