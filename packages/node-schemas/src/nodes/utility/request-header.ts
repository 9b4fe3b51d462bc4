import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { faultsOfRequestValues, keptValues, splitValues } from './request-values.ts';

/** Request Header: keeps headers of the request in the state. */
export const requestHeaderNode = defineNodeType({
  id: 'RequestHeaderNode',
  name: 'Request Header Node',
  help: 'Keeps headers of the request in the shared state, for nodes that follow. A client can send what it likes, so trust only headers that a proxy of yours sets and takes away from others.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    allowedHeaders: keptValues('headers'),
    headersToBeDelimited: splitValues('headers'),
  }),
  outcomes: singleOutcome,
  interactive: false,
  reads: [],
  writes: [],
  namedWrites: ({ allowedHeaders }) => Object.values(allowedHeaders),
  validate: ({ allowedHeaders, headersToBeDelimited }) =>
    faultsOfRequestValues(['allowedHeaders', allowedHeaders], ['headersToBeDelimited', headersToBeDelimited]),
});
