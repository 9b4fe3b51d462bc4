import type { Place } from '@journeyman/node-schemas';
import type { DropTarget } from './canvas-view.ts';
import { cardSizes } from './card-geometry.ts';

/**
 * What lies under a point of the window and would take up what is dropped there: a page or a connection. `ignored` is the
 * card that is being dragged, which lies under the pointer itself.
 */
export function dropTargetAt({ x, y }: Place, ignored?: string): DropTarget | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const card = element.closest('.react-flow__node');
    if (card instanceof HTMLElement && card.dataset.id !== undefined) {
      if (card.dataset.id === ignored) continue;
      return pageIn(card, y);
    }
    const id = element.closest('[data-connection]')?.getAttribute('data-connection');
    if (id != null && !belongsTo(id, ignored)) return { kind: 'connection', id };
  }
  return null;
}

/** A connection of the dragged card moves with it. */
const belongsTo = (id: string, nodeId: string | undefined) =>
  nodeId !== undefined && id.startsWith(`${nodeId}|`);

function pageIn(card: HTMLElement, y: number): DropTarget | null {
  const tray = card.querySelector('[data-tray]');
  const pageId = tray?.getAttribute('data-tray');
  if (tray == null || pageId == null) return null;
  const { top, height } = tray.getBoundingClientRect();
  const children = tray.querySelectorAll('.page-child').length;
  const scale = height / (tray instanceof HTMLElement ? tray.offsetHeight || 1 : 1);
  const row = Math.round(((y - top) / scale - cardSizes.trayTitle) / cardSizes.child);
  return { kind: 'page', pageId, index: Math.min(children, Math.max(0, row)) };
}

/** Whether two targets are one. */
export function isSameTarget(a: DropTarget | null, b: DropTarget | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'page') return b.kind === 'page' && a.pageId === b.pageId && a.index === b.index;
  return b.kind === 'connection' && a.id === b.id;
}
