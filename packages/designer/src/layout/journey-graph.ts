import {
  failureId,
  type Journey,
  type Layout,
  type Point,
  startId,
  successId,
} from '@journeyman/node-schemas';
import { cardContentOf } from '../canvas/card-content.ts';
import { cardGeometry, endGeometry, startGeometry } from '../canvas/card-geometry.ts';
import type { Card, Connection, Graph } from './graph.ts';

const startCard: Card = { id: startId, ...startGeometry, end: 'first' };
const successCard: Card = { id: successId, ...endGeometry, end: 'last' };
const failureCard: Card = { id: failureId, ...endGeometry, end: 'last' };

/** The outcome under which Start's connection goes. */
const startOutcome = startCard.outputs[0]?.outcome ?? '';

/**
 * A journey as the cards and connections that are drawn for it. Cards come in the order in which they are reached from Start,
 * so that the order of the file does not matter; what leads to nothing that is there is left out.
 */
export function graphOf(journey: Journey): Graph {
  const nodes = inReadingOrder(journey).map((id) => journey.nodes.get(id));
  const cards = nodes.flatMap((node): Card[] =>
    node === undefined ? [] : [{ id: node.id, ...cardGeometry(cardContentOf(node)) }],
  );
  const all = [startCard, ...cards, successCard, failureCard];
  const ids = new Set(all.map(({ id }) => id));
  const connections = all.flatMap(({ id, outputs }) =>
    outputs.flatMap(({ outcome }): Connection[] => {
      const target = targetOf(journey, id, outcome);
      return target !== undefined && ids.has(target) ? [{ nodeId: id, outcome, target }] : [];
    }),
  );
  return { cards: all, connections };
}

/** Where Start, the nodes, Success and Failure stand, by id. */
export function placesOf({ nodes, staticNodes }: Layout): ReadonlyMap<string, Point> {
  return new Map([...Object.entries(staticNodes), ...Object.entries(nodes)]);
}

/** Whether everything that is drawn of a journey has a place. */
export function isPlaced(journey: Journey, layout: Layout): boolean {
  const places = placesOf(layout);
  return graphOf(journey).cards.every(({ id }) => places.has(id));
}

function targetOf(journey: Journey, id: string, outcome: string): string | undefined {
  if (id === startId) return outcome === startOutcome ? journey.entryNodeId : undefined;
  const connections = journey.nodes.get(id)?.connections ?? {};
  return Object.hasOwn(connections, outcome) ? connections[outcome] : undefined;
}

/** Nearest to Start first, then what cannot be reached. */
function inReadingOrder({ entryNodeId, nodes }: Journey): readonly string[] {
  const found = new Set<string>();
  for (const first of [entryNodeId, ...nodes.keys()]) {
    const reached = new Set(found.has(first) || !nodes.has(first) ? [] : [first]);
    for (const id of reached) {
      found.add(id);
      const node = nodes.get(id);
      if (node === undefined) continue;
      for (const { id: outcome } of cardContentOf(node).outcomes) {
        const target = Object.hasOwn(node.connections, outcome) ? node.connections[outcome] : undefined;
        if (target !== undefined && nodes.has(target) && !found.has(target)) reached.add(target);
      }
    }
  }
  return [...found];
}
