import { Flag } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Backchannel Status: asks how the journey that runs elsewhere stands. */
export const backchannelStatusNode = defineNodeType({
  id: 'BackChannelStatusNode',
  name: 'Backchannel Status',
  help: 'Asks how the journey stands that Backchannel Initialize has begun. Lead Pending and In Progress through a Polling Wait Node back to it. What that journey proved counts there, not here.',
  category: 'utility',
  tags: ['utilities', 'backchannel'],
  config: Type.Object({
    recordData: Flag({
      title: 'Record Data',
      description: 'Puts what the other journey has told in the state of this one.',
      default: true,
    }),
  }),
  outcomes: {
    all: {
      pending: 'Pending',
      inprogress: 'In Progress',
      success: 'Success',
      failure: 'Failure',
      unknown: 'Unknown',
      error: 'Error',
    },
  },
  interactive: false,
  reads: [],
  writes: [],
  writesAnything: true,
});
