import type { Box, Point } from '@journeyman/node-schemas';

/** A card as the layout sees it: how large it is and where its ports are from its upper left corner, in pixels. */
export interface Card {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Where connections enter, at the left edge; null where none do. */
  readonly input: Point | null;
  /** Where the connection of each outcome leaves, at the right edge, from top to bottom. */
  readonly outputs: readonly Output[];
  /** Whether it belongs before or behind all others. */
  readonly end?: 'first' | 'last';
}

/** A port of a card. */
interface Output extends Point {
  readonly outcome: string;
}

/** A connection between two cards. */
export interface Connection {
  readonly nodeId: string;
  readonly outcome: string;
  readonly target: string;
}

/** Cards and the connections between them, in the order in which people read them. */
export interface Graph {
  readonly cards: readonly Card[];
  readonly connections: readonly Connection[];
}

/** A card at its place. */
export type PlacedCard = Card & Box;

/** The part of a graph that lies among some of its cards. */
export function partOf({ cards, connections }: Graph, ids: ReadonlySet<string>): Graph {
  return {
    cards: cards.filter(({ id }) => ids.has(id)),
    connections: connections.filter(({ nodeId, target }) => ids.has(nodeId) && ids.has(target)),
  };
}

/** The cards that have a place, with it. */
export function boxesOf(cards: readonly Card[], places: ReadonlyMap<string, Point>): PlacedCard[] {
  return cards.flatMap((card) => {
    const place = places.get(card.id);
    return place === undefined ? [] : [{ ...card, ...place }];
  });
}
