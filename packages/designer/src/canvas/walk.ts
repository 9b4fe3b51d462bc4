import { type Box, type Journey, type JourneyNode, startId } from '@journeyman/node-schemas';
import { cardContentOf } from './card-content.ts';

/** The way that an arrow key points. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/** What is walked on. */
export interface Ground {
  readonly journey: Journey;
  /** Where nodes and ends stand. */
  readonly boxes: ReadonlyMap<string, Box>;
}

/**
 * Where an arrow key leads from a node, an end or a node in a page: right to where the first connected outcome leads, left to a
 * node that leads here, up and down to what else the same node leads to, or what stands there. Down from a page enters it.
 * Null where there is nothing that way.
 */
export function walk({ journey, boxes }: Ground, from: string, direction: Direction): string | null {
  const page = pageOf(journey, from);
  if (page !== undefined) return walkInPage({ journey, boxes }, page, from, direction);
  switch (direction) {
    case 'right':
      return targetsOf(journey, from).find((id) => boxes.has(id)) ?? null;
    case 'left':
      return nearest(boxes, from, sourcesOf(journey, from));
    case 'down':
      return journey.nodes.get(from)?.children?.[0]?.id ?? beside({ journey, boxes }, from, direction);
    case 'up':
      return beside({ journey, boxes }, from, direction);
  }
}

function walkInPage(ground: Ground, page: JourneyNode, from: string, direction: Direction): string | null {
  const children = page.children ?? [];
  const index = children.findIndex(({ id }) => id === from);
  switch (direction) {
    case 'up':
      return children[index - 1]?.id ?? page.id;
    case 'down':
      return children[index + 1]?.id ?? beside(ground, page.id, direction);
    case 'left':
      return page.id;
    case 'right':
      return walk(ground, page.id, direction);
  }
}

function beside({ journey, boxes }: Ground, from: string, direction: 'up' | 'down'): string | null {
  const siblings = sourcesOf(journey, from).flatMap((source) => targetsOf(journey, source));
  const isThatWay = (id: string) => isBeyond(boxes, from, id, direction);
  return (
    nearest(
      boxes,
      from,
      siblings.filter((id) => isThatWay(id) && isInColumn(boxes, from, id)),
    ) ?? nearest(boxes, from, [...boxes.keys()].filter(isThatWay))
  );
}

function isBeyond(boxes: Ground['boxes'], from: string, id: string, direction: 'up' | 'down'): boolean {
  const a = boxes.get(from);
  const b = boxes.get(id);
  if (a === undefined || b === undefined || id === from) return false;
  return direction === 'down' ? b.y > a.y : b.y < a.y;
}

/** Whether two nodes stand about above each other: a sibling columns away is not where a person looks. */
function isInColumn(boxes: Ground['boxes'], from: string, id: string): boolean {
  const a = boxes.get(from);
  const b = boxes.get(id);
  return a !== undefined && b !== undefined && b.x < a.x + a.width && a.x < b.x + b.width;
}

/** The nearest of some nodes to another by their middles; what stands in another column counts as farther. */
function nearest(boxes: Ground['boxes'], from: string, ids: readonly string[]): string | null {
  const at = boxes.get(from);
  if (at === undefined) return null;
  const distance = (id: string) => {
    const box = boxes.get(id);
    if (box === undefined || id === from) return Number.POSITIVE_INFINITY;
    const across = Math.abs(box.x + box.width / 2 - at.x - at.width / 2);
    return 2 * across + Math.abs(box.y + box.height / 2 - at.y - at.height / 2);
  };
  const [best] = [...new Set(ids)].sort((a, b) => distance(a) - distance(b));
  return best !== undefined && distance(best) < Number.POSITIVE_INFINITY ? best : null;
}

function targetsOf(journey: Journey, id: string): readonly string[] {
  if (id === startId) return [journey.entryNodeId];
  const node = journey.nodes.get(id);
  if (node === undefined) return [];
  return cardContentOf(node).outcomes.flatMap((outcome) =>
    Object.hasOwn(node.connections, outcome.id) ? (node.connections[outcome.id] ?? []) : [],
  );
}

function sourcesOf(journey: Journey, id: string): readonly string[] {
  const nodes = [...journey.nodes.values()].filter(({ connections }) =>
    Object.values(connections).includes(id),
  );
  return [...(journey.entryNodeId === id ? [startId] : []), ...nodes.map((node) => node.id)];
}

function pageOf(journey: Journey, id: string): JourneyNode | undefined {
  if (journey.nodes.has(id)) return undefined;
  return [...journey.nodes.values()].find(({ children }) => children?.some((child) => child.id === id));
}
