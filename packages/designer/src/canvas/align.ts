import type { Box, Place } from '@journeyman/node-schemas';
import { cardSizes } from './card-geometry.ts';

/** The side or the middle that boxes are to share. */
export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** The direction in which the gaps between boxes are made equal. */
export type Distribution = 'horizontally' | 'vertically';

/** A box with the id of what it stands for. */
export interface NamedBox extends Box {
  readonly id: string;
}

/** The places of boxes so that all share a side or the middle of what they cover. */
export function aligned(boxes: readonly NamedBox[], alignment: Alignment): ReadonlyMap<string, Place> {
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const place = ({ x, y, width, height }: Box): Place => {
    switch (alignment) {
      case 'left':
        return { x: left, y };
      case 'centre':
        return { x: (left + right - width) / 2, y };
      case 'right':
        return { x: right - width, y };
      case 'top':
        return { x, y: top };
      case 'middle':
        return { x, y: (top + bottom - height) / 2 };
      case 'bottom':
        return { x, y: bottom - height };
    }
  };
  return new Map(boxes.map((box) => [box.id, place(box)]));
}

/** The places of boxes with equal gaps, the outer two staying where they are; where they have no room, with none between them. */
export function distributed(boxes: readonly NamedBox[], direction: Distribution): ReadonlyMap<string, Place> {
  const isAcross = direction === 'horizontally';
  const start = (box: Box) => (isAcross ? box.x : box.y);
  const length = (box: Box) => (isAcross ? box.width : box.height);
  const ordered = [...boxes].sort((a, b) => start(a) - start(b));
  const [first] = ordered;
  if (first === undefined) return new Map();
  const end = Math.max(...ordered.map((box) => start(box) + length(box)));
  const filled = ordered.reduce((sum, box) => sum + length(box), 0);
  const gap = Math.max(0, (end - start(first) - filled) / Math.max(1, ordered.length - 1));
  let at = start(first);
  return new Map(
    ordered.map((box) => {
      const place = isAcross ? { x: at, y: box.y } : { x: box.x, y: at };
      at += length(box) + gap;
      return [box.id, place];
    }),
  );
}

/** Where a card is put so that its middle is at a place, on the grid. */
export function centredAt({ x, y }: Place, { width, height }: { width: number; height: number }): Place {
  const { snap } = cardSizes;
  return {
    x: Math.round((x - width / 2) / snap) * snap,
    y: Math.round((y - height / 2) / snap) * snap,
  };
}
