import type { StoredJourney } from '../files/journey-files.ts';
import { type DraftStore, draftsOf, isSameDraft } from './draft-store.ts';

/** Lets the draft of a journey whose file was renamed outside the editor go with it, as one of the renamed file. */
export async function moveDraft(
  place: string,
  realm: string,
  from: StoredJourney,
  to: StoredJourney,
  drafts: DraftStore = draftsOf(place),
): Promise<void> {
  const draft = await drafts.find(realm, from.name);
  if (draft === undefined) return;
  const { document, revision } = draft;
  const { exported } = document;
  const { tree } = exported;
  await drafts.keep({
    ...draft,
    name: to.name,
    document:
      tree._id === from.name
        ? { ...document, exported: { ...exported, tree: { ...tree, _id: to.name } } }
        : document,
    // One of an older state of the file stays one.
    revision: revision === from.revision ? to.revision : revision,
  });
  await drafts.remove(realm, from.name, (each) => isSameDraft(each, draft));
}
