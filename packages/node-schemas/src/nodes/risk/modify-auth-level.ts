import { RequiredWhole } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Modify Auth Level: raises or lowers the level that the session will have. */
export const modifyAuthLevelNode = defineNodeType({
  id: 'ModifyAuthLevelNode',
  name: 'Modify Auth Level',
  help: 'Raises or lowers the authentication level reached so far. Put it behind a node that has proven something, such as a push that was approved.',
  category: 'risk',
  tags: ['risk'],
  config: Type.Object({
    authLevelIncrement: RequiredWhole({
      title: 'Value To Add',
      description: 'How much to add to the level; a negative number lowers it.',
      unit: 'level',
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [{ key: 'authLevel', required: false }],
  writes: [{ key: 'authLevel', scope: 'shared' }],
});
