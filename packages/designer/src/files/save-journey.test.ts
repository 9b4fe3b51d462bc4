import { beforeEach, describe, expect, it } from 'vitest';
import { renameJourney, setJourneyProperty } from '../document/commands/journey-properties.ts';
import { newDocument } from '../document/document-from.ts';
import { filesOf } from '../document/export-document.ts';
import { createEditorStore, type EditorStore } from '../editor/editor-store.ts';
import { followSaves } from './follow-saves.ts';
import { type MemoryFiles, memoryFiles } from './memory-files.builder.ts';
import { saveActions } from './save-actions.ts';
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
const canSave = () => saveActions.find(({ id }) => id === 'file.save')?.isEnabled(now());
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
  followSaves(store, files);
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

describe('a rename after which nobody answers', () => {
  const renamedOnly = async (newName = 'Sign in') => {
    now().run(renameJourney(now().document, newName));
    const { rename } = files;
    files.rename = async (...change) => {
      const changed = await rename(...change);
      files.isDown = true;
      return changed;
    };
    await saveJourney(now(), files);
    files.rename = rename;
    files.isDown = false;
  };

  it('is known, and what is drawn is saved under the new name the next time', async () => {
    describeAs('Mine');
    await renamedOnly();
    expect(now().save).toMatchObject({ status: 'failed', message: expect.stringContaining('Not saved') });
    expect(now().revision).toBe(kept('Sign in')?.revision);
    expect(now().savedDocument?.exported.tree).toMatchObject({ _id: 'Sign in', description: '' });
    await saveJourney(now(), files);
    expect(now().save.status).toBe('saved');
    expect([...files.kept.keys()]).toEqual(['Sign in']);
    expect(kept('Sign in')?.file).toContain('"description": "Mine"');
  });

  it('leaves no state of before that would count as saved', async () => {
    await renamedOnly();
    now().undo();
    expect(now().save.status).toBe('draft');
    await saveJourney(now(), files);
    expect([...files.kept.keys()]).toEqual(['Login']);
  });

  it('is followed by those who name the journey once it is saved, by each of its old names', async () => {
    const entering = (name: string, inner: string) =>
      JSON.stringify({
        tree: { _id: name, entryNodeId: 'n', nodes: { n: { nodeType: 'InnerTreeEvaluatorNode' } } },
        nodes: { n: { _id: 'n', tree: inner } },
      });
    await files.save('/', 'Outer', { file: entering('Outer', 'Login'), layout: null }, null);
    await files.save('/', 'Other', { file: entering('Other', 'Sign in'), layout: null }, null);
    await files.savePolicy('/', '{"journeys":{"Login":{"factors":2}}}', null);
    await renamedOnly();
    expect(kept('Outer')?.file).toContain('"tree": "Login"');
    await renamedOnly('Enter');
    await saveJourney(now(), files);
    const policy = '{"journeys":{"Enter":{"factors":2}}}';
    await expect.poll(() => files.policy?.text).toBe(policy);
    expect(kept('Outer')?.file).toContain('"tree": "Enter"');
    expect(kept('Other')?.file).toContain('"tree": "Enter"');
    expect(now()).toMatchObject({ save: { status: 'saved' }, formerNames: [] });
  });
});

describe('a rename that is done and not told', () => {
  it('can be saved over what it has made', async () => {
    describeAs('Mine');
    now().run(renameJourney(now().document, 'Sign in'));
    await files.rename('/', 'Login', 'Sign in', now().revision ?? '');
    await saveJourney(now(), files);
    expect(conflict().theirs).toBeNull();
    await keepMine(now(), conflict(), files);
    expect(conflict().theirs?.name).toBe('Sign in');
    await keepMine(now(), conflict(), files);
    expect(now().save.status).toBe('saved');
    expect([...files.kept.keys()]).toEqual(['Sign in']);
    expect(kept('Sign in')?.file).toContain('"Mine"');
  });
});

describe('what follows a rename and cannot', () => {
  it('is named, and done when the journey is saved once more, with nothing else to save', async () => {
    await files.savePolicy('/', '{"journeys":{"Login":{"factors":2}}}', null);
    now().run(renameJourney(now().document, 'Sign in'));
    const { savePolicy } = files;
    files.savePolicy = async () => ({ status: 'unreachable' });
    await saveJourney(now(), files);
    await expect
      .poll(() => now().save)
      .toMatchObject({ status: 'failed', message: expect.stringContaining('policy.json') });
    expect(canSave()).toBe(true);
    files.savePolicy = savePolicy;
    now().run(setJourneyProperty(now().document, 'description', 'Else'));
    now().undo();
    expect(canSave()).toBe(true);
    await saveJourney(now(), files);
    await expect.poll(() => files.policy?.text).toBe('{"journeys":{"Sign in":{"factors":2}}}');
    expect(now().save.status).toBe('saved');
    expect(canSave()).toBe(false);
  });
});

describe('saving what is in the file already, since its answer was lost', () => {
  it('is no conflict', async () => {
    describeAs('Mine');
    const { save } = files;
    files.save = async (...change) => {
      await save(...change);
      return { status: 'unreachable' };
    };
    await saveJourney(now(), files);
    files.save = save;
    expect(now().save.status).toBe('failed');
    await saveJourney(now(), files);
    expect(now().save.status).toBe('saved');
    expect(now().revision).toBe(kept()?.revision);
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
