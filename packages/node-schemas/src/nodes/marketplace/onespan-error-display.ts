import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { oneSpanTags } from './onespan-settings.ts';

/** OneSpan Sample Error Display: shows what went wrong. */
export const oneSpanErrorDisplayNode = defineNodeType({
  id: 'OS_Sample_ErrorDisplayNode',
  name: 'OneSpan Sample Error Display',
  help: 'Shows what went wrong at a node of OneSpan before it. A sample: the text is made for those who build the journey and may tell users too much.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({}),
  outcomes: singleOutcome,
  interactive: true,
  reads: [{ key: 'ostid_error_message', required: false }],
  writes: [],
});
