import {
  type Box,
  failureId,
  type Journey,
  type JourneyNode,
  type Layout,
  type Place,
  startId,
  successId,
} from '@journeyman/node-schemas';
import { type Edge, type Node, type NodeHandle, Position } from '@xyflow/react';
import type { Comment, Note } from '../document/annotations.ts';
import { notePrefix, startOutcome } from '../document/lookup.ts';
import { cardContentOf, unconnectedOutcomes } from './card-content.ts';
import { cardGeometry, cardSizes, endGeometry, type Geometry, startGeometry } from './card-geometry.ts';
import { connectionId } from './connection-id.ts';
import { placesOf } from './spare-places.ts';

/** A node of the journey as it is drawn. */
export type CardFlowNode = Node<
  {
    readonly node: JourneyNode;
    /** The ids of the outcomes that lead nowhere, each followed by a line break. */
    readonly unconnected: string;
    readonly comments: number;
  },
  'card'
>;

/** Start, Success or Failure as it is drawn. */
export type EndFlowNode = Node<
  { readonly end: 'start' | 'success' | 'failure'; readonly isConnected: boolean },
  'end'
>;

/** A note as it is drawn. */
export type NoteFlowNode = Node<{ readonly note: Note }, 'note'>;

/** Whatever stands on the canvas. */
export type FlowNode = CardFlowNode | EndFlowNode | NoteFlowNode;

/** A connection as it is drawn. */
export type FlowEdge = Edge<Record<string, never>, 'connection'>;

/** What the canvas shows. */
export interface Shown {
  readonly journey: Journey;
  readonly layout: Layout;
  readonly notes: readonly Note[];
  readonly comments: ReadonlyMap<string, readonly Comment[]>;
  readonly selection: ReadonlySet<string>;
  /** Where cards are while they are dragged. */
  readonly dragged: ReadonlyMap<string, Place>;
  /** How large a note is while it is resized. */
  readonly resized: ReadonlyMap<string, Size>;
}

/** Width and height, in pixels. */
export type Size = Pick<Box, 'width' | 'height'>;

/** Everything that stands on the canvas. What has not changed is the same object as before, so that it is not drawn anew. */
export function flowNodes(shown: Shown, before: readonly FlowNode[]): readonly FlowNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const places = placesOf(shown.journey, shown.layout);
  const at = (id: string) => shown.dragged.get(id) ?? places.get(id) ?? { x: 0, y: 0 };
  const next: FlowNode[] = shown.notes.map((note) => noteNode(note, shown));
  next.push(endNode('start', shown, at(startId)));
  for (const node of shown.journey.nodes.values()) next.push(cardNode(node, shown, at(node.id)));
  next.push(endNode('success', shown, at(successId)), endNode('failure', shown, at(failureId)));
  return next.map((node) => {
    const old = known.get(node.id);
    return old !== undefined && isSame(old, node) ? old : node;
  });
}

/** Every connection whose two ends are there. */
export function flowEdges(
  { journey }: Pick<Shown, 'journey'>,
  selected: string | null,
  before: readonly FlowEdge[],
): readonly FlowEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  const isThere = (id: string) => journey.nodes.has(id) || id === successId || id === failureId;
  const ports = [{ nodeId: startId, outcome: startOutcome, target: journey.entryNodeId }];
  for (const { id, connections } of journey.nodes.values()) {
    for (const [outcome, target] of Object.entries(connections)) ports.push({ nodeId: id, outcome, target });
  }
  return ports
    .filter(({ target }) => isThere(target))
    .map(({ nodeId, outcome, target }) => {
      const id = connectionId({ nodeId, outcome });
      const old = known.get(id);
      const isSelected = id === selected;
      if (old?.target === target && old.selected === isSelected) return old;
      return {
        id,
        type: 'connection' as const,
        source: nodeId,
        sourceHandle: outcome,
        target,
        targetHandle: inputHandle,
        selected: isSelected,
        focusable: false,
        // The outline names every connection; React Flow would speak of ids.
        domAttributes: { 'aria-hidden': true },
      };
    });
}

