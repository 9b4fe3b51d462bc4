import type { Place } from '@journeyman/node-schemas';
import {
  annotationsOf,
  areAnnotationsReadable,
  type Comment,
  changeNote,
  type Note,
  noteColours,
  noteSize,
  putComments,
  putNote,
} from '../annotations.ts';
import type { Command, Refusal } from '../command.ts';
import type { JourneyDocument } from '../journey-document.ts';
import { hasNode, nameOf, notePrefix } from '../lookup.ts';
import { refuse } from '../refuse.ts';

/** A note or comment that is to be written. `id` is a UUID that is not in use; who and when are AM's to show. */
export type NewComment = Pick<Comment, 'id'> & Partial<Comment>;

/** Puts a sticky note on the canvas. */
export function addNote(
  document: JourneyDocument,
  note: NewComment & Place & Partial<Pick<Note, 'w' | 'h'>>,
): Command | Refusal {
  if (!areAnnotationsReadable(document.exported)) return refuse('notesUnreadable');
  return {
    label: { key: 'command.addNote' },
    select: [`${notePrefix}${note.id}`],
    apply: (draft) =>
      putNote(draft, {
        text: '',
        color: noteColours[0],
        ...noteSize,
        ...note,
        x: Math.round(note.x),
        y: Math.round(note.y),
      }),
  };
}

/** Changes what a note says, its tint or its size. Notes move like nodes, under `note:<id>`, and are removed like them. */
export function editNote(
  document: JourneyDocument,
  id: string,
  change: Partial<Pick<Note, 'text' | 'color' | 'w' | 'h'>>,
): Command | Refusal {
  if (annotationsOf(document.exported).notes.every((note) => note.id !== id)) return refuse('noteIsGone');
  return {
    label: { key: 'command.editNote' },
    coalesce: `note:${id}:${Object.keys(change).sort().join()}`,
    apply: (draft) => changeNote(draft, id, change),
  };
}

/** Writes something about a node. */
export function addComment(
  document: JourneyDocument,
  nodeId: string,
  comment: NewComment,
): Command | Refusal {
  if (!areAnnotationsReadable(document.exported)) return refuse('notesUnreadable');
  if (!hasNode(document.exported, nodeId)) return refuse('nodeIsGone');
  return {
    label: { key: 'command.comment', values: { name: nameOf(document, nodeId) } },
    apply: (draft) =>
      putComments(draft, nodeId, (known) => [...known, { text: '', color: noteColours[0], ...comment }]),
  };
}

/** Changes a comment on a node. */
export function editComment(
  document: JourneyDocument,
  nodeId: string,
  id: string,
  change: Partial<Pick<Comment, 'text' | 'color'>>,
): Command | Refusal {
  if (!hasComment(document, nodeId, id)) return refuse('noteIsGone');
  return {
    label: { key: 'command.comment', values: { name: nameOf(document, nodeId) } },
    coalesce: `comment:${id}:${Object.keys(change).sort().join()}`,
    apply: (draft) =>
      putComments(draft, nodeId, (known) =>
        known.map((comment) => (comment.id === id ? { ...comment, ...change } : comment)),
      ),
  };
}

/** Removes a comment from a node. */
export function removeComment(document: JourneyDocument, nodeId: string, id: string): Command | Refusal {
  if (!hasComment(document, nodeId, id)) return refuse('noteIsGone');
  return {
    label: { key: 'command.removeComment', values: { name: nameOf(document, nodeId) } },
    apply: (draft) => putComments(draft, nodeId, (known) => known.filter((comment) => comment.id !== id)),
  };
}

function hasComment({ exported }: JourneyDocument, nodeId: string, id: string): boolean {
  return (annotationsOf(exported).comments.get(nodeId) ?? []).some((comment) => comment.id === id);
}
