import { OptionalText, Text, Texts } from '../../fields.ts';
import { defineComputedNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

/** Choice Collector: lets the user choose the way. */
export const choiceCollectorNode = defineComputedNodeType({
  id: 'ChoiceCollectorNode',
  name: 'Choice Collector',
  help: 'Lets the user choose one of several ways on. Where a certain authentication level is asked for, only the ways that can reach it are offered; a single way is taken without asking.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    choices: Texts({
      title: 'Choices',
      description: 'What the user may choose. Each is an outcome of the node, named like it.',
    }),
    defaultChoice: OptionalText({
      title: 'Default Choice',
      description: 'The choice that is marked beforehand; the first one if none is named.',
    }),
    prompt: Text({
      title: 'Prompt',
      description: 'The question above the choices.',
      default: '',
    }),
  }),
  outcomes: {
    compute: (config) =>
      Array.isArray(config?.choices) ? config.choices.map((id) => ({ id, displayName: id })) : [],
  },
  interactive: true,
  reads: [
    { key: 'targetAuthLevel', required: false },
    { key: 'authLevel', required: false },
  ],
  writes: [],
  validate: ({ choices }) =>
    choices.length > 0 ? [] : [{ property: 'choices', message: 'At least one choice must be given.' }],
});
