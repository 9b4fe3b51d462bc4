import { readJourney, readLayout } from '@journeyman/node-schemas';
import { create } from 'zustand';
import { documentFrom } from '../document/document-from.ts';
import { filesOf } from '../document/export-document.ts';
import type { JourneyDocument } from '../document/journey-document.ts';
import type { EditorState } from '../editor/editor-state.ts';
import { t } from '../texts/t.ts';
import type { Changed, Failure, JourneyFiles, StoredJourney } from './journey-files.ts';

/** A conflict that somebody has to decide. */
export interface Conflict {
  /** What is in the file; null: it is gone. */
  readonly theirs: StoredJourney | null;
}

/** Reads the conflict that stands, if there is one. */
export const useConflict = create<{ readonly conflict: Conflict | null }>()(() => ({ conflict: null }));

/**
 * Saves the journey of an editor, against the revision that it was opened with, unless another is given. One that has another name
 * than its file is renamed first. Gives what is in the file then; undefined if it was not saved.
 */
export async function saveJourney(
  { document, realm, save, revision, savedDocument, setSave, markSaved }: EditorState,
  files: JourneyFiles,
  against: string | null = revision,
): Promise<StoredJourney | undefined> {
  if (save.status === 'saving') return undefined;
  setSave({ status: 'saving' });
  const name = document.exported.tree._id;
  const before = savedDocument?.exported.tree._id ?? name;
  let expected = against;
  if (before !== name && expected !== null) {
    const renamed = await files.rename(realm, before, name, expected);
    if (renamed.status !== 'saved') {
      notSaved(renamed, setSave);
      return undefined;
    }
    expected = renamed.journey.revision;
  }
  const changed = await files.save(realm, name, textsOf(document), expected);
  if (changed.status !== 'saved') {
    notSaved(changed, setSave);
    return undefined;
  }
  markSaved(changed.journey.revision);
  return changed.journey;
}

function notSaved(changed: Exclude<Changed, { status: 'saved' }>, setSave: EditorState['setSave']): void {
  if (changed.status === 'conflict') {
    setSave({ status: 'conflict', theirs: changed.theirs?.file ?? '' });
    useConflict.setState({ conflict: { theirs: changed.theirs } });
  } else setSave({ status: 'failed', message: failureText(changed) });
}

/** Saves over what somebody else has saved, knowing it. */
export async function keepMine(state: EditorState, { theirs }: Conflict, files: JourneyFiles): Promise<void> {
  dismissConflict();
  await saveJourney(state, files, theirs?.revision ?? null);
}

/** Gives up what is in the editor for what is in the file. False when that file cannot be read. */
export function takeTheirs(state: EditorState, { theirs }: Conflict): boolean {
  const document = theirs === null ? undefined : documentIn(theirs);
  if (document === undefined || theirs === null) return false;
  state.open(document, theirs.revision);
  dismissConflict();
  return true;
}

/** Saves what is in the editor as another journey, and leaves theirs as it is. */
export async function saveCopy(
  { document, realm }: EditorState,
  files: JourneyFiles,
  name: string,
): Promise<Changed> {
  const { exported } = document;
  const copy = { ...document, exported: { ...exported, tree: { ...exported.tree, _id: name } } };
  const changed = await files.save(realm, name, textsOf(copy), null);
  if (changed.status === 'saved') dismissConflict();
  return changed;
}

/** Puts the decision off; the next time that is saved, it is asked again. */
export function dismissConflict(): void {
  useConflict.setState({ conflict: null });
}

/** The document of a journey's files; undefined when they hold none that can be read. */
export function documentIn({
  name,
  file,
  layout,
}: Pick<StoredJourney, 'file' | 'layout'> & Partial<Pick<StoredJourney, 'name'>>):
  | JourneyDocument
  | undefined {
  const read = readJourney(file, name);
  if (read.status === 'refused') return undefined;
  const places = layout === null ? undefined : readLayout(layout);
  return documentFrom(read, places?.status === 'read' ? places.layout : undefined);
}

/** Why something failed, in words. */
export function failureText(failure: Failure): string {
  switch (failure.status) {
    case 'refused':
      return failure.message;
    case 'signed-out':
      return t('files.signedOut');
    case 'unreachable':
      return t('files.unreachable');
  }
}

function textsOf(document: JourneyDocument) {
  const { journey, layout } = filesOf(document);
  return { file: journey, layout };
}
