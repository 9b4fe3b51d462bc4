import { type Box, overlap, type Place } from '@journeyman/node-schemas';
import type { Command, Refusal } from '../document/command.ts';
import { addNode, insertNode } from '../document/commands/add-node.ts';
import { connect } from '../document/commands/connect.ts';
import { addToPage } from '../document/commands/page-nodes.ts';
import type { Port } from '../document/lookup.ts';
import { refuse } from '../document/refuse.ts';
import type { EditorStore } from '../editor/editor-store.ts';
import { type QuickAdd, useCanvasView } from './canvas-view.ts';
import { cardSizes, snapped } from './card-geometry.ts';

/** How far a card that follows another stands from it. */
const gap = { across: 96, down: 40 } as const;

/** The height that a card is taken to have before its type is known. */
const usualHeight = 120;

/** The command that adds a node of a type for what the menu was opened for. */
export function addFor(store: EditorStore, { purpose, place }: QuickAdd, type: string): Command | Refusal {
  const { document, viewCentre } = store.getState();
  const id = crypto.randomUUID();
  switch (purpose.kind) {
    case 'after':
      return addNode(document, { id, type, place: place ?? placeAfter(purpose.from), from: purpose.from });
    case 'between':
      return insertNode(document, { id, type, place: place ?? placeAfter(purpose.from), from: purpose.from });
    case 'page':
      return addToPage(document, { pageId: purpose.pageId }, { id, type });
    case 'alone':
      return addNode(document, { id, type, place: snapped(place ?? viewCentre) });
  }
}

/** The command that leads the outcome for which the menu was opened to Success or Failure. */
export function leadTo(store: EditorStore, { purpose }: QuickAdd, end: string): Command | Refusal {
  const { document } = store.getState();
  return purpose.kind === 'after' ? connect(document, purpose.from, end) : refuse('nodeIsGone');
}

/** A free place to the right of the card that an outcome belongs to. */
export function placeAfter({ nodeId }: Port): Place {
  const { boxes } = useCanvasView.getState();
  const before = boxes.get(nodeId) ?? { x: 0, y: 0, width: 0, height: 0 };
  return freePlace({ x: before.x + before.width + gap.across, y: before.y }, [...boxes.values()]);
}

/** A place on the grid at which a card overlaps nothing: the one that is wanted, or the next below it that is free. */
export function freePlace(wanted: Place, taken: readonly Box[], height: number = usualHeight): Place {
  let { x, y } = snapped(wanted);
  for (;;) {
    const box = { x, y, width: cardSizes.width, height };
    const inWay = taken.find((other) => overlap(box, other));
    if (inWay === undefined) return { x, y };
    // Rounding to the grid must not bring it back into what it avoids.
    y = Math.ceil((inWay.y + inWay.height + gap.down) / cardSizes.snap) * cardSizes.snap;
  }
}
