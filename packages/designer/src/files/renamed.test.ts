import { beforeEach, expect, test } from 'vitest';
import { newDocument } from '../document/document-from.ts';
import { filesOf } from '../document/export-document.ts';
import { createEditorStore, type EditorStore } from '../editor/editor-store.ts';
import { surround } from '../editor/use-opened-journey.ts';
import { keepScenarioEdit, scenarioEditOf } from '../simulator/scenario-edits.ts';
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
  await renamed(store, files, ['Login']);
  expect(files.policy?.text).toBe('{"journeys":{"Sign in":{"factors":2}}}');
  expect(files.kept.get('Outer')?.file).toContain('"tree": "Sign in"');
  const { others, policy, announcement } = store.getState();
  expect([...others.keys()]).toEqual(['Outer']);
  expect(policy).toEqual(files.policy);
  expect(announcement).toBeNull();
});

test('what cannot follow is named', async () => {
  await files.savePolicy('/', '{"journeys":{"Login":{},"Sign in":{"factors":1}}}', null);
  await renamed(store, files, ['Login']);
  expect(store.getState()).toMatchObject({
    announcement: {
      label: { key: 'files.renamedInPart', values: { failed: 'policy.json' } },
      isShown: true,
    },
    save: { status: 'failed', message: expect.stringContaining('old name in policy.json') },
    formerNames: ['Login'],
  });
});

test('where nobody answers, only what named the journey before is told to be left', async () => {
  await files.savePolicy('/', '{"journeys":{"Login":{"factors":2}}}', null);
  await surround(store.getState(), files);
  files.isDown = true;
  await renamed(store, files, ['Login']);
  const values = { failed: 'Outer, policy.json' };
  expect(store.getState().announcement).toMatchObject({ label: { values } });
});

test('who enters a journey that has the old name again is left as it is', async () => {
  const { journey, layout } = filesOf(newDocument('Login'));
  await files.save('/', 'Login', { file: journey, layout }, null);
  await renamed(store, files, ['Login']);
  expect(files.kept.get('Outer')?.file).toContain('"tree": "Login"');
});

test('scenarios that are being edited go with the journey', async () => {
  const edit = { text: '- scenario: Half\n', revision: 'one' };
  keepScenarioEdit({ files, realm: '/', journey: 'Login' }, edit);
  await renamed(store, files, ['Login']);
  expect(scenarioEditOf({ files, realm: '/', journey: 'Sign in' })).toEqual(edit);
  expect(scenarioEditOf({ files, realm: '/', journey: 'Login' })).toBeUndefined();
});
