import { Flag, Whole } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Retry Limit Decision: counts how often the journey comes by, and stops it at a limit. */
export const retryLimitDecisionNode = defineNodeType({
  id: 'RetryLimitDecisionNode',
  name: 'Retry Limit Decision',
  help: 'Counts how often the journey comes by here: Retry up to the limit, then Reject. Without it, whoever guesses may guess for ever.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    retryLimit: Whole({
      title: 'Retry Limit',
      description: 'How often the journey may come by.',
      default: 3,
      minimum: 1,
      unit: 'attempts',
    }),
    incrementUserAttributeOnFailure: Flag({
      title: 'Save Retry Limit to User',
      description:
        'Keeps the count with the user, so that starting again does not reset it; signing in does. Where no user is known yet, the journey keeps it.',
      default: true,
    }),
  }),
  outcomes: { all: { Retry: 'Retry', Reject: 'Reject' } },
  interactive: false,
  reads: [{ key: 'username', required: false }],
  writes: [],
});
