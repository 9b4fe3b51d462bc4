import { Flag, RequiredText } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Inner Tree Evaluator: runs another journey as part of this one. */
export const innerJourneyNode = defineNodeType({
  id: 'InnerTreeEvaluatorNode',
  name: 'Inner Tree Evaluator',
  help: 'Runs another journey of the realm as a part of this one: True when it reaches its Success, False when it reaches its Failure. Both share one state.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    tree: RequiredText({
      title: 'Tree Name',
      description: 'The journey to run. It may not lead back to this one.',
      format: 'journey',
    }),
    displayErrorOutcome: Flag({
      title: 'Error Outcome',
      description: 'Goes on by Error when the inner journey breaks, in place of breaking too.',
      default: false,
    }),
  }),
  outcomes: {
    all: { true: 'True', false: 'False', error: 'Error' },
    onlyIf: { error: (config) => config === null || config.displayErrorOutcome === true },
  },
  interactive: true,
  reads: [],
  writes: [
    { key: 'errorNode', scope: 'shared', on: ['error'] },
    { key: 'errorMessage', scope: 'shared', on: ['error'] },
  ],
});
