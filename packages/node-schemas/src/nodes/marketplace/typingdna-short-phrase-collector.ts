import { OptionalText } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** TypingDNA Short Phrase Collector: has the user type a sentence. */
export const typingDnaShortPhraseCollectorNode = defineNodeType({
  id: 'TypingDNAShortPhraseCollector',
  name: 'TypingDNA Short Phrase Collector',
  help: 'Has every user type the same sentence. Put it in a page before TypingDNA Recorder, which watches how.',
  category: 'marketplace',
  tags: [],
  config: Type.Object({
    textToEnter: OptionalText({
      title: 'Text to Enter',
      description: 'The sentence; more than thirty characters tell people apart better.',
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [],
});
