import { Texts } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { oneSpanTags } from './onespan-settings.ts';

/** OneSpan Sample Attributes Collector: asks for values by name. */
export const oneSpanAttributesCollectorNode = defineNodeType({
  id: 'OS_Sample_AttributesCollector',
  name: 'OneSpan Sample Attributes Collector',
  help: "Asks for values by name and keeps them in the shared state, where OneSpan's nodes find them. A sample: what is entered is shown on the screen and checked by nobody.",
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({
    attributes: Texts({
      title: 'Attributes',
      description: 'What to ask for. Each is the label and the key of the shared state at once.',
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [],
  namedWrites: ({ attributes }) => attributes,
});
