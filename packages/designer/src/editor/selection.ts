import { annotationsOf } from '../document/annotations.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import { hasNode, isStaticId, notePrefix } from '../document/lookup.ts';

/** Whether a node, a note (`note:<id>`), Start, Success or Failure with this id is there. */
export function isThere({ exported }: JourneyDocument, id: string): boolean {
  if (isStaticId(id)) return true;
  if (!id.startsWith(notePrefix)) return hasNode(exported, id);
  return annotationsOf(exported).notes.some((note) => `${notePrefix}${note.id}` === id);
}

/** Those ids that are there; the set before if it is the same, so that nothing is drawn again for nothing. */
export function idsThatAreThere(
  document: JourneyDocument,
  ids: ReadonlySet<string>,
  before: ReadonlySet<string>,
): ReadonlySet<string> {
  const there = new Set([...ids].filter((id) => isThere(document, id)));
  return there.size === before.size && [...there].every((id) => before.has(id)) ? before : there;
}
