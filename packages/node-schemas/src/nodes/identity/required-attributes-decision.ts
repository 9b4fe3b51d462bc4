import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityResource } from './identity-settings.ts';

/** Required Attributes Present: looks whether all was collected that a record must have. */
export const requiredAttributesDecisionNode = defineNodeType({
  id: 'RequiredAttributesDecisionNode',
  name: 'Required Attributes Present',
  help: 'Looks whether every attribute was collected that a new record must have. Connect False to an Attribute Collector, and True to Create Object.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({ identityResource }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: [{ key: 'objectAttributes', required: false }],
  writes: [],
});