/** The id of the handle at which connections arrive. */
export const inputHandle = 'in';

/** Where everything but notes stands; the map of before if nothing of it has moved or grown. */
export function boxesOf(
  nodes: readonly FlowNode[],
  before: ReadonlyMap<string, Box>,
): ReadonlyMap<string, Box> {
  const next = new Map<string, Box>();
  let isSameAsBefore = true;
  for (const { id, type, position, width = 0, height = 0 } of nodes) {
    if (type === 'note') continue;
    const old = before.get(id);
    const isStill =
      old?.x === position.x && old.y === position.y && old.width === width && old.height === height;
    isSameAsBefore &&= isStill;
    next.set(id, isStill && old !== undefined ? old : { ...position, width, height });
  }
  return isSameAsBefore && next.size === before.size ? before : next;
}

function cardNode(node: JourneyNode, shown: Shown, position: Place): CardFlowNode {
  const { journey, selection, comments } = shown;
  const leadsSomewhere = (id: string) => journey.nodes.has(id) || id === successId || id === failureId;
  return {
    id: node.id,
    type: 'card',
    position,
    ...sized(cardGeometry(cardContentOf(node))),
    selected: selection.has(node.id),
    zIndex: selection.has(node.id) ? 1 : 0,
    data: {
      node,
      unconnected: unconnectedOutcomes(node, leadsSomewhere)
        .map((id) => `${id}\n`)
        .join(''),
      comments: comments.get(node.id)?.length ?? 0,
    },
  };
}

const endIds = { start: startId, success: successId, failure: failureId } as const;

function endNode(end: keyof typeof endIds, { journey, selection }: Shown, position: Place): EndFlowNode {
  const entry = journey.entryNodeId;
  const isEntryThere = journey.nodes.has(entry) || entry === successId || entry === failureId;
  return {
    id: endIds[end],
    type: 'end',
    position,
    ...sized(end === 'start' ? startGeometry : endGeometry),
    selected: selection.has(endIds[end]),
    zIndex: selection.has(endIds[end]) ? 1 : 0,
    deletable: false,
    data: { end, isConnected: end !== 'start' || isEntryThere },
  };
}

function noteNode(note: Note, { selection, dragged, resized }: Shown): NoteFlowNode {
  const id = `${notePrefix}${note.id}`;
  const size = resized.get(id) ?? { width: note.w, height: note.h };
  return {
    id,
    type: 'note',
    position: dragged.get(id) ?? { x: note.x, y: note.y },
    ...size,
    measured: size,
    handles: [],
    zIndex: -1,
    selected: selection.has(id),
    data: { note },
  };
}

/** Sizes and handles that are known beforehand spare React Flow from measuring what is not in view. */
function sized({ width, height, input, outputs }: Geometry) {
  const handle = (type: 'source' | 'target', id: string, place: Place): NodeHandle => ({
    id,
    type,
    position: type === 'source' ? Position.Right : Position.Left,
    x: place.x - cardSizes.port / 2,
    y: place.y - cardSizes.port / 2,
    width: cardSizes.port,
    height: cardSizes.port,
  });
  return {
    width,
    height,
    measured: { width, height },
    handles: [
      ...(input === null ? [] : [handle('target', inputHandle, input)]),
      ...outputs.map(({ outcome, x, y }) => handle('source', outcome, { x, y })),
    ],
  };
}

function isSame(a: FlowNode, b: FlowNode): boolean {
  return (
    a.position.x === b.position.x &&
    a.position.y === b.position.y &&
    a.width === b.width &&
    a.height === b.height &&
    a.selected === b.selected &&
    isSameData(a.data, b.data)
  );
}

function isSameData(a: object, b: object): boolean {
  const values: Readonly<Record<string, unknown>> = { ...a };
  return Object.entries(b).every(([key, value]) => values[key] === value);
}
