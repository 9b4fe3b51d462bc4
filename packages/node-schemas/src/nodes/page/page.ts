import { LocaleTexts, OptionalText } from '../../fields.ts';
import { defineComputedNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';

const Child = Type.Object({
  _id: Type.String({ title: 'Id', description: 'The id of the node, a UUID.', minLength: 1 }),
  nodeType: Type.String({ title: 'Type', description: 'The id of its node type.', minLength: 1 }),
  displayName: Type.Optional(Type.String({ title: 'Name', description: 'Its name in this journey.' })),
  nodeVersion: Type.Optional(
    Type.Union([Type.Number(), Type.String()], {
      title: 'Version',
      description: 'The version of its node type; 1 where nothing is given.',
    }),
  ),
});

/** Page: shows several nodes at once. Its outcomes are those of its last node. */
export const pageNode = defineComputedNodeType({
  id: 'PageNode',
  name: 'Page Node',
  help: 'Shows what several nodes ask on one page. The last of them decides how the journey goes on, so only that one may have more than one outcome.',
  category: 'utility',
  tags: ['utilities'],
  config: Type.Object({
    pageHeader: LocaleTexts({ title: 'Page Header', description: 'The heading of the page.' }),
    pageDescription: LocaleTexts({
      title: 'Page Description',
      description: 'The text below the heading; clients may show HTML in it.',
    }),
    stage: OptionalText({
      title: 'Stage',
      description: 'A name that is handed to the client, which may have its own look for the page.',
    }),
    nodes: Type.Array(Child, {
      title: 'Nodes',
      description: 'The nodes on the page, from top to bottom.',
      default: [],
      format: 'page-children',
    }),
  }),
  outcomes: {
    compute: (config, childOutcomes) => {
      const last = Array.isArray(config?.nodes) ? config.nodes.at(-1) : undefined;
      return last === undefined ? [] : childOutcomes(last._id);
    },
  },
  interactive: true,
  reads: [],
  writes: [],
});
