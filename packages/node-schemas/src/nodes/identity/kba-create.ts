import { Flag, LocaleTexts } from '../../fields.ts';
import { defineNodeType, singleOutcome } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** KBA Definition: has the person choose security questions and answer them. */
export const kbaCreateNode = defineNodeType({
  id: 'KbaCreateNode',
  name: 'KBA Definition',
  help: 'Has the person choose security questions and answer them, as many as the settings for knowledge-based authentication ask for. Create Object or Patch Object after it keeps them.',
  category: 'identity',
  tags: ['identity management'],
  config: Type.Object({
    message: LocaleTexts({
      title: 'Purpose Message',
      description: 'Shown above the questions.',
      builtIn: 'Select a security question.',
    }),
    allowUserDefinedQuestions: Flag({
      title: 'Allow User-Defined Questions',
      description: 'Lets the person write questions of their own.',
      default: true,
    }),
  }),
  outcomes: singleOutcome,
  interactive: true,
  reads: [],
  writes: [{ key: 'objectAttributes', scope: 'transient' }],
});
