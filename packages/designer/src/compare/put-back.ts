import { formatJourney, type Item, isJsonObject, type JsonObject } from '@journeyman/node-schemas';
import {
  annotationsOf,
  areAnnotationsReadable,
  changeNote,
  putNote,
  removeAnnotations,
} from '../document/annotations.ts';
import type { Command, Refusal } from '../document/command.ts';
import { moveToPage, takeOutOfPage } from '../document/commands/page-nodes.ts';
import { removeNodes } from '../document/commands/remove-nodes.ts';
import type { Editing } from '../document/editing.ts';
import { withoutKeys } from '../document/edits.ts';
import { emptyHistory, perform } from '../document/history.ts';
import type { JourneyDocument, Tree } from '../document/journey-document.ts';
import { hasNode, isEndId, nameOf, notePrefix, ownValue, pageOf } from '../document/lookup.ts';
import { isRefusal, refuse } from '../document/refuse.ts';
import { putNodeBack } from './put-node-back.ts';

type Change = Item['changes'][number];

/** Whether what an item tells of can be made as it was by itself: not so for what is kept beside the nodes, scripts apart. */
export function canPutBack({ changes }: Item): boolean {
  return changes.every(
    (change) =>
      (change.type !== 'dependency' || change.kind === 'script') &&
      change.type !== 'other' &&
      (changes.length === 1 ||
        (change.type === 'node' && change.edits.every(({ type }) => type !== 'placed'))),
  );
}

/**
 * Makes what an item of a comparison tells of as it was before, and leaves everything else as it is now. An outcome that led to a
 * node which is not there any more stays as it is.
 */
export function putBack(document: JourneyDocument, before: JourneyDocument, item: Item): Command | Refusal {
  const [first] = item.changes;
  const prepared = first === undefined ? undefined : preparing(document, before, first);
  if (prepared !== undefined && isRefusal(prepared)) return prepared;
  const command: Command = {
    label: { key: 'command.putBack', values: { name: item.name } },
    apply(draft) {
      prepared?.apply(draft);
      for (const change of item.changes) putChangeBack(draft, before, change);
    },
  };
  const next = perform({ document, history: emptyHistory }, command).document;
  return formatJourney(next.exported) !== formatJourney(document.exported)
    ? command
    : refuse('targetIsGone', { name: formerTarget(item) });
}

/** The name of what the first of its outcomes led to that leads elsewhere now. */
function formerTarget({ changes }: Item): string {
  const edits = changes.flatMap((change) => (change.type === 'node' ? change.edits : []));
  return edits.find((edit) => edit.type === 'outcome')?.before ?? '';
}

/** What is done first: a node that is to go goes, and one that is on a page and was not, or the other way round, changes its place. */
function preparing(
  document: JourneyDocument,
  before: JourneyDocument,
  change: Change,
): Command | Refusal | undefined {
  if (change.type === 'note' && !areAnnotationsReadable(document.exported)) return refuse('notesUnreadable');
  if (change.type === 'start') {
    const { entryNodeId } = before.exported.tree;
    const isThere = isEndId(entryNodeId) || Object.hasOwn(document.exported.tree.nodes, entryNodeId);
    return isThere ? undefined : refuse('targetIsGone', { name: nameOf(before, entryNodeId) });
  }
  if (change.type !== 'node') return undefined;
  const { nodeId, status } = change;
  if (status === 'added') return removeNodes(document, [nodeId]);
  const page = pageOf(before.exported, nodeId);
  const isPageThere = page === undefined || hasNode(document.exported, page);
  if (!isPageThere) return refuse('pageIsGone', { name: nameOf(before, page) });
  if (status === 'removed' || pageOf(document.exported, nodeId) === page) return undefined;
  return page === undefined
    ? takeOutOfPage(document, nodeId, ownValue(before.layout.nodes, nodeId) ?? { x: 0, y: 0 })
    : moveToPage(document, { pageId: page }, nodeId);
}

function putChangeBack(draft: Editing, before: JourneyDocument, change: Change): void {
  switch (change.type) {
    case 'journey':
      for (const { key } of change.edits) putSettingBack(draft, before.exported.tree, key);
      return;
    case 'start':
      draft.exported.tree.entryNodeId = before.exported.tree.entryNodeId;
      return;
    case 'node':
      if (change.status !== 'added') putNodeBack(draft, before, change.nodeId);
      return;
    case 'note':
      putNoteBack(draft, before, change.id);
      return;
    case 'dependency':
      if (change.kind === 'script') putScriptBack(draft, before, change.id);
      return;
    case 'other':
      return;
  }
}

/** A script as the journey's file had it; one that is new goes, and the nodes that name it say so. */
function putScriptBack({ exported }: Editing, before: JourneyDocument, id: string): void {
  exported.scripts = withKeyOf(objectIn(exported.scripts), objectIn(before.exported.scripts), id);
}

/** A setting of the journey, which AM keeps in the tree or in its `uiConfig`. */
function putSettingBack({ exported }: Editing, before: Tree, key: string): void {
  const { tree } = exported;
  const isInConfig = !Object.hasOwn(before, key) && !Object.hasOwn(tree, key);
  if (isInConfig) tree.uiConfig = withKeyOf(objectIn(tree.uiConfig), objectIn(before.uiConfig), key);
  else exported.tree = withKeyOf(tree, before, key) as typeof tree;
}

function withKeyOf(now: JsonObject, before: JsonObject, key: string): JsonObject {
  const value = ownValue(before, key);
  return value === undefined ? withoutKeys(now, new Set([key])) : { ...now, [key]: value };
}

const objectIn = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});

function putNoteBack(draft: Editing, before: JourneyDocument, id: string): void {
  const known = annotationsOf(draft.exported).notes.some((note) => note.id === id);
  const note = annotationsOf(before.exported).notes.find((each) => each.id === id);
  if (note === undefined) {
    removeAnnotations(draft, new Set([`${notePrefix}${id}`]));
    const { notes, comments } = annotationsOf(draft.exported);
    // Empty lists are a difference, too.
    if (notes.length + comments.size === 0) putSettingBack(draft, before.exported.tree, 'annotations');
  } else if (known) changeNote(draft, id, { ...note });
  else putNote(draft, note);
}
