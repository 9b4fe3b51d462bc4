import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { failureId, startId, successId } from './journey.ts';
import { type FileFinding, parseJson } from './parse-json.ts';

/** A place on the canvas, in pixels; the upper left corner of a card. */
export type Place = { readonly x: number; readonly y: number };

/**
 * Where the nodes of a journey are drawn, which a `<Name>.layout.json` keeps apart from what the journey does:
 * `{ "nodes": { "<id>": { "x": 240, "y": 80 } }, "staticNodes": { "startNode": { "x": 40, "y": 120 } } }`.
 * A node that is not in it has no place yet. Notes stay in the journey, under AM's `uiConfig.annotations`.
 */
export type Layout = {
  readonly nodes: { readonly [id: string]: Place };
  /** Start, Success and Failure, by AM's ids. */
  readonly staticNodes: { readonly [id: string]: Place };
};

/** The layout of a journey that nobody has drawn. */
export const emptyLayout: Layout = { nodes: {}, staticNodes: {} };

/** The places in a single-journey export, and for the nodes of it that have none there, those of a layout. */
export function layoutOf(exported: JsonObject, known: Layout = emptyLayout): Layout {
  const tree = objectOf(exported.tree);
  return {
    nodes: placesOf(Object.keys(objectOf(tree.nodes)), objectOf(tree.nodes), known.nodes),
    staticNodes: placesOf([startId, successId, failureId], objectOf(tree.staticNodes), known.staticNodes),
  };
}

/** The layout, or none where all nodes lie on one place: exports of what nobody has drawn have them at 0, 0. */
export function layoutIfDrawn(layout: Layout): Layout {
  return isOnePlace(Object.values(layout.nodes)) ? emptyLayout : layout;
}

/** Whether several nodes lie on one place, so that nobody has drawn them. */
export function isOnePlace(places: readonly Place[]): boolean {
  const [first, ...others] = places;
  return others.length > 0 && others.every(({ x, y }) => x === first?.x && y === first.y);
}

/** A single-journey export with the places of a layout in it, as AM and its tools keep them. */
export function withLayout(exported: JsonObject, layout: Layout): JsonObject {
  const tree = objectOf(exported.tree);
  const nodes = Object.entries(objectOf(tree.nodes)).map(([id, node]) => [
    id,
    isJsonObject(node) ? { ...node, ...own(layout.nodes, id) } : node,
  ]);
  const staticNodes = { ...objectOf(tree.staticNodes), ...layout.staticNodes };
  return { ...exported, tree: { ...tree, nodes: Object.fromEntries(nodes), staticNodes } };
}

/** Reads the text of a layout file. What is not a place is passed over: a layout can be drawn anew. */
export function readLayout(
  text: string,
):
  | { readonly status: 'read'; readonly layout: Layout }
  | { readonly status: 'refused'; readonly finding: FileFinding } {
  const parsed = parseJson(text);
  return parsed.status === 'refused' ? parsed : { status: 'read', layout: layoutFrom(parsed.value) };
}

/** The layout that a layout file's value holds, as `readLayout` takes it. */
export function layoutFrom(value: Json): Layout {
  const file = objectOf(value);
  const places = (part: JsonObject) => placesOf(Object.keys(part), part, {});
  return { nodes: places(objectOf(file.nodes)), staticNodes: places(objectOf(file.staticNodes)) };
}

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

const own = <Value>(values: Readonly<Record<string, Value>>, key: string) =>
  Object.hasOwn(values, key) ? values[key] : undefined;

function placesOf(
  ids: readonly string[],
  places: JsonObject,
  known: Readonly<Record<string, Place>>,
): Record<string, Place> {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const place = placeIn(own(places, id)) ?? own(known, id);
      return place === undefined ? [] : [[id, place]];
    }),
  );
}

function placeIn(value: Json | undefined): Place | undefined {
  if (!isJsonObject(value)) return undefined;
  const { x, y } = value;
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : undefined;
}
