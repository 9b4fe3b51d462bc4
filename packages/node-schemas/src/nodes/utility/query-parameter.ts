import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { faultsOfRequestValues, keptValues, splitValues } from './request-values.ts';

/** Query Parameter: keeps parameters of the address in the state. */
export const queryParameterNode = defineNodeType({
  id: 'QueryParameterNode',
  name: 'Query Parameter Node',
  help: 'Keeps parameters of the address that the journey was begun with in the shared state, for nodes that follow. Whoever makes the link chooses the values, so trust them with nothing.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    allowedQueryParameters: keptValues('query parameters'),
    queryParametersToBeDelimited: splitValues('query parameters'),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
  namedWrites: ({ allowedQueryParameters }) => Object.values(allowedQueryParameters),
  validate: ({ allowedQueryParameters, queryParametersToBeDelimited }) =>
    faultsOfRequestValues(
      ['allowedQueryParameters', allowedQueryParameters],
      ['queryParametersToBeDelimited', queryParametersToBeDelimited],
    ),
});
