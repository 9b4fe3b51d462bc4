import { isJsonObject, type Json, type JsonObject } from '@journeyman/node-schemas';

/**
 * The text of a journey's file with its name and the ids of its nodes replaced by their place in graph order, so that two files
 * that were drawn apart can be compared.
 */
export function withoutIds(text: string): string {
  const file = JSON.parse(text) as Json;
  const tree = objectAt(file, 'tree');
  const ids = graphOrder(file).map((id, place) => [id, `node ${place}`] as const);
  const names = new Map<string, string>([...ids, [String(tree._id), 'the journey']]);
  return JSON.stringify(sorted(renamed(file, names)), null, 2);
}

/** The ids of the nodes as they are come to from Start by the outcomes in order, those of a page after it. */
function graphOrder(file: Json): readonly string[] {
  const nodes = objectAt(file, 'tree', 'nodes');
  const order: string[] = [];
  const ahead = [String(objectAt(file, 'tree').entryNodeId)];
  for (let id = ahead.shift(); id !== undefined; id = ahead.shift()) {
    if (order.includes(id) || !Object.hasOwn(nodes, id)) continue;
    const children = objectAt(file, 'nodes', id).nodes;
    order.push(id, ...(Array.isArray(children) ? children.map((child) => String(objectAt(child)._id)) : []));
    const connections = objectAt(nodes, id, 'connections');
    for (const outcome of Object.keys(connections).sort()) ahead.push(String(connections[outcome]));
  }
  return order;
}

function renamed(value: Json, names: ReadonlyMap<string, string>): Json {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [names.get(key) ?? key, renamed(each, names)]),
  );
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

function objectAt(value: Json, ...path: readonly string[]): JsonObject {
  let at: Json | undefined = value;
  for (const key of path) at = isJsonObject(at) ? at[key] : undefined;
  if (at === undefined || !isJsonObject(at)) throw new Error(`There is no object at ${path.join('/')}.`);
  return at;
}
