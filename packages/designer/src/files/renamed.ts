import { innerJourneysOf } from '@journeyman/node-schemas';
import type { EditorState } from '../editor/editor-state.ts';
import type { EditorStore } from '../editor/editor-store.ts';
import { surround } from '../editor/use-opened-journey.ts';
import { moveScenarioEdit } from '../simulator/scenario-edits.ts';
import { t } from '../texts/t.ts';
import { followRename } from './follow-rename.ts';
import type { JourneyFiles } from './journey-files.ts';

/**
 * Lets what names the journey of an editor name it as it is saved now, and tells the editor what it is among then. What could not
 * follow is named, and tried again when the journey is saved the next time.
 */
export async function renamed(
  store: EditorStore,
  files: JourneyFiles,
  formerNames: readonly string[],
): Promise<void> {
  const { realm, savedDocument, document, keepFormerNames, setSave, announce } = store.getState();
  const name = (savedDocument ?? document).exported.tree._id;
  for (const journey of formerNames) moveScenarioEdit({ files, realm, journey }, name);
  const failed =
    (await followRename(files, realm, formerNames, name)) ?? mayName(store.getState(), formerNames);
  if (failed.length > 0) {
    const label = { key: 'files.renamedInPart', values: { name, failed: failed.join(', ') } };
    keepFormerNames(formerNames);
    const { status } = store.getState().save;
    if (status === 'saved' || status === 'draft') {
      setSave({ status: 'failed', message: t(label.key, label.values) });
    }
    announce(label, true);
  }
  await surround(store.getState(), files);
}

/** What named the journey when that was known last. */
function mayName({ others, policy }: EditorState, names: readonly string[]): readonly string[] {
  const users = [...others].filter(([, journey]) =>
    innerJourneysOf(journey).some((inner) => names.includes(inner)),
  );
  return [...users.map(([user]) => user), ...(policy === null ? [] : ['policy.json'])];
}
