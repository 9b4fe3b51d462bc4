import { Choice } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** PingOne Protect Result: tells PingOne how the sign-in ended. */
export const pingOneProtectResultNode = defineNodeType({
  id: 'product-PingOneProtectResultNode',
  name: 'PingOne Protect Result',
  help: 'Tells PingOne how a sign-in ended that PingOne Protect Evaluation has judged. Put one before Success and one before Failure.',
  category: 'risk',
  tags: ['risk'],
  config: Type.Object({
    status: Choice({
      title: 'Completion Status',
      description: 'How it ended.',
      default: 'SUCCESS',
      values: { SUCCESS: 'Success', FAILED: 'Failed' },
    }),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
});
