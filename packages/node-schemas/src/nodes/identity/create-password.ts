import { Whole } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Create Password: asks for a new password, twice. */
export const createPasswordNode = defineNodeType({
  id: 'CreatePasswordNode',
  name: 'Create Password',
  help: 'Asks for a new password twice, until both are the same and long enough, and keeps it, out of sight, for the node that creates the account. It knows no other rules; Platform Password does.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    minPasswordLength: Whole({
      title: 'Minimum Password Length',
      description: 'A password must have at least this length.',
      default: 8,
      minimum: 0,
      unit: 'characters',
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [{ key: 'password', scope: 'transient' }],
});
