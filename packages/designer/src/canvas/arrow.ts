import type { Place } from '@journeyman/node-schemas';
import { cardSizes } from './card-geometry.ts';

const length = 8;

/** The SVG path of the arrow at the end of a connection, before the dot of the port at which it arrives. */
export function arrowAt({ x, y }: Place): string {
  const tip = x - cardSizes.dot / 2;
  return `M${tip - length} ${y - length / 2}L${tip} ${y}L${tip - length} ${y + length / 2}Z`;
}
