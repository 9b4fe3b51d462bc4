import { describe, expect, test, vi } from 'vitest';
import { addNode } from '../document/commands/add-node.ts';
import { newDocument } from '../document/document-from.ts';
import type { Draft, DraftStore } from './draft-store.ts';
import { keepDrafts, restoreDraft } from './drafts.ts';
import { createEditorStore, type EditorStore } from './editor-store.ts';
import { moveDraft } from './move-draft.ts';

/** Drafts in memory, as a browser would keep them. */
function draftsInMemory() {
  const kept = new Map<string, Draft>();
  const drafts: DraftStore = {
    find: async (realm, name) => kept.get(`${realm} ${name}`),
    keep: async (draft) => void kept.set(`${draft.realm} ${draft.name}`, structuredClone(draft)),
    async remove(realm, name, isMeant) {
      const draft = kept.get(`${realm} ${name}`);
      if (draft !== undefined && isMeant(draft)) kept.delete(`${realm} ${name}`);
    },
  };
  return { kept, drafts };
}

const editor = (revision: string | null = 'one') =>
  createEditorStore({ realm: '/', document: newDocument('Login'), revision, schedule: () => () => {} });

const add = (store: EditorStore, id: string) =>
  store
    .getState()
    .run(addNode(store.getState().document, { id, type: 'MessageNode', place: { x: 0, y: 0 } }));

