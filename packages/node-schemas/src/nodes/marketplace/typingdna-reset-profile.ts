import { defineNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { typingDnaApi } from './typingdna-settings.ts';

/** TypingDNA Reset Profile: has TypingDNA forget how the user types. */
export const typingDnaResetProfileNode = defineNodeType({
  id: 'TypingDNAResetProfile',
  name: 'TypingDNA Reset Profile',
  help: 'Has TypingDNA forget how the user types; the next sign-in learns it anew. Place it after the user has proven who they are by another factor.',
  category: 'marketplace',
  tags: [],
  config: Type.Object(typingDnaApi),
  outcomes: { all: { SUCCESS: 'Success', ERROR: 'Error' } },
  interactive: false,
  reads: [{ key: 'username', required: true }],
  writes: [],
});
