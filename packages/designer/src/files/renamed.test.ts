import { beforeEach, expect, test } from 'vitest';
import { newDocument } from '../document/document-from.ts';
import { filesOf } from '../document/export-document.ts';
import { createEditorStore, type EditorStore } from '../editor/editor-store.ts';
import { type MemoryFiles, memoryFiles } from './memory-files.builder.ts';
import { renamed } from './renamed.ts';

let files: MemoryFiles;
let store: EditorStore;

beforeEach(async () => {
  files = memoryFiles();
  const document = newDocument('Sign in');
  const { journey, layout } = filesOf(document);
  const saved = await files.save('/', 'Sign in', { file: journey, layout }, null);
  const revision = saved.status === 'saved' ? saved.journey.revision : null;
  store = createEditorStore({ realm: '/', document, revision, schedule: () => () => {} });
  const outer = JSON.stringify({
    tree: { _id: 'Outer', entryNodeId: 'n', nodes: { n: { nodeType: 'InnerTreeEvaluatorNode' } } },
    nodes: { n: { _id: 'n', tree: 'Login' } },
  });
  await files.save('/', 'Outer', { file: outer, layout: null }, null);
});

test('what is demanded of a journey, and those that enter it, follow its new name', async () => {
  await files.savePolicy('/', '{"journeys":{"Login":{"factors":2}}}', null);
  await renamed(store.getState(), files, 'Login', 'Sign in');
  expect(files.policy?.text).toBe('{"journeys":{"Sign in":{"factors":2}}}');
  expect(files.kept.get('Outer')?.file).toContain('"tree": "Sign in"');
  const { others, policy, announcement } = store.getState();
  expect([...others.keys()]).toEqual(['Outer']);
  expect(policy).toEqual(files.policy);
  expect(announcement).toBeNull();
});

test('what cannot follow is named', async () => {
  await files.savePolicy('/', '{"journeys":{"Login":{},"Sign in":{"factors":1}}}', null);
  await renamed(store.getState(), files, 'Login', 'Sign in');
  expect(store.getState().announcement).toMatchObject({
    label: { key: 'files.renamedInPart', values: { failed: 'policy.json' } },
    isShown: true,
  });
});
