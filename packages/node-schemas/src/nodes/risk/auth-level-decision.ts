import { RequiredWhole } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Auth Level Decision: asks whether the level reached so far suffices. */
export const authLevelDecisionNode = defineNodeType({
  id: 'AuthLevelDecisionNode',
  name: 'Auth Level Decision',
  help: 'Goes by True when the authentication level reached so far is at least the one given here.',
  category: 'risk',
  tags: ['risk'],
  config: Type.Object({
    authLevelRequirement: RequiredWhole({
      title: 'Sufficient Authentication Level',
      description: 'The lowest level that is enough.',
      unit: 'level',
    }),
  }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: [{ key: 'authLevel', required: false }],
  writes: [],
});
