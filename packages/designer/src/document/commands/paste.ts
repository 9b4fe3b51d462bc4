import { isJsonObject, type Place } from '@journeyman/node-schemas';
import { annotationsOf, areAnnotationsReadable, putComments, putNote } from '../annotations.ts';
import { copyNodes, ownParts, readClip } from '../clip.ts';
import type { Command, Refusal } from '../command.ts';
import type { Editing } from '../editing.ts';
import { putPlace } from '../edits.ts';
import type { Exported, JourneyDocument } from '../journey-document.ts';
import { notePrefix, ownValue } from '../lookup.ts';
import { namesIn } from '../names.ts';
import { refuse } from '../refuse.ts';
import { innerJson, type Renewal, renewalOf, renewedJson, renewedNode } from '../renew.ts';

/** How nodes are pasted. */
export interface Pasting {
  /** Gives a UUID that is not in use. */
  newId(): string;
  /** Where the upper left corner of what is pasted goes; without it, a little below where it was copied from. */
  readonly at?: Place;
}

/**
 * Pastes the nodes and notes of a text that `copyNodes` wrote, or of any other text that holds one journey: under new ids and
 * names, with the connections among them and to Success and Failure. What they refer to comes along unless it is there.
 */
export function paste(document: JourneyDocument, text: string, pasting: Pasting): Command | Refusal {
  return put(document, text, pasting, 'command.paste');
}

/** Puts copies of nodes and notes beside them. */
export function duplicate(
  document: JourneyDocument,
  ids: Iterable<string>,
  pasting: Pasting,
): Command | Refusal {
  const text = copyNodes(document, ids);
  if (text === undefined) return refuse([...ids].length > 0 ? 'staticNode' : 'nodeIsGone');
  return put(document, text, pasting, 'command.duplicate');
}

function put(document: JourneyDocument, text: string, pasting: Pasting, key: string): Command | Refusal {
  const clip = readClip(text);
  if ('reason' in clip) return refuse('nothingToPaste', { reason: clip.reason });
  const { notes } = annotationsOf(clip.exported);
  const nodeIds = Object.keys(clip.exported.tree.nodes);
  const count = nodeIds.length + notes.length;
  if (count === 0) return refuse('nothingToPaste', { reason: '' });
  if (notes.length > 0 && !areAnnotationsReadable(document.exported)) return refuse('notesUnreadable');
  const renewal = renewalOf(clip, pasting.newId, namesIn(document));
  const { ids, names } = renewal;
  const [only] = nodeIds;
  return {
    label:
      count === 1 && only !== undefined
        ? { key, values: { name: names.get(only) ?? '' } }
        : { key: `${key}Several`, values: { count } },
    select: [
      ...nodeIds.map((id) => ids.get(id) ?? id),
      ...notes.map(({ id }) => `${notePrefix}${ids.get(id) ?? id}`),
    ],
    apply(draft) {
      for (const id of nodeIds) putCopy(draft, clip.exported, id, renewal);
      putAll(draft, clip, renewal, pasting.at);
      putReferences(draft, clip.exported);
    },
  };
}

function putCopy({ exported }: Editing, clip: Exported, id: string, renewal: Renewal): void {
  const newId = (old: string) => renewal.ids.get(old) ?? old;
  const node = ownValue(clip.tree.nodes, id);
  const json = ownValue(clip.nodes, id);
  if (node !== undefined) exported.tree.nodes[newId(id)] = renewedNode(node, id, renewal);
  if (json !== undefined) exported.nodes[newId(id)] = renewedJson(json, id, renewal);
  for (const [childId, child] of innerJson(clip, json)) {
    exported.innerNodes[newId(childId)] = renewedJson(child, childId, renewal);
  }
}

/** How far from the original a copy goes, and from each other nodes that have no place. */
const apart = 32;

/** Places nodes and notes as they stood to each other, and writes the comments on the nodes. */
function putAll(draft: Editing, { exported, layout }: JourneyDocument, { ids }: Renewal, at?: Place): void {
  const { notes, comments } = annotationsOf(exported);
  const placed = Object.entries(layout.nodes);
  const known = [...placed.map(([, place]) => place), ...notes];
  const corner = {
    x: known.length === 0 ? 0 : Math.min(...known.map(({ x }) => x)),
    y: known.length === 0 ? 0 : Math.min(...known.map(({ y }) => y)),
  };
  const to = at ?? { x: corner.x + apart, y: corner.y + apart };
  const moved = ({ x, y }: Place) => ({
    x: Math.round(x - corner.x + to.x),
    y: Math.round(y - corner.y + to.y),
  });
  for (const [index, id] of Object.keys(exported.tree.nodes).entries()) {
    const stair = { x: corner.x + index * apart, y: corner.y + index * apart };
    putPlace(draft, ids.get(id) ?? id, moved(ownValue(layout.nodes, id) ?? stair));
  }
  for (const note of notes) putNote(draft, { ...note, ...moved(note), id: ids.get(note.id) ?? note.id });
  for (const [nodeId, list] of comments) {
    const id = ids.get(nodeId);
    if (id !== undefined) putComments(draft, id, () => list.map((comment) => ({ ...comment })));
  }
}

/** What is there under an id already stays as it is. */
function putReferences(draft: Editing, clip: Exported): void {
  for (const [part, things] of Object.entries(clip)) {
    const known = draft.exported[part];
    if (ownParts.has(part) || !isJsonObject(things) || Object.keys(things).length === 0) continue;
    if (known !== undefined && !isJsonObject(known)) continue;
    const isAllThere = known !== undefined && Object.keys(things).every((id) => Object.hasOwn(known, id));
    if (!isAllThere) Object.assign(draft.exported, { [part]: { ...things, ...known } });
  }
}
