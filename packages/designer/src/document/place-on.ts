import type { Place } from '@journeyman/node-schemas';
import { targetOf } from './connections.ts';
import type { JourneyDocument } from './journey-document.ts';
import { isStaticId, ownValue, type Port } from './lookup.ts';

/** A little below the middle between the two ends of a connection. */
export function placeOn(document: JourneyDocument, from: Port): Place {
  const { layout } = document;
  const placeOf = (id: string) => ownValue(isStaticId(id) ? layout.staticNodes : layout.nodes, id);
  const to = targetOf(document, from) ?? from.nodeId;
  const start = placeOf(from.nodeId) ?? placeOf(to) ?? { x: 0, y: 0 };
  const end = placeOf(to) ?? start;
  return { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 + 40 };
}
