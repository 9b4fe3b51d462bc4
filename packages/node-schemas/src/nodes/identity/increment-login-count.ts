import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, readsIdentity } from './identity-settings.ts';

/** Increment Login Count: counts one more sign-in of a person. */
export const incrementLoginCountNode = defineNodeType({
  id: 'IncrementLoginCountNode',
  name: 'Increment Login Count',
  help: 'Counts one more sign-in of the person, for Login Count Decision. Place it after the person has proven who they are. A person who is not found is passed over.',
  category: 'identity',
  tags: ['behavioral'],
  config: Type.Object({ identityAttribute: identityAttribute('userName') }),
  outcomes: singleOutcome,
  interactive: false,
  reads: readsIdentity,
  writes: [],
});
