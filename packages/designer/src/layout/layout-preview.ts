import type { Point } from '@journeyman/node-schemas';
import { create } from 'zustand';
import { layOut as layOutCommand } from '../document/commands/move-nodes.ts';
import { deriveJourney } from '../document/derive-journey.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import type { EditorState } from '../editor/editor-state.ts';
import { type Elk, elkInWorker } from './elk.ts';
import type { Arrangement, Direction } from './elk-graph.ts';
import type { Graph } from './graph.ts';
import { graphOf, placesOf } from './journey-graph.ts';
import { layOut, type Scope } from './lay-out.ts';
import { routes } from './use-route.ts';

/** A layout that is sought, or that is shown and waits for the word of the person who asked for it. */
export type LayoutPreview =
  | { readonly status: 'none' }
  | { readonly status: 'working' }
  | {
      readonly status: 'shown';
      readonly scope: Scope;
      readonly direction: Direction;
      readonly graph: Graph;
      readonly arrangement: Arrangement;
      /** Where those cards go that would move. */
      readonly moves: ReadonlyMap<string, Point>;
      /** What it was made for; for any other document it is worth nothing. */
      readonly document: JourneyDocument;
    };

/** Reads the layout that is previewed. */
export const useLayoutPreview = create<LayoutPreview>()(() => ({ status: 'none' }));

/** The direction that was chosen last. */
let direction: Direction = 'right';

let serial = 0;

/** Seeks a layout and shows it, or says why there is nothing to show. A later call overtakes an earlier one. */
export async function previewLayout(
  state: EditorState,
  scope: Scope,
  { to = direction, elk = elkInWorker }: { readonly to?: Direction; readonly elk?: Elk } = {},
): Promise<void> {
  direction = to;
  serial += 1;
  const mine = serial;
  const { document, journey } = state;
  const graph = graphOf(journey);
  const places = placesOf(document.layout);
  if (scope === 'new' && graph.cards.every(({ id }) => places.has(id))) {
    state.announce({ key: 'layout.nothingNew' }, true);
    return;
  }
  // Another direction is sought while the first one is still shown.
  if (useLayoutPreview.getState().status === 'none') useLayoutPreview.setState({ status: 'working' }, true);
  const arrangement = await layOut(graph, places, { scope, direction: to, elk }).catch(() => null);
  if (mine !== serial) return;
  const moves = new Map(
    [...(arrangement?.places ?? [])].filter(([id, place]) => !isAt(places.get(id), place)),
  );
  if (arrangement === null || moves.size === 0) {
    useLayoutPreview.setState({ status: 'none' }, true);
    state.announce({ key: arrangement === null ? 'layout.failed' : 'layout.nothingMoves' }, true);
    return;
  }
  useLayoutPreview.setState(
    { status: 'shown', scope, direction: to, graph, arrangement, moves, document },
    true,
  );
  state.announce({ key: 'layout.previewed', values: { count: moves.size } });
}

/** Does what is previewed, as one step. */
export function applyLayout(state: EditorState): void {
  const preview = useLayoutPreview.getState();
  closePreview();
  if (preview.status !== 'shown' || preview.document !== state.document) return;
  routes.keep(preview.arrangement.routes);
  state.run(layOutCommand(state.document, Object.fromEntries(preview.moves)));
}

/** Leaves everything as it is. */
export function cancelLayout(state: EditorState): void {
  closePreview();
  state.announce({ key: 'layout.left' });
}

/** Takes the preview away without a word, when the journey was changed under it or another is opened. */
export function closePreview(): void {
  serial += 1;
  if (useLayoutPreview.getState().status === 'working') elkInWorker.stop?.();
  useLayoutPreview.setState({ status: 'none' }, true);
}

/**
 * Places what has none, for a journey that is opened: no step of the history, and nothing that was placed by hand is moved.
 * The document as it is if there is nothing to place or no layout is found in good time.
 */
export async function withPlacesForAll(
  document: JourneyDocument,
  elk: Elk = elkInWorker,
): Promise<JourneyDocument> {
  const journey = deriveJourney(document.exported);
  const graph = graphOf(journey);
  const places = placesOf(document.layout);
  if (graph.cards.every(({ id }) => places.has(id))) return document;
  const sought = layOut(graph, places, { scope: 'new', direction: 'right', elk }).catch(() => null);
  const arrangement = await Promise.race([sought, afterPatience()]);
  if (arrangement === undefined) elk.stop?.();
  if (arrangement == null) return document;
  routes.keep(arrangement.routes);
  const found = Object.fromEntries(arrangement.places);
  const { nodes, staticNodes } = document.layout;
  const isNode = ([id]: readonly [string, Point]) => journey.nodes.has(id);
  const entries = Object.entries(found);
  return {
    ...document,
    layout: {
      nodes: { ...nodes, ...Object.fromEntries(entries.filter(isNode)) },
      staticNodes: { ...staticNodes, ...Object.fromEntries(entries.filter((entry) => !isNode(entry))) },
    },
  };
}

/** How long opening a journey waits for places, in milliseconds. */
const patienceMs = 4000;

const afterPatience = () => new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs, undefined));

const isAt = (a: Point | undefined, b: Point) => a?.x === b.x && a.y === b.y;
