import { Choice, Whole } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { identityAttribute, readsIdentity } from './identity-settings.ts';

/** Login Count Decision: acts at, or at every so many, sign-ins of a person. */
export const loginCountDecisionNode = defineNodeType({
  id: 'LoginCountDecisionNode',
  name: 'Login Count Decision',
  help: 'True when the person has signed in a certain number of times, once or at every multiple: a place to ask for more of the profile. Increment Login Count does the counting.',
  category: 'identity',
  tags: ['behavioral'],
  config: Type.Object({
    interval: Choice({
      title: 'Interval',
      description: 'Whether the number counts once or again and again.',
      default: 'AT',
      values: { EVERY: 'At every multiple', AT: 'Once, at that number' },
    }),
    amount: Whole({
      title: 'Amount',
      description: 'The number of sign-ins.',
      default: 25,
      minimum: 1,
    }),
    identityAttribute: identityAttribute('userName'),
  }),
  outcomes: trueOrFalse,
  interactive: false,
  reads: readsIdentity,
  writes: [],
});
