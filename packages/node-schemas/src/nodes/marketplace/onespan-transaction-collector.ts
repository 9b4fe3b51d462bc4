import { Flag, Texts } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { oneSpanTags, transactionFields } from './onespan-settings.ts';

/** OneSpan Sample Transaction Collector: asks for a bank transfer. */
export const oneSpanTransactionCollectorNode = defineNodeType({
  id: 'OS_Sample_TransactionCollector',
  name: 'OneSpan Sample Transaction Collector',
  help: 'Asks for the user name and all that a bank transfer is made of, for OneSpan Auth Validate Transaction. A sample: an application of yours should send these values.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({
    passKeyRequired: Flag({
      title: 'Ask for the Password',
      description: 'Asks for the password at OneSpan too.',
      default: false,
    }),
    optionalAttributes: Texts({
      title: 'Optional Attributes',
      description: 'What else to ask for. Each is the label and the key of the shared state at once.',
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [
    { key: 'username', scope: 'shared' },
    { key: 'password', scope: 'transient', always: false },
  ],
  namedWrites: ({ optionalAttributes }) => [...transactionFields, ...optionalAttributes],
});
