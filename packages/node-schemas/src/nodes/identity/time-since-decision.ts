import { RequiredText } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, readsIdentity } from './identity-settings.ts';

/** Time Since Decision: looks how long ago a person registered. */
export const timeSinceDecisionNode = defineNodeType({
  id: 'TimeSinceDecisionNode',
  name: 'Time Since Decision',
  help: 'True when the record of the person is older than a certain time: a place to ask for more of the profile.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    elapsedTime: RequiredText({
      title: 'Elapsed Time',
      description: 'The time since the record was made, with its unit, such as 4 weeks or 1 day.',
    }),
    identityAttribute: identityAttribute('userName'),
  }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: readsIdentity,
  writes: [],
});
