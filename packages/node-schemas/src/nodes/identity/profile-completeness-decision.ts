import { RequiredWhole } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, readsIdentity } from './identity-settings.ts';

/** Profile Completeness Decision: looks how much of the profile a person has filled in. */
export const profileCompletenessDecisionNode = defineNodeType({
  id: 'ProfileCompletenessDecisionNode',
  name: 'Profile Completeness Decision',
  help: 'True when the person has filled in more than a certain share of the attributes that they can see and change. Connect False to an Attribute Collector.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    threshold: RequiredWhole({
      title: 'Profile Completeness Threshold',
      description: 'The share in percent that must be exceeded.',
      minimum: 0,
      maximum: 100,
    }),
    identityAttribute: identityAttribute('userName'),
  }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: readsIdentity,
  writes: [],
});
