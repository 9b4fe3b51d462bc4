import { type JourneyTexts, readJourney, readLayout } from '@journeyman/node-schemas';
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

/** A file that is saved over. */
type OverFile = Pick<StoredJourney, 'name' | 'revision'>;

/**
 * Saves the journey of an editor over its file as it was opened, unless another is given; null: there is none. A file of another name
 * is renamed first. Gives what is in the file then; undefined if it was not saved.
 */
export async function saveJourney(
  state: EditorState,
  files: JourneyFiles,
  over: OverFile | null = fileOf(state),
): Promise<StoredJourney | undefined> {
  const { document, realm, save, setSave, markRenamed, markSaved } = state;
  if (save.status === 'saving') return undefined;
  setSave({ status: 'saving' });
  const name = document.exported.tree._id;
  let expected = over?.revision ?? null;
  if (over !== null && over.name !== name) {
    const renamed = await files.rename(realm, over.name, name, over.revision);
    if (renamed.status !== 'saved') {
      notSaved(renamed, setSave);
      return undefined;
    }
    expected = renamed.journey.revision;
    markRenamed(name, expected);
  }
  const texts = textsOf(document);
  const changed = await files.save(realm, name, texts, expected);
  const saved = inFile(changed, texts);
  if (saved === null) {
    if (changed.status !== 'saved') notSaved(changed, setSave);
    return undefined;
  }
  markSaved(saved.revision);
  return saved;
}

function fileOf({ document, savedDocument, revision }: EditorState): OverFile | null {
  return revision === null ? null : { name: (savedDocument ?? document).exported.tree._id, revision };
}

/** The file that holds the texts: somebody whose server answered too late saves what is there already. */
function inFile(changed: Changed, { file, layout }: JourneyTexts): StoredJourney | null {
  if (changed.status === 'saved') return changed.journey;
  const theirs = changed.status === 'conflict' ? changed.theirs : null;
  return theirs?.file === file && theirs.layout === layout ? theirs : null;
}

function notSaved(changed: Exclude<Changed, { status: 'saved' }>, setSave: EditorState['setSave']): void {
  if (changed.status === 'conflict') {
    setSave({ status: 'conflict', theirs: changed.theirs?.file ?? '' });
    useConflict.setState({ conflict: { theirs: changed.theirs } });
  } else setSave({ status: 'failed', message: t('shell.save.failed', { message: failureText(changed) }) });
}

/** Saves over what somebody else has saved, knowing it. */
export async function keepMine(state: EditorState, { theirs }: Conflict, files: JourneyFiles): Promise<void> {
  dismissConflict();
  await saveJourney(state, files, theirs);
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

function textsOf(document: JourneyDocument): JourneyTexts {
  const { journey, layout } = filesOf(document);
  return { file: journey, layout };
}
