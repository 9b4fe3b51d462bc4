import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** The version of a node type where nothing says another; tools that ask by version cannot do without one. */
export const firstVersion = '1.0';

/**
 * An export that names the versions of node types only where they are not the first: in the tree, in pages, and with what AM says of
 * the type. Older tools have not written them, and AM answers them whether they were there or not.
 */
export function withoutFirstVersions(exported: JsonObject): JsonObject {
  const { tree, nodes, innerNodes } = exported;
  return {
    ...exported,
    ...(isJsonObject(nodes) ? { nodes: each(nodes, ofConfig) } : {}),
    ...(isJsonObject(innerNodes) ? { innerNodes: each(innerNodes, ofConfig) } : {}),
    ...(isJsonObject(tree) && isJsonObject(tree.nodes)
      ? { tree: { ...tree, nodes: each(tree.nodes, (node) => unversioned(node, 'version')) } }
      : {}),
  };
}

function ofConfig(config: Json): Json {
  if (!isJsonObject(config)) return config;
  const { _type, nodes } = config;
  return {
    ...config,
    ...(_type === undefined ? {} : { _type: unversioned(_type, 'version') }),
    ...(Array.isArray(nodes) ? { nodes: nodes.map((child: Json) => unversioned(child, 'nodeVersion')) } : {}),
  };
}

function unversioned(value: Json, key: string): Json {
  if (!isJsonObject(value) || value[key] !== firstVersion) return value;
  const { [key]: _, ...rest } = value;
  return rest;
}

const each = (values: JsonObject, change: (value: Json) => Json): JsonObject =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, change(value)]));
