import {
  defaultOf,
  firstVersion,
  type Json,
  type JsonObject,
  type NodeType,
  nodeTypesById,
} from '@journeyman/node-schemas/run';
import { AmError } from '../http/am-error.ts';
import { outcomesIn } from './node-body.ts';
import { inlineNodes } from './tree-body.ts';

/** The node types, as AM lists them. */
export function nodeTypeEntries(): readonly JsonObject[] {
  return [...nodeTypesById.values()].map(entryOf);
}

/** The newest version of each node type, of which there is one. */
export function latestNodeTypes(): readonly JsonObject[] {
  return nodeTypeEntries().map((entry) => ({ ...entry, version: firstVersion }));
}

/** What AM tells of a node type by an action; undefined for an action that is not known. Throws `not-found` for the type. */
export function aboutNodeType(
  action: string | undefined,
  id: string,
  version: string | undefined,
  configuration: JsonObject,
): Json | undefined {
  const type = nodeTypesById.get(id);
  if (type === undefined) throw new AmError('not-found', `Resource '${id}' not found`);
  switch (action) {
    case 'schema':
      return schemaOf(type.config.properties);
    case 'template':
      return templateOf(type.config.properties);
    case 'getType':
      return { ...entryOf(type), ...(version === undefined ? {} : { _id: version }) };
    case 'listOutcomes':
      return outcomesUnder(id, configuration);
  }
  return undefined;
}

/** JSON Schema of some attributes in AM's manner: in order, each required by itself. */
export function schemaOf(properties: JsonSchemas): JsonObject {
  const described = Object.entries(properties).map(([key, schema], index) => {
    const { default: preset, ...rest } = schema as JsonObject;
    return [
      key,
      { ...rest, propertyOrder: (index + 1) * 100, required: preset !== undefined, exampleValue: '' },
    ];
  });
  return { type: 'object', properties: Object.fromEntries(described) };
}

/** The values that attributes have where nothing is said, for those that have one. */
export function templateOf(properties: JsonSchemas): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, schema]) => {
      const preset = defaultOf(schema) as Json | undefined;
      return preset === undefined ? [] : [[key, preset]];
    }),
  );
}

type JsonSchemas = NodeType['config']['properties'];

/** AM's way to say that a node cannot be put into a page. */
const notInPages: ReadonlySet<string> = new Set(['PageNode', 'InnerTreeEvaluatorNode']);

function entryOf({ id, name, tags, help }: NodeType): JsonObject {
  const pages = notInPages.has(id) ? { pageNodeCompatibility: 'unsupported' } : {};
  return { _id: id, name, collection: true, tags, metadata: { tags, ...pages }, help };
}

/** The nodes of a page come with their configuration in `_properties`. */
function outcomesUnder(type: string, configuration: JsonObject): Json {
  const [config = configuration, ...children] = inlineNodes('', type, configuration)
    .map(({ id, body }): JsonObject => ({ ...body, _id: id }))
    .toReversed();
  const { _outcomes, ...bare } = config;
  return outcomesIn(type, bare, (id) => children.find(({ _id }) => _id === id));
}
