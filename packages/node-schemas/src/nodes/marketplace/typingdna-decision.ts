import { OptionalText, Whole } from '../../fields.ts';
import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { typingDnaApi } from './typingdna-settings.ts';

/** TypingDNA Decision: compares how the user types. */
export const typingDnaDecisionNode = defineNodeType({
  id: 'TypingDNADecisionNode',
  name: 'TypingDNA Decision Node',
  help: 'Has TypingDNA compare how the user has typed with how the user types, or learn it. Needs a page with TypingDNA Recorder before it. Enroll proves nothing: lead it to another factor. TypingDNA decides, so Match counts as no factor here.',
  category: 'marketplace',
  tags: [],
  config: Type.Object({
    ...typingDnaApi,
    retries: Whole({
      title: 'Retries',
      description: 'How often the user may try again.',
      default: 0,
      minimum: 0,
      unit: 'attempts',
    }),
    authAPIConfiguration: OptionalText({
      title: 'Authentication API Configuration',
      description:
        'Whether the settings of TypingDNA count (basic), or those of your account there (advanced).',
    }),
  }),
  outcomes: {
    all: {
      ENROLL: 'Enroll',
      INITIAL_ENROLLMENT_COMPLETE: 'Initial enrollment complete',
      RETRY: 'Retry',
      MATCH: 'Match',
      NO_MATCH: 'No match',
      FAIL: 'Fail',
    },
  },
  interactive: false,
  reads: [
    { key: 'username', required: true },
    { key: 'TDNA_DEVICE_TYPE', required: true },
    { key: 'TDNA_TYPING_PATTERN', required: true },
  ],
  writes: [],
});
