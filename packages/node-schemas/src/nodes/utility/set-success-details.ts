import { Pairs } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { headerControl } from './response-details.ts';

/** What the response to Success holds in any case, so that no node may say it. */
const ownOfResponse = ['tokenId', 'realm', 'successUrl'];

/** Set Success Details: says what more the client gets if the journey succeeds. */
export const setSuccessDetailsNode = defineNodeType({
  id: 'SetSuccessDetailsNode',
  name: 'Set Success Details',
  help: 'Says what more the response holds if the journey ends at Success: values of yours, and properties of the new session.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    successDetails: Pairs({
      title: 'Success Details',
      description: 'More for the response, by name; a value that is JSON is sent as such.',
    }),
    sessionProperties: Pairs({
      title: 'Session Properties',
      description: 'Names for the response, each with the session property whose value it gets.',
    }),
    headerControl,
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
  validate: (config) =>
    (['successDetails', 'sessionProperties'] as const).flatMap((property) =>
      ownOfResponse
        .filter((name) => Object.hasOwn(config[property], name))
        .map((name) => ({ property, message: `names ${name}, which the response holds in any case` })),
    ),
});
