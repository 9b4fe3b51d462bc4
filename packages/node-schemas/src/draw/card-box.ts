import type { Place } from '../journey/layout.ts';
import type { Box } from './route/box.ts';
import type { SceneCard } from './scene.ts';
import { wrapped } from './text-width.ts';

/** The measures of a card, in pixels of the canvas, as the designer draws it. */
export const measures = {
  width: 232,
  header: 40,
  titleSize: 13,
  titleLine: 16,
  subtitleSize: 11,
  subtitleLine: 14,
  /** Where texts begin, beside the icon. */
  textLeft: 42,
  child: 32,
  row: 24,
  padding: 8,
  pillWidth: 104,
  pillHeight: 32,
} as const;

/** A card at its place. */
export interface CardBox extends Box {
  readonly card: SceneCard;
  readonly isPill: boolean;
  readonly titleLines: readonly string[];
  readonly subtitleLines: readonly string[];
  /** The height of the part above a page's nodes and the outcomes. */
  readonly header: number;
}

/** A card with the size that it needs, at a place. */
export function cardBox(card: SceneCard, place: Place = { x: 0, y: 0 }): CardBox {
  const {
    width,
    pillWidth,
    pillHeight,
    textLeft,
    titleSize,
    titleLine,
    subtitleSize,
    subtitleLine,
    child,
    row,
    padding,
  } = measures;
  if (card.kind === 'start' || card.kind === 'success' || card.kind === 'failure') {
    const size = { width: pillWidth, height: pillHeight, header: pillHeight };
    return { ...place, ...size, card, isPill: true, titleLines: [card.title], subtitleLines: [] };
  }
  const room = width - textLeft - padding;
  const titleLines = wrapped(card.title, titleSize, room);
  const subtitleLines = card.subtitle === '' ? [] : wrapped(card.subtitle, subtitleSize, room);
  const texts = titleLines.length * titleLine + subtitleLines.length * subtitleLine;
  const header = Math.max(measures.header, texts + padding + 2);
  const height = header + card.children.length * child + card.outcomes.length * row + padding;
  return { ...place, width, height, card, isPill: false, titleLines, subtitleLines, header };
}

/** Where the connection of an outcome leaves a card. */
export function outputOf(box: CardBox, outcome: string): Place {
  const { child, row } = measures;
  const index = box.card.outcomes.findIndex(({ id }) => id === outcome);
  const y = box.isPill ? box.height / 2 : box.header + box.card.children.length * child + (index + 0.5) * row;
  return { x: box.x + box.width, y: box.y + y };
}

/** Where connections enter a card. */
export function inputOf(box: CardBox): Place {
  return { x: box.x, y: box.y + Math.min(measures.header, box.height) / 2 };
}
