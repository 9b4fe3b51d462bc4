import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Account Active Decision: looks whether the account is active. */
export const accountActiveDecisionNode = defineNodeType({
  id: 'AccountActiveDecisionNode',
  name: 'Account Active Decision',
  help: 'Looks whether the account of the user is active and not locked. Put it after the node that knows the user, where a locked account is to get an answer of its own.',
  category: 'risk',
  tags: ['risk'],
  config: Type.Object({}),
  outcomes: trueOrFalse,
  interactive: false,
  reads: [{ key: 'username', required: true }],
  writes: [],
});
