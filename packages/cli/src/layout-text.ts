import {
  type CollectionFinding,
  canonicalText,
  formatLayout,
  isJsonObject,
  type Json,
  type JsonObject,
  type Layout,
  layoutIfDrawn,
  locator,
  parseJson,
} from '@journeyman/node-schemas';

/** What keeps the text of a layout file from having places; undefined: nothing, or it is no JSON, which the findings of files tell. */
export function layoutFault(file: string, text: string | undefined): CollectionFinding | undefined {
  const parsed = text === undefined ? undefined : parseJson(text);
  if (text === undefined || parsed?.status !== 'parsed') return undefined;
  const { value } = parsed;
  const fault = (path: readonly string[], message: string): CollectionFinding => ({
    file,
    ...locator(text)(path),
    severity: 'error',
    message,
  });
  if (!isJsonObject(value)) return fault([], 'An object with places of nodes is expected.');
  const part = ['nodes', 'staticNodes'].find((key) => value[key] !== undefined && !isJsonObject(value[key]));
  if (part === undefined) return undefined;
  return fault([part], `An object of places by the id of the node is expected in "${part}".`);
}

/** The canonical text of a layout: what its file says besides, of nodes that are not there too, stays in it. */
export function layoutText(layout: Layout, text: string | undefined): string {
  const parsed = text === undefined ? undefined : parseJson(text);
  if (parsed?.status !== 'parsed') return formatLayout(layout);
  const known = objectOf(parsed.value);
  const { nodes, staticNodes } = layoutIfDrawn(layout);
  return canonicalText({
    ...known,
    nodes: withPlaces(objectOf(known.nodes), nodes),
    staticNodes: withPlaces(objectOf(known.staticNodes), staticNodes),
  });
}

function withPlaces(known: JsonObject, places: Layout['nodes']): JsonObject {
  const placed = Object.entries(places).map(([id, place]) => [id, { ...objectOf(known[id]), ...place }]);
  return { ...known, ...Object.fromEntries(placed) };
}

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
