import type { EditorStore } from '../editor/editor-store.ts';
import { t } from '../texts/t.ts';
import type { JourneyFiles } from './journey-files.ts';

/** Each time the journey of an editor is saved, lets what names it by a name that its file had follow. */
export function followSaves(store: EditorStore, files: JourneyFiles): void {
  store.subscribe(({ save, formerNames }, before) => {
    const isSaved = before.save.status === 'saving' && (save.status === 'saved' || save.status === 'draft');
    if (isSaved && formerNames.length > 0) void letOthersFollow(store, files);
  });
}

async function letOthersFollow(store: EditorStore, files: JourneyFiles): Promise<void> {
  const { takeFormerNames, keepFormerNames, setSave } = store.getState();
  const formerNames = takeFormerNames();
  try {
    const { renamed } = await import('./renamed.ts');
    await renamed(store, files, formerNames);
  } catch {
    // Its code comes from the server, too.
    keepFormerNames(formerNames);
    setSave({ status: 'failed', message: t('files.unreachable') });
  }
}
