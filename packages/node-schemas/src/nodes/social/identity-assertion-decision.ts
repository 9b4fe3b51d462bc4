import { Pairs, RequiredText } from '../../fields.ts';
import { defineNodeType, trueOrFalse } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/**
 * Identity Assertion: has a gateway say who the user is.
 * AM does not document the ids of its outcomes: these are those of its other decisions.
 */
export const identityAssertionDecisionNode = defineNodeType({
  id: 'IdentityAssertionDecisionNode',
  name: 'Identity Assertion',
  help: 'Sends the user through an Identity Assertion server, such as PingGateway with Kerberos, and takes its word for who it is. Needs the Identity Assertion service. The server decides, so it counts as no factor here.',
  category: 'social',
  tags: ['identity assertion', 'ig', 'kerberos', 'windows desktop sso'],
  config: Type.Object({
    serverId: RequiredText({
      title: 'Identity Assertion Server',
      description: 'The server, by its name in the Identity Assertion service.',
    }),
    route: RequiredText({
      title: 'Route',
      description: 'The route on the server that deals with the request.',
    }),
    sharedStateToServerMap: Pairs({
      title: 'Mapping to server claims',
      description: 'Keys of the shared state, each with the claim that tells its value to the server.',
    }),
    serverToSharedStateMap: Pairs({
      title: 'Mapping from server result',
      description: 'Claims of the answer, each with the key of the shared state that gets its value.',
      default: { principal: 'username' },
    }),
  }),
  outcomes: trueOrFalse,
  interactive: true,
  reads: [{ key: 'identityAssertionNonce', required: false }],
  writes: [],
  namedWrites: ({ serverToSharedStateMap }) => Object.values(serverToSharedStateMap),
});
