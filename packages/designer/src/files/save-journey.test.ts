import { beforeEach, describe, expect, it } from 'vitest';
import { renameJourney, setJourneyProperty } from '../document/commands/journey-properties.ts';
import { newDocument } from '../document/document-from.ts';
import { filesOf } from '../document/export-document.ts';
import { createEditorStore, type EditorStore } from '../editor/editor-store.ts';
import { type MemoryFiles, memoryFiles } from './memory-files.builder.ts';
import {
  dismissConflict,
  documentIn,
  keepMine,
  saveCopy,
  saveJourney,
  takeTheirs,
  useConflict,
} from './save-journey.ts';

let files: MemoryFiles;
let store: EditorStore;
const now = () => store.getState();
const describeAs = (text: string) => now().run(setJourneyProperty(now().document, 'description', text));
const kept = (name = 'Login') => files.kept.get(name);
const conflict = () => {
  const { conflict: standing } = useConflict.getState();
  if (standing === null) throw new Error('A conflict is expected.');
  return standing;
};

/** Somebody else saves. */
async function theySave(description: string): Promise<void> {
  const stored = kept();
  const file = stored?.file.replace(/"description": "[^"]*"/, `"description": "${description}"`) ?? '';
  await files.save('/', 'Login', { file, layout: stored?.layout ?? null }, stored?.revision ?? null);
}

beforeEach(async () => {
  dismissConflict();
  files = memoryFiles();
  const { journey, layout } = filesOf(newDocument('Login'));
  await files.save('/', 'Login', { file: journey, layout }, null);
  const stored = kept();
  const document = stored === undefined ? undefined : documentIn(stored);
  if (stored === undefined || document === undefined) throw new Error('A journey is expected.');
  store = createEditorStore({ realm: '/', document, revision: stored.revision, schedule: () => () => {} });
});

describe('saving', () => {
  it('writes the document and is saved from then on', async () => {
    describeAs('Mine');
    expect(now().save.status).toBe('draft');
    await saveJourney(now(), files);
    expect(now().save.status).toBe('saved');
    expect(now().revision).toBe(kept()?.revision);
    expect(kept()?.file).toContain('"description": "Mine"');
  });

  it('keeps the draft when the server cannot be reached', async () => {
    describeAs('Mine');
    files.isDown = true;
    await saveJourney(now(), files);
    expect(now().save.status).toBe('failed');
    expect(now().document.exported.tree.description).toBe('Mine');
  });

  it('renames the file of a journey that has another name', async () => {
    now().run(renameJourney(now().document, 'Sign in'));
    const saved = await saveJourney(now(), files);
    expect(saved?.name).toBe('Sign in');
    expect([...files.kept.keys()]).toEqual(['Sign in']);
    expect(now().save.status).toBe('saved');
  });
});

describe('a conflict', () => {
  beforeEach(async () => {
    await theySave('Theirs');
    describeAs('Mine');
    await saveJourney(now(), files);
  });

  it('overwrites nothing', () => {
    expect(now().save.status).toBe('conflict');
    expect(kept()?.file).toContain('"Theirs"');
    expect(conflict().theirs?.file).toBe(kept()?.file);
  });

  it('lets mine be kept', async () => {
    await keepMine(now(), conflict(), files);
    expect(kept()?.file).toContain('"Mine"');
    expect(now().save.status).toBe('saved');
    expect(useConflict.getState().conflict).toBeNull();
  });

  it('arises again when theirs changes while one decides', async () => {
    await theySave('Theirs again');
    await keepMine(now(), conflict(), files);
    expect(kept()?.file).toContain('"Theirs again"');
    expect(now().save.status).toBe('conflict');
  });

  it('lets theirs be taken', () => {
    expect(takeTheirs(now(), conflict())).toBe(true);
    expect(now().document.exported.tree.description).toBe('Theirs');
    expect(now().save.status).toBe('saved');
    expect(now().revision).toBe(kept()?.revision);
  });

  it('lets mine be saved as a copy', async () => {
    expect((await saveCopy(now(), files, 'Login copy')).status).toBe('saved');
    expect(kept('Login copy')?.file).toContain('"Mine"');
    expect(kept()?.file).toContain('"Theirs"');
  });

  it('is told when the file is gone, and mine can be saved again', async () => {
    dismissConflict();
    files.kept.clear();
    await saveJourney({ ...now(), save: { status: 'draft', steps: 1 } }, files);
    expect(conflict().theirs).toBeNull();
    await keepMine(now(), conflict(), files);
    expect(kept()?.file).toContain('"Mine"');
  });
});
