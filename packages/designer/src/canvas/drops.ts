import type { Place } from '@journeyman/node-schemas';
import type { Command, Refusal } from '../document/command.ts';
import { addNode, insertNode } from '../document/commands/add-node.ts';
import { insertOnConnection } from '../document/commands/connect.ts';
import { addToPage, moveToPage, reorderInPage, takeOutOfPage } from '../document/commands/page-nodes.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { pageEntries, pageOf } from '../document/lookup.ts';
import type { DropTarget } from './canvas-view.ts';
import { portOf } from './connection-id.ts';

/** Where something is dropped: onto a page or a connection, or else at a place of the canvas. */
export interface Drop {
  readonly target: DropTarget | null;
  /** The upper left corner of the card that is to be. */
  readonly place: Place;
}

/** The command for a node type that is dropped. */
export function dropNodeType(
  document: JourneyDocument,
  { target, place }: Drop,
  { id, type }: { readonly id: string; readonly type: string },
): Command | Refusal {
  switch (target?.kind) {
    case 'page':
      return addToPage(document, target, { id, type });
    case 'connection':
      return insertNode(document, { id, type, place, from: portOf(target.id) });
    case undefined:
      return addNode(document, { id, type, place });
  }
}

/** The command for a node of a page that is dropped: elsewhere in its page, in another, or on the canvas. */
export function dropChild(
  document: JourneyDocument,
  { target, place }: Drop,
  childId: string,
): Command | Refusal {
  if (target?.kind !== 'page') return takeOutOfPage(document, childId, place);
  const { pageId, index } = target;
  if (pageOf(document.exported, childId) !== pageId) return moveToPage(document, { pageId, index }, childId);
  const now = pageEntries(document.exported.nodes[pageId]).findIndex(({ _id }) => _id === childId);
  return reorderInPage(document, childId, index > now ? index - 1 : index);
}

/** The command for a card that is dropped onto a page or a connection; null where it is simply moved. */
export function dropCard(
  document: JourneyDocument,
  target: DropTarget | null,
  nodeId: string,
): Command | Refusal | null {
  switch (target?.kind) {
    case 'page':
      return moveToPage(document, target, nodeId);
    case 'connection':
      return insertOnConnection(document, portOf(target.id), nodeId);
    case undefined:
      return null;
  }
}
