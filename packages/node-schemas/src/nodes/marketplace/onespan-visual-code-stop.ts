import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { oneSpanTags } from './onespan-settings.ts';

/** OneSpan Auth Hide Visual Code: takes the code off the page. */
export const oneSpanVisualCodeStopNode = defineNodeType({
  id: 'OS_Auth_VisualCodeStopNode',
  name: 'OneSpan Auth Hide Visual Code',
  help: 'Takes the code of OneSpan Auth Visual Code off the page, once it was scanned or its time is up.',
  category: 'marketplace',
  tags: oneSpanTags,
  config: Type.Object({}),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [],
});
