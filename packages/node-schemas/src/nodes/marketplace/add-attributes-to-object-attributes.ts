import { Pairs } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Add Attributes To Object Attributes: copies values of the state to the attributes of the user. */
export const addAttributesToObjectAttributesNode = defineNodeType({
  id: 'AddAttributesToObjectAttributesNode',
  name: 'Add Attributes To Object Attributes',
  help: 'Copies values of the state to the attributes that Create Object and Patch Object save. Place it before them.',
  category: 'marketplace',
  tags: ['uncategorized'],
  config: Type.Object({
    attributesList: Pairs({
      title: 'Attributes',
      description: 'Keys of the state, each with the attribute that gets its value.',
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [{ key: 'objectAttributes', required: false }],
  writes: [{ key: 'objectAttributes', scope: 'shared' }],
});
