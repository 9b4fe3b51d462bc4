import { Choice, OptionalText, RequiredText } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, readsIdentity } from './identity-settings.ts';

/** Attribute Value Decision: compares an attribute of a person with a value. */
export const attributeValueDecisionNode = defineNodeType({
  id: 'AttributeValueDecisionNode',
  name: 'Attribute Value Decision',
  help: 'Looks whether an attribute of the person has a certain value, or any value at all. The person must have been found before, or must be the one who is signed in.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    comparisonAttribute: RequiredText({
      title: 'Comparison Attribute',
      description: 'The attribute to look at.',
    }),
    comparisonOperation: Choice({
      title: 'Comparison Operation',
      description: 'What makes the decision True.',
      default: 'EQUALS',
      values: { PRESENT: 'It has a value', EQUALS: 'It has the comparison value' },
    }),
    comparisonValue: OptionalText({
      title: 'Comparison Value',
      description: 'The value to compare with; not used when only presence counts.',
    }),
    identityAttribute: identityAttribute('userName'),
  }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: readsIdentity,
  writes: [],
});
