import type { Command, CommandLabel } from '../command.ts';
import type { JourneyDocument } from '../journey-document.ts';

/** Puts another document in place of this one, such as one that is imported, or the journey as its JSON was edited. */
export function replaceAll(
  _document: JourneyDocument,
  next: JourneyDocument,
  label: CommandLabel = { key: 'command.import', values: { name: next.exported.tree._id } },
): Command {
  return {
    label,
    apply(draft) {
      draft.exported = next.exported;
      draft.layout = next.layout;
    },
  };
}
