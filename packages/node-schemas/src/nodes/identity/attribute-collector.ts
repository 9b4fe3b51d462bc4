import { Flag, Texts } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, readsIdentity } from './identity-settings.ts';

/** Attribute Collector: asks for attributes of the person. */
export const attributeCollectorNode = defineNodeType({
  id: 'AttributeCollectorNode',
  name: 'Attribute Collector',
  help: 'Asks for attributes of the person, such as name and mail address, and keeps them for Create Object or Patch Object. Values that are known already are filled in.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    attributesToCollect: Texts({
      title: 'Attributes to Collect',
      description:
        'The attributes to ask for, in order. A slash leads into an attribute, as in preferences/marketing.',
    }),
    required: Flag({
      title: 'All Attributes Required',
      description: 'Asks again until every attribute has a value.',
      default: false,
    }),
    validateInputs: Flag({
      title: 'Validate Input',
      description:
        'Checks the values against the rules for each attribute, and asks again for those that fail.',
      default: false,
    }),
    identityAttribute: identityAttribute('userName'),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: readsIdentity,
  writes: [{ key: 'objectAttributes', scope: 'shared' }],
  validate: ({ attributesToCollect }) =>
    attributesToCollect.length > 0
      ? []
      : [{ property: 'attributesToCollect', message: 'must name at least one attribute' }],
});
