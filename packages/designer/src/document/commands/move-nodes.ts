import type { Place } from '@journeyman/node-schemas';
import { putNotePlace } from '../annotations.ts';
import type { Command } from '../command.ts';
import type { Editing } from '../editing.ts';
import { putPlace } from '../edits.ts';
import type { JourneyDocument } from '../journey-document.ts';
import { isStaticId, nameOf, notePrefix } from '../lookup.ts';

/** Places by the id of a node, of Start, Success or Failure, or of a note (`note:<id>`). */
export type Places = Readonly<Record<string, Place>>;

/**
 * Moves nodes and notes. `coalesce` makes one step of many moves, such as those of one drag.
 */
export function moveNodes(
  document: JourneyDocument,
  places: Places,
  { coalesce }: { readonly coalesce?: string } = {},
): Command {
  const ids = Object.keys(places);
  const [only = ''] = ids;
  return {
    label:
      ids.length === 1 && !only.startsWith(notePrefix)
        ? { key: 'command.move', values: { name: nameOf(document, only) } }
        : { key: 'command.moveSeveral', values: { count: ids.length } },
    ...(coalesce === undefined ? {} : { coalesce }),
    apply: (draft) => putPlaces(draft, places),
  };
}

/** Sets many nodes where an automatic layout wants them. */
export function layOut(_document: JourneyDocument, places: Places): Command {
  return {
    label: { key: 'command.layOut', values: { count: Object.keys(places).length } },
    apply: (draft) => putPlaces(draft, places),
  };
}

function putPlaces(draft: Editing, places: Places): void {
  for (const [id, place] of Object.entries(places)) {
    if (id.startsWith(notePrefix)) putNotePlace(draft, id.slice(notePrefix.length), place);
    else if (isStaticId(id) || Object.hasOwn(draft.exported.tree.nodes, id)) putPlace(draft, id, place);
  }
}