describe('a draft', () => {
  test('is kept of what is edited, and comes back after a reload with the revision that it was made from', async () => {
    const { kept, drafts } = draftsInMemory();
    const store = editor('one');
    const { flush } = keepDrafts(store, drafts, { name: 'Login', now: () => 42 });
    add(store, 'hello');
    await flush();
    expect([...kept.values()]).toMatchObject([{ realm: '/', name: 'Login', revision: 'one', savedAt: 42 }]);

    const again = editor('two');
    const draft = await restoreDraft(again, drafts, 'Login');
    expect(draft?.savedAt).toBe(42);
    expect(again.getState().document).toEqual(store.getState().document);
    expect(again.getState()).toMatchObject({ revision: 'one', save: { status: 'draft', steps: 1 } });
    expect(again.getState().announcement).toMatchObject({
      label: { key: 'done.restoreDraft' },
      isShown: true,
    });
  });

  test('is kept by itself after an interval, once for many edits', async () => {
    vi.useFakeTimers();
    try {
      const { drafts } = draftsInMemory();
      const keep = vi.spyOn(drafts, 'keep');
      const store = editor();
      keepDrafts(store, drafts, { name: 'Login', intervalMs: 500 });
      add(store, 'one');
      add(store, 'two');
      await vi.advanceTimersByTimeAsync(500);
      expect(keep).toHaveBeenCalledTimes(1);
    } finally {
      vi.useRealTimers();
    }
  });

  test('is gone once the file has everything, and not while it is only undone', async () => {
    const { kept, drafts } = draftsInMemory();
    const store = editor();
    const { flush } = keepDrafts(store, drafts, { name: 'Login' });
    add(store, 'hello');
    await flush();
    store.getState().setSave({ status: 'saving' });
    store.getState().markSaved('two');
    await flush();
    expect(kept.size).toBe(0);
    store.getState().undo();
    await flush();
    expect(kept.size).toBe(1);
  });

  test('goes with the file when that is renamed, and names it had go with the draft', async () => {
    const { kept, drafts } = draftsInMemory();
    const store = editor('one');
    const { flush } = keepDrafts(store, drafts, { name: 'Login' });
    add(store, 'hello');
    await flush();
    store.getState().markRenamed('Sign in', 'two');
    store.getState().setSave({ status: 'failed', message: 'Nobody answers.' });
    await flush();
    expect([...kept.values()]).toMatchObject([
      { name: 'Sign in', revision: 'two', formerNames: ['Login'], document: store.getState().document },
    ]);

    const again = editor('two');
    await restoreDraft(again, drafts, 'Sign in');
    expect(again.getState().formerNames).toEqual(['Login']);
  });

  test('that keeps former names alone is there until others have followed', async () => {
    const { kept, drafts } = draftsInMemory();
    const document = newDocument('Login');
    const draft = { realm: '/', name: 'Login', document, revision: 'one', savedAt: 1, tab: 'of last week' };
    await drafts.keep({ ...draft, formerNames: ['Enter'] });
    const store = editor();
    expect(await restoreDraft(store, drafts, 'Login')).toBeUndefined();
    expect(store.getState().formerNames).toEqual(['Enter']);
    expect(kept.size).toBe(1);
    const { flush } = keepDrafts(store, drafts, { name: 'Login' });
    store.getState().setSave({ status: 'saving' });
    await flush();
    store.getState().markSaved('two');
    await flush();
    expect(kept.size).toBe(0);
  });

  test('of one tab stays when another that only looked on, or saved, has nothing to keep', async () => {
    const { kept, drafts } = draftsInMemory();
    const [mine, looking, saving] = [editor(), editor(), editor()];
    let time = 0;
    const now = () => ++time;
    const { flush } = keepDrafts(mine, drafts, { name: 'Login', tab: 'mine', now });
    const { stop } = keepDrafts(looking, drafts, { name: 'Login', tab: 'looking' });
    add(mine, 'one');
    await flush();
    await stop();
    expect(kept.size).toBe(1);

    await restoreDraft(saving, drafts, 'Login');
    const other = keepDrafts(saving, drafts, { name: 'Login', tab: 'saving' });
    add(mine, 'two');
    await flush();
    saving.getState().setSave({ status: 'saving' });
    saving.getState().markSaved('two');
    await other.flush();
    expect(kept.get('/ Login')?.document).toEqual(mine.getState().document);
  });

  test('is gone once the tab that kept it, or the one that went on with it, has saved it', async () => {
    const { kept, drafts } = draftsInMemory();
    const save = async ({ getState }: EditorStore) => {
      getState().setSave({ status: 'saving' });
      getState().markSaved('two');
    };
    for (const saving of ['first', 'second']) {
      const [first, second] = [editor(), editor()];
      const one = keepDrafts(first, drafts, { name: 'Login', tab: 'first' });
      add(first, 'one');
      await one.flush();
      await restoreDraft(second, drafts, 'Login');
      const two = keepDrafts(second, drafts, { name: 'Login', tab: 'second' });
      expect(kept.size).toBe(1);
      await save(saving === 'first' ? first : second);
      await (saving === 'first' ? one : two).flush();
      expect(kept.size).toBe(0);
    }
  });

  test('of a file that is gone is what the editor shows, and is kept', async () => {
    const { kept, drafts } = draftsInMemory();
    const store = editor('one');
    const { flush } = keepDrafts(store, drafts, { name: 'Login', tab: 'before' });
    add(store, 'hello');
    await flush();
    const { document } = store.getState();
    const again = createEditorStore({ realm: '/', document, revision: null, schedule: () => () => {} });
    await restoreDraft(again, drafts, 'Login');
    expect(again.getState()).toMatchObject({ revision: null, save: { status: 'draft' } });
    expect(again.getState().announcement).toMatchObject({ label: { key: 'done.restoreDraft' } });
    expect(kept.size).toBe(1);
  });

  test('goes with a file that is renamed in the list, and stays one of an older state', async () => {
    const { kept, drafts } = draftsInMemory();
    const store = editor('one');
    const { flush } = keepDrafts(store, drafts, { name: 'Login' });
    add(store, 'hello');
    await flush();
    const file = (name: string, revision: string) => ({ name, revision, file: '', layout: null });
    await moveDraft('server', '/', file('Login', 'one'), file('Enter', 'two'), drafts);
    expect([...kept.values()]).toMatchObject([
      { name: 'Enter', revision: 'two', document: { exported: { tree: { _id: 'Enter' } } } },
    ]);
    await moveDraft('server', '/', file('Enter', 'three'), file('Login', 'four'), drafts);
    expect([...kept.values()]).toMatchObject([{ name: 'Login', revision: 'two' }]);
  });

  test('that is no different from the file is not restored', async () => {
    const { kept, drafts } = draftsInMemory();
    const store = editor();
    await drafts.keep({
      realm: '/',
      name: 'Login',
      document: newDocument('Login'),
      revision: 'one',
      savedAt: 1,
      formerNames: [],
      tab: 'of last week',
    });
    expect(await restoreDraft(store, drafts, 'Login')).toBeUndefined();
    expect(store.getState().save).toEqual({ status: 'saved' });
    expect(kept.size).toBe(0);
  });

  test('that cannot be kept is mentioned once', async () => {
    const { drafts } = draftsInMemory();
    const store = editor();
    const full = { ...drafts, keep: () => Promise.reject(new Error('The quota is used up.')) };
    const { flush } = keepDrafts(store, full, { name: 'Login' });
    add(store, 'one');
    await flush();
    const told = store.getState().announcement;
    expect(told).toMatchObject({ label: { key: 'drafts.failed' }, isShown: true });
    store.getState().setViewCentre({ x: 1, y: 1 });
    await flush();
    expect(store.getState().announcement).toBe(told);
  });

  test('that could not be kept once is kept when that is tried again', async () => {
    const { kept, drafts } = draftsInMemory();
    vi.spyOn(drafts, 'keep').mockRejectedValueOnce(new Error('The connection is lost.'));
    const store = editor();
    const { flush, stop } = keepDrafts(store, drafts, { name: 'Login' });
    add(store, 'one');
    await flush();
    expect(kept.size).toBe(0);
    await stop();
    expect(kept.get('/ Login')?.document).toEqual(store.getState().document);
  });

  test('that could not be removed once is removed when that is tried again', async () => {
    const { kept, drafts } = draftsInMemory();
    const store = editor();
    const { flush, stop } = keepDrafts(store, drafts, { name: 'Login' });
    add(store, 'one');
    await flush();
    vi.spyOn(drafts, 'remove').mockRejectedValueOnce(new Error('The connection is lost.'));
    store.getState().setSave({ status: 'saving' });
    store.getState().markSaved('two');
    await flush();
    expect(kept.size).toBe(1);
    await stop();
    expect(kept.size).toBe(0);
  });
});
