import { RequiredText } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, readsIdentity } from './identity-settings.ts';

/** Query Filter Decision: looks whether the record of a person matches a filter. */
export const queryFilterDecisionNode = defineNodeType({
  id: 'QueryFilterDecisionNode',
  name: 'Query Filter Decision',
  help: 'Looks whether the record of the person matches a filter, such as whether a preference was never chosen.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    queryFilter: RequiredText({
      title: 'Query Filter',
      description:
        'The filter that the record must match, such as !(/preferences pr) or /preferences/updates eq false.',
    }),
    identityAttribute: identityAttribute('userName'),
  }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: readsIdentity,
  writes: [],
});
