import type { Place } from '@journeyman/node-schemas';
import { startOutcome } from '../document/lookup.ts';
import type { Detail } from './canvas-view.ts';
import type { CardContent } from './card-content.ts';

/** The measures of a card and of what is drawn beside cards, in pixels at 100 %. */
export const cardSizes = {
  width: 232,
  header: 40,
  summaryLine: 16,
  /** The line above a page's nodes. */
  trayTitle: 24,
  child: 32,
  /** What an empty tray says. */
  emptyTray: 40,
  outcome: 24,
  bottom: 8,
  /** A port's dot, and the square around it that takes the pointer. */
  dot: 12,
  port: 24,
  pillWidth: 104,
  pillHeight: 32,
  /** Everything is put on multiples of this. */
  snap: 8,
} as const;

/** The size of something on the canvas and where connections meet it, from its upper left corner. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  /** Where connections arrive; null for Start. */
  readonly input: Place | null;
  /** Where the connection of each outcome leaves, in order. */
  readonly outputs: readonly Output[];
}

/** Where the connection of an outcome leaves. */
interface Output extends Place {
  readonly outcome: string;
}

/** The geometry of a node's card. */
export function cardGeometry({ kind, summary, children, outcomes }: CardContent): Geometry {
  const { width, header, outcome, bottom } = cardSizes;
  const tray = kind === 'page' ? trayHeight(children.length) : 0;
  const firstRow = header + summary.length * cardSizes.summaryLine + tray;
  return {
    width,
    height: firstRow + outcomes.length * outcome + bottom,
    input: { x: 0, y: header / 2 },
    outputs: outcomes.map(({ id }, row) => ({ outcome: id, x: width, y: firstRow + (row + 0.5) * outcome })),
  };
}

/** What a line of a title takes on the screen at any zoom at which it keeps its size. */
const titleLine = 12.32;

/** How many lines of its title the card of a node has room for at a zoom. */
export function titleLinesAt(
  content: CardContent,
  { zoom, detail }: { readonly zoom: number; readonly detail: Detail },
): number {
  if (detail === 'full') return 2;
  // The nodes of a page begin where a second line would.
  if (detail === 'compact' && content.kind === 'page') return 1;
  const lines = Math.floor((cardGeometry(content).height * zoom) / titleLine);
  return Math.min(Math.max(lines, 1), detail === 'compact' ? 3 : 4);
}

/** The height of the tray of a page with so many nodes. */
function trayHeight(children: number): number {
  const { trayTitle, child, emptyTray } = cardSizes;
  return trayTitle + (children === 0 ? emptyTray : children * child);
}

const pill = { width: cardSizes.pillWidth, height: cardSizes.pillHeight };
const middle = cardSizes.pillHeight / 2;

/** The geometry of Start. */
export const startGeometry: Geometry = {
  ...pill,
  input: null,
  outputs: [{ outcome: startOutcome, x: pill.width, y: middle }],
};

/** The geometry of Success and Failure. */
export const endGeometry: Geometry = { ...pill, input: { x: 0, y: middle }, outputs: [] };

/** The nearest place on the grid. */
export function snapped({ x, y }: Place): Place {
  const { snap } = cardSizes;
  return { x: Math.round(x / snap) * snap, y: Math.round(y / snap) * snap };
}
