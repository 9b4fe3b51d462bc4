import type { Point } from '@journeyman/node-schemas';
import type { ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import { connectionId } from '../canvas/connection-id.ts';
import type { Card, Connection, Graph } from './graph.ts';

/** Which way a journey runs: to the right, or downwards in rows. */
export type Direction = 'right' | 'down';

/** Where cards go, and the points of the lines between them from port to port. */
export interface Arrangement {
  /** By id. */
  readonly places: ReadonlyMap<string, Point>;
  /** By `connectionId`. */
  readonly routes: ReadonlyMap<string, readonly Point[]>;
}

/** ELK's options for a journey: layers, level and upright lines, and as far as possible the order of the file. */
const options = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES',
  'elk.spacing.nodeNode': '40',
  'elk.spacing.componentComponent': '40',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeNode': '20',
  'elk.layered.spacing.nodeNodeBetweenLayers': '90',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.layered.spacing.edgeNodeBetweenLayers': '20',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.randomSeed': '1',
} as const;

/** Up to so many connections cards are placed by the method that is best to look at; its time grows far faster than the graph. */
const mostForBest = 64;

/** From so many connections on, crossings are sought out less thoroughly. */
const manyConnections = 600;

function optionsFor({ length }: readonly Connection[], direction: Direction) {
  return {
    ...options,
    'elk.direction': direction === 'right' ? 'RIGHT' : 'DOWN',
    'elk.layered.nodePlacement.strategy': length <= mostForBest ? 'NETWORK_SIMPLEX' : 'BRANDES_KOEPF',
    ...(length < manyConnections ? {} : { 'elk.layered.thoroughness': '1' }),
  };
}

/** A graph as ELK takes it. Cards and ports go by number, since ids may be anything. */
export function elkGraphOf({ cards, connections }: Graph, direction: Direction): ElkNode {
  const numbers = new Map(cards.map(({ id }, number) => [id, number]));
  const edges = connections.flatMap((connection, number): ElkExtendedEdge[] => {
    const source = portOf(connection, cards, numbers);
    const target = numbers.get(connection.target);
    if (source === undefined || target === undefined || cards[target]?.input === null) return [];
    return [
      {
        id: `e${number}`,
        sources: [source],
        targets: [`n${target}:in`],
        // The way on is usually the first outcome: it should run straight.
        ...(source.endsWith(':o0') ? { layoutOptions: { 'elk.layered.priority.straightness': '10' } } : {}),
      },
    ];
  });
  return {
    id: 'journey',
    layoutOptions: optionsFor(connections, direction),
    children: cards.map(nodeOf),
    edges: [...edges, ...tiesOf(cards, edges)],
  };
}

/**
 * Unseen lines to each end that nothing leads to, from the first card that leads nowhere. Without one ELK takes the end for a
 * journey of its own, and sets it where it finds room; so it comes to stand behind all others, as an end that is led to does.
 */
function tiesOf(cards: readonly Card[], edges: readonly ElkExtendedEdge[]): ElkExtendedEdge[] {
  const leading = new Set(edges.flatMap(({ sources }) => sources.map((source) => source.split(':')[0])));
  const loose = cards.findIndex(({ outputs }, number) => outputs.length > 0 && !leading.has(`n${number}`));
  const source = loose < 0 ? cards.findIndex(({ end }) => end === 'first') : loose;
  if (source < 0) return [];
  const reached = new Set(edges.flatMap(({ targets }) => targets));
  return cards.flatMap(({ end }, number): ElkExtendedEdge[] => {
    const target = `n${number}:in`;
    if (end !== 'last' || reached.has(target)) return [];
    return [{ id: `tie${number}`, sources: [`n${source}:o0`], targets: [target] }];
  });
}

/** What ELK made of a graph. Places are whole pixels. */
export function arrangementOf(graph: Graph, { children = [], edges = [] }: ElkNode): Arrangement {
  const places = children.flatMap(({ id, x = 0, y = 0 }): [string, Point][] => {
    const card = graph.cards[Number(id.slice(1))];
    return card === undefined ? [] : [[card.id, { x: Math.round(x), y: Math.round(y) }]];
  });
  const routes = edges.flatMap(({ id, sections }): [string, readonly Point[]][] => {
    const connection = graph.connections[Number(id.slice(1))];
    const section = sections?.[0];
    if (connection === undefined || section === undefined) return [];
    const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
    return [[connectionId(connection), points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))]];
  });
  return { places: new Map(places), routes: new Map(routes) };
}

function nodeOf({ width, height, input, outputs, end }: Card, number: number): ElkNode {
  const port = (name: string, side: 'EAST' | 'WEST', { x, y }: Point): ElkPort => ({
    id: `n${number}:${name}`,
    x,
    y,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': side },
  });
  return {
    id: `n${number}`,
    width,
    height,
    ports: [
      ...(input === null ? [] : [port('in', 'WEST', input)]),
      ...outputs.map((output, index) => port(`o${index}`, 'EAST', output)),
    ],
    layoutOptions: {
      'elk.portConstraints': 'FIXED_POS',
      ...(end === undefined ? {} : { 'elk.layered.layering.layerConstraint': end.toUpperCase() }),
    },
  };
}

function portOf(
  { nodeId, outcome }: Connection,
  cards: readonly Card[],
  numbers: ReadonlyMap<string, number>,
): string | undefined {
  const number = numbers.get(nodeId);
  if (number === undefined) return undefined;
  const index = cards[number]?.outputs.findIndex((output) => output.outcome === outcome) ?? -1;
  return index < 0 ? undefined : `n${number}:o${index}`;
}
