import { describe, expect, test, vi } from 'vitest';
import { addNode } from '../document/commands/add-node.ts';
import { newDocument } from '../document/document-from.ts';
import type { Draft, DraftStore } from './draft-store.ts';
import { keepDrafts, restoreDraft } from './drafts.ts';
import { createEditorStore, type EditorStore } from './editor-store.ts';

/** Drafts in memory, as a browser would keep them. */
function draftsInMemory() {
  const kept = new Map<string, Draft>();
  const drafts: DraftStore = {
    find: async (realm, name) => kept.get(`${realm} ${name}`),
    list: async (realm) => [...kept.values()].filter((draft) => draft.realm === realm),
    keep: async (draft) => void kept.set(`${draft.realm} ${draft.name}`, structuredClone(draft)),
    remove: async (realm, name) => void kept.delete(`${realm} ${name}`),
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

  test('that is no different from the file is not restored', async () => {
    const { drafts } = draftsInMemory();
    const store = editor();
    await drafts.keep({
      realm: '/',
      name: 'Login',
      document: newDocument('Login'),
      revision: 'one',
      savedAt: 1,
    });
    expect(await restoreDraft(store, drafts, 'Login')).toBeUndefined();
    expect(store.getState().save).toEqual({ status: 'saved' });
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
});
