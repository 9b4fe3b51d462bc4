import { Text, Whole } from '../../fields.ts';
import { defineComputedNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

const outcomeName = (outcome: 'A' | 'B') =>
  Text({
    title: `Outcome ${outcome} Display Name`,
    description: `What outcome ${outcome} is called on the canvas.`,
    default: outcome,
    minLength: 1,
  });

/** Flow Control: sends users one of two ways, by chance. */
export const flowControlNode = defineComputedNodeType({
  id: 'FlowControlNode',
  name: 'Flow Control',
  help: 'Sends users one of two ways by chance, in a proportion of your choice: to try a new way with a few of them. The same user may go another way next time, so both ways must be as safe.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    percentageA: Whole({
      title: 'Percentage for Outcome A',
      description: 'How many of a hundred go by A.',
      default: 50,
      minimum: 0,
      maximum: 100,
    }),
    outcomeADisplayName: outcomeName('A'),
    outcomeBDisplayName: outcomeName('B'),
  }),
  outcomes: {
    compute: (config) => [
      { id: 'A', displayName: config?.outcomeADisplayName ?? 'A' },
      { id: 'B', displayName: config?.outcomeBDisplayName ?? 'B' },
    ],
  },
  interactive: false,
  reads: [],
  writes: [],
});
