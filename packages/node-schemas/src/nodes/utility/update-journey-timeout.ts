import { RequiredWhole } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Update Journey Timeout: says how long the journey may take. */
export const updateJourneyTimeoutNode = defineNodeType({
  id: 'UpdateJourneyTimeoutNode',
  name: 'Update Journey Timeout',
  help: 'Gives a user more or less time to finish the journey than its settings do, as before a step that takes long. Place it before that step.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    operation: Type.Unsafe<'SET' | 'MODIFY'>({
      title: 'Operation',
      description: 'Whether the value is the time in all, or is added to it.',
      type: 'string',
      enum: ['SET', 'MODIFY'],
      enumTitles: ['Set', 'Modify'],
    }),
    value: RequiredWhole({
      title: 'Value',
      description: 'The time; a negative number takes that much away.',
      unit: 'minutes',
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [{ key: 'maxAuthenticationSessionDuration', required: false }],
  writes: [{ key: 'maxAuthenticationSessionDuration', scope: 'transient' }],
  validate: ({ operation, value }) =>
    operation === 'SET' && value <= 0
      ? [{ property: 'value', message: 'must be positive where the operation is SET' }]
      : [],
});
