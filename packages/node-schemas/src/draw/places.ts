import { failureId, startId, successId } from '../journey/journey.ts';
import { isOnePlace, type Layout, type Place } from '../journey/layout.ts';
import { type CardBox, cardBox, measures } from './card-box.ts';
import { overlap } from './route/box.ts';
import type { Scene } from './scene.ts';

/** How far apart cards stand that nobody has placed. */
const gap = { column: 96, row: 40 } as const;

/**
 * Everything at its place: as the layout says, and what has none there in a row under all that has one. Where the layout knows
 * few nodes or none, all of them in columns by their distance from Start, each about as high as what leads to it.
 */
export function placed(scene: Scene, layout: Layout): readonly CardBox[] {
  const cards = scene.cards.filter(({ id }) => !isEnd(id)).map((card) => cardBox(card));
  const known = cards.filter(({ card }) => Object.hasOwn(layout.nodes, card.id));
  if (
    known.length * 2 < cards.length ||
    isOnePlace(known.flatMap(({ card }) => layout.nodes[card.id] ?? []))
  ) {
    const boxes = inColumns(scene, cards);
    return [...boxes, ...endBoxes(scene, boxes, {})];
  }
  const drawn = stretches.map((by) => ({ by, boxes: asDrawn(cards, layout, by) }));
  const { by, boxes } = drawn.find((one) => !isCrowded(one.boxes)) ?? {
    by: 1,
    boxes: asDrawn(cards, layout, 1),
  };
  const ends = Object.entries(layout.staticNodes).map(([id, place]) => [id, stretched(place, by)] as const);
  return [...boxes, ...endBoxes(scene, boxes, Object.fromEntries(ends))];
}

const isEnd = (id: string) => id === startId || id === successId || id === failureId;

/** How much further apart cards are set until they do not lie on each other; other editors draw them smaller. */
const stretches = [1, 1.2, 1.4, 1.6, 1.8, 2] as const;

const stretched = ({ x, y }: Place, by: number): Place => ({ x: Math.round(x * by), y: Math.round(y * by) });

function isCrowded(boxes: readonly CardBox[]): boolean {
  return boxes.some((box, index) => boxes.slice(index + 1).some((other) => overlap(box, other)));
}

function asDrawn(cards: readonly CardBox[], { nodes }: Layout, by: number): readonly CardBox[] {
  const boxes = cards.flatMap((box) => {
    const place = Object.hasOwn(nodes, box.card.id) ? nodes[box.card.id] : undefined;
    return place === undefined ? [] : [{ ...box, ...stretched(place, by) }];
  });
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  let x = Math.min(...boxes.map((box) => box.x));
  const spare = cards
    .filter(({ card }) => !Object.hasOwn(nodes, card.id))
    .map((box) => {
      const at = { ...box, x, y: bottom + gap.row };
      x += box.width + gap.column;
      return at;
    });
  return [...boxes, ...spare];
}

function inColumns(scene: Scene, cards: readonly CardBox[]): readonly CardBox[] {
  const distances = distancesFrom(scene);
  const farthest = Math.max(0, ...distances.values());
  const columns = new Map<number, CardBox[]>();
  for (const box of cards) {
    const column = distances.get(box.card.id) ?? farthest + 1;
    columns.set(column, [...(columns.get(column) ?? []), box]);
  }
  const boxes = new Map<string, CardBox>();
  let x = 0;
  for (const [, column] of [...columns].sort(([a], [b]) => a - b)) {
    const wishes = column.map((box) => ({ ...box, x, y: wishedHeight(scene, box.card.id, boxes) }));
    let y = Number.NEGATIVE_INFINITY;
    for (const wish of wishes.sort((a, b) => a.y - b.y)) {
      const box = { ...wish, y: Math.max(y, wish.y) };
      y = box.y + box.height + gap.row;
      boxes.set(box.card.id, box);
    }
    x += measures.width + gap.column;
  }
  return [...boxes.values()];
}

function distancesFrom({ entryId, lines }: Scene): ReadonlyMap<string, number> {
  const distances = new Map([[entryId, 0]]);
  for (const [id, distance] of distances) {
    for (const { from, to } of lines) {
      if (from === id && !isEnd(to) && !distances.has(to)) distances.set(to, distance + 1);
    }
  }
  return distances;
}

/** The middle of what leads to a card and already has a place. */
function wishedHeight({ lines }: Scene, id: string, boxes: ReadonlyMap<string, CardBox>): number {
  const before = lines.flatMap(({ from, to }) => (to === id ? (boxes.get(from) ?? []) : []));
  if (before.length === 0) return 0;
  return Math.round(before.reduce((sum, { y }) => sum + y, 0) / before.length);
}

/** Start before everything and the ends behind it, where the layout says nothing. */
function endBoxes(scene: Scene, boxes: readonly CardBox[], known: Layout['staticNodes']): readonly CardBox[] {
  const left = Math.min(...boxes.map(({ x }) => x), 0);
  const right = Math.max(...boxes.map(({ x, width }) => x + width), 0);
  const entry = boxes.find(({ card }) => card.id === scene.entryId);
  const leading = (id: string) => {
    const ys = boxes.filter(({ card }) => scene.lines.some(({ from, to }) => from === card.id && to === id));
    return ys.length === 0 ? 0 : Math.round(ys.reduce((sum, { y }) => sum + y, 0) / ys.length);
  };
  const [high, low] = [leading(successId), leading(failureId)];
  const spare: Readonly<Record<string, Place>> = {
    [startId]: { x: left - 200, y: (entry?.y ?? 0) + 4 },
    [successId]: { x: right + gap.column, y: Math.min(high, low) },
    [failureId]: { x: right + gap.column, y: Math.max(high, low, Math.min(high, low) + 80) },
  };
  return scene.cards
    .filter(({ id }) => isEnd(id))
    .map((card) => cardBox(card, Object.hasOwn(known, card.id) ? known[card.id] : spare[card.id]));
}
