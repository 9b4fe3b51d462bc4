import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Password Collector: asks for the password. */
export const passwordCollectorNode = defineNodeType({
  id: 'PasswordCollectorNode',
  name: 'Password Collector',
  help: 'Asks for the password and keeps it, out of sight, for the node that checks it.',
  category: 'basic',
  tags: ['basic authn', 'basic authentication'],
  config: Type.Object({}),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [{ key: 'password', scope: 'transient' }],
});
