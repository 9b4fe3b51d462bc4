import {
  failureId,
  type Journey,
  type Layout,
  type Place,
  startId,
  successId,
} from '@journeyman/node-schemas';
import { cardContentOf } from './card-content.ts';
import { cardGeometry, cardSizes } from './card-geometry.ts';

const gap = { x: 96, y: 40 } as const;

/** Where everything stands: as the layout says, and what has no place yet in a row under all that has one. */
export function placesOf(journey: Journey, { nodes, staticNodes }: Layout): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let bottom = 0;
  let left = 0;
  let right = 0;
  for (const [id, node] of journey.nodes) {
    const place = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
    if (place === undefined) continue;
    places.set(id, place);
    left = places.size === 1 ? place.x : Math.min(left, place.x);
    right = Math.max(right, place.x + cardSizes.width);
    bottom = Math.max(bottom, place.y + cardGeometry(cardContentOf(node)).height);
  }
  let next = left;
  const row = places.size === 0 ? 0 : bottom + gap.y;
  for (const id of journey.nodes.keys()) {
    if (places.has(id)) continue;
    places.set(id, { x: next, y: row });
    next += cardSizes.width + gap.x;
    right = Math.max(right, next - gap.x);
  }
  const ends: readonly (readonly [string, Place])[] = [
    [startId, { x: left - cardSizes.pillWidth - gap.x, y: 0 }],
    [successId, { x: right + gap.x, y: 0 }],
    [failureId, { x: right + gap.x, y: cardSizes.pillHeight + gap.y }],
  ];
  for (const [id, spare] of ends) {
    places.set(id, (Object.hasOwn(staticNodes, id) ? staticNodes[id] : undefined) ?? spare);
  }
  return places;
}
