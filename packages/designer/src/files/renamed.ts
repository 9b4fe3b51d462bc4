import type { EditorState } from '../editor/editor-state.ts';
import { surround } from '../editor/use-opened-journey.ts';
import { followRename } from './follow-rename.ts';
import type { JourneyFiles } from './journey-files.ts';

/** Lets what names the journey of an editor name it as it is saved now, and tells the editor what it is among then. */
export async function renamed(
  state: EditorState,
  files: JourneyFiles,
  name: string,
  newName: string,
): Promise<void> {
  const listed = await files.list(state.realm);
  const failed =
    listed.status === 'listed'
      ? await followRename(files, listed.realm, name, newName)
      : [...state.others.keys(), 'policy.json'];
  if (failed.length > 0) {
    state.announce(
      { key: 'files.renamedInPart', values: { name: newName, failed: failed.join(', ') } },
      true,
    );
  }
  await surround(state, files);
}
