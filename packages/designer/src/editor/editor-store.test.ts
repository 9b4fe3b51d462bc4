import { failureId, startId, successId } from '@journeyman/node-schemas';
import { describe, expect, test } from 'vitest';
import { addNode } from '../document/commands/add-node.ts';
import { configure } from '../document/commands/configure.ts';
import { connect, disconnect } from '../document/commands/connect.ts';
import { moveNodes } from '../document/commands/move-nodes.ts';
import { removeNodes } from '../document/commands/remove-nodes.ts';
import { replaceAll } from '../document/commands/replace-all.ts';
import { newDocument } from '../document/document-from.ts';
import { createEditorStore, type EditorOptions } from './editor-store.ts';

/** A store with a Push Sender, whose problems are found when `check` is called. */
function editor(options: Partial<EditorOptions> = {}) {
  let pending: (() => void) | undefined;
  const store = createEditorStore({
    realm: '/',
    document: newDocument('Login'),
    revision: 'one',
    schedule: (work) => {
      pending = work;
      return () => {
        pending = undefined;
      };
    },
    ...options,
  });
  const add = (id: string, type: string) =>
    store.getState().run(addNode(store.getState().document, { id, type, place: { x: 0, y: 0 } }));
  return { store, state: store.getState, add, check: () => pending?.() };
}

describe('an edit', () => {
  test('changes the document, selects what it made, says so, and can be undone and done again', () => {
    const { state, add } = editor();
    expect(add('sender', 'PushAuthenticationSenderNode')).toBe(true);
    expect(state().journey.nodes.get('sender')?.displayName).toBe('Push Sender');
    expect([...state().selection]).toEqual(['sender']);
    expect(state().announcement?.label).toEqual({ key: 'done.add', values: { name: 'Push Sender' } });
    expect(state().history.past).toEqual([{ key: 'command.add', values: { name: 'Push Sender' } }]);
    state().undo();
    expect(state().journey.nodes.size).toBe(0);
    expect([...state().selection]).toEqual([]);
    expect(state().announcement?.label).toEqual({
      key: 'history.undone',
      values: { step: 'add Push Sender' },
    });
    state().redo();
    expect(state().journey.nodes.get('sender')?.displayName).toBe('Push Sender');
  });

  test('that is refused is explained and shown', () => {
    const { state, add } = editor();
    add('sender', 'PushAuthenticationSenderNode');
    const before = state().document;
    expect(state().run(connect(before, { nodeId: 'sender', outcome: 'SENT' }, startId))).toBe(false);
    expect(state().document).toBe(before);
    expect(state().announcement).toMatchObject({ label: { key: 'refused.intoStart' }, isShown: true });
  });

  test('leaves the nodes that it does not touch as the objects that they were', () => {
    const { state, add } = editor();
    add('sender', 'PushAuthenticationSenderNode');
    add('wait', 'PushWaitNode');
    const { journey, document } = state();
    state().run(configure(document, 'wait', 'secondsToWait', 9));
    expect(state().journey.nodes.get('sender')).toBe(journey.nodes.get('sender'));
    expect(state().journey.nodes.get('wait')?.config).toEqual({ secondsToWait: 9 });
  });

  test('that only moves nodes leaves the journey the object that it was', () => {
    const { state, add } = editor();
    add('sender', 'PushAuthenticationSenderNode');
    const { journey } = state();
    state().run(moveNodes(state().document, { sender: { x: 8, y: 16 } }));
    expect(state().journey).toBe(journey);
    expect(state().document.layout.nodes.sender).toEqual({ x: 8, y: 16 });
  });

  test('is not made while the journey is read only', () => {
    const { state, add } = editor({ isReadOnly: true });
    expect(add('sender', 'PushAuthenticationSenderNode')).toBe(false);
    expect(state().announcement?.label.key).toBe('refused.readOnly');
  });
});

describe('the state of saving', () => {
  test('counts the edits that are not in the file, there and back', () => {
    const { state, add } = editor();
    expect(state().save).toEqual({ status: 'saved' });
    add('sender', 'PushAuthenticationSenderNode');
    add('wait', 'PushWaitNode');
    expect(state().save).toEqual({ status: 'draft', steps: 2 });
    state().setSave({ status: 'saving' });
    add('message', 'MessageNode');
    expect(state().save).toEqual({ status: 'saving' });
    state().markSaved('two');
    expect(state()).toMatchObject({ revision: 'two', save: { status: 'draft', steps: 1 } });
    state().undo();
    expect(state().save).toEqual({ status: 'saved' });
    state().undo();
    expect(state().save).toEqual({ status: 'draft', steps: 1 });
  });

  test('is saved again where the document is put back to what the file holds, in one step that can be undone', () => {
    const { state, add } = editor();
    add('sender', 'PushAuthenticationSenderNode');
    const { document, savedDocument } = state();
    if (savedDocument === null) throw new Error('It has never been saved.');
    state().run(replaceAll(document, savedDocument));
    expect(state().save).toEqual({ status: 'saved' });
    state().undo();
    expect(state().document).toEqual(document);
    expect(state().save).toEqual({ status: 'draft', steps: 1 });
  });

  test('of a journey that has no file yet is a draft', () => {
    expect(editor({ revision: null }).state().save).toEqual({ status: 'draft', steps: 1 });
  });

  test('stays a conflict while the journey is edited', () => {
    const { state, add } = editor();
    state().setSave({ status: 'conflict', theirs: '{}' });
    add('sender', 'PushAuthenticationSenderNode');
    expect(state().save.status).toBe('conflict');
  });
});

describe('problems', () => {
  test('follow an edit as soon as there is time, and stay the same objects where nothing changed', () => {
    const { state, add, check } = editor();
    add('sender', 'PushAuthenticationSenderNode');
    expect(state().areProblemsFresh).toBe(false);
    check();
    const service = state().problems.find(({ code }) => code === 'missing-service');
    expect(service).toMatchObject({ nodeId: 'sender' });
    add('wait', 'PushWaitNode');
    check();
    expect(state().problems).toContain(service);
  });

  test('that only a walk through the journey finds follow later, and are measured by the policy', async () => {
    const { state, add, check } = editor();
    add('ask', 'PasswordCollectorNode');
    state().run(connect(state().document, { nodeId: 'ask', outcome: 'outcome' }, successId));
    const codes = () => state().problems.map(({ code }) => code);
    check();
    expect(state().areProblemsFresh).toBe(false);
    check();
    await expect.poll(() => state().areProblemsFresh).toBe(true);
    expect(codes()).not.toContain('too-few-factors');
    for (const [text, code] of [
      ['{ "journeys": { "*": { "factors": 1 } } }', 'too-few-factors'],
      ['{ "journeys": 1 }', 'wrong-policy'],
    ] as const) {
      state().setSurroundings({ policy: { text, revision: text } });
      check();
      check();
      await expect.poll(codes).toContain(code);
    }
  });

  test('follow the services of the realm', () => {
    const { state, add, check } = editor();
    add('sender', 'PushAuthenticationSenderNode');
    state().setSurroundings({ services: new Set(['pushNotification']) });
    check();
    expect(state().problems.map(({ code }) => code)).not.toContain('missing-service');
  });
});

describe('the selection', () => {
  test('holds what is there: nodes, Start, Success and Failure', () => {
    const { state, add } = editor();
    add('sender', 'PushAuthenticationSenderNode');
    state().select(['sender', successId, 'nobody'], 'messageTimeout');
    expect([...state().selection]).toEqual(['sender', successId]);
    expect(state().focusedProperty).toBe('messageTimeout');
  });

  test('of a connection ends with its node', () => {
    const { state, add } = editor();
    add('sender', 'PushAuthenticationSenderNode');
    state().run(connect(state().document, { nodeId: 'sender', outcome: 'SENT' }, failureId));
    state().selectConnection({ nodeId: 'sender', outcome: 'SENT' });
    expect(state().selection.size).toBe(0);
    state().run(removeNodes(state().document, ['sender']));
    expect(state().selectedConnection).toBeNull();
  });

  test('comes back with what is undone and done again, as far as it is there', () => {
    const { state, add } = editor();
    add('sender', 'PushAuthenticationSenderNode');
    add('wait', 'PushWaitNode');
    state().select(['sender']);
    state().run(removeNodes(state().document, ['sender']));
    state().select(['wait']);
    state().undo();
    expect([...state().selection]).toEqual(['sender']);
    state().redo();
    expect([...state().selection]).toEqual([]);
    state().undo();
    state().undo();
    expect([...state().selection]).toEqual(['sender']);
    state().undo();
    expect([...state().selection]).toEqual([]);
    state().redo();
    expect([...state().selection]).toEqual(['sender']);
  });

  test('of a connection comes back with the connection', () => {
    const { state, add } = editor();
    add('sender', 'PushAuthenticationSenderNode');
    const port = { nodeId: 'sender', outcome: 'SENT' };
    state().run(connect(state().document, port, failureId));
    state().selectConnection(port);
    state().run(disconnect(state().document, port));
    state().select(['sender']);
    state().undo();
    expect(state()).toMatchObject({ selection: new Set(), selectedConnection: port });
    state().undo();
    expect(state()).toMatchObject({ selection: new Set(['sender']), selectedConnection: null });
  });

  test('of what was typed in a row is that of before the first letter', () => {
    const { state, add } = editor();
    add('sender', 'PushAuthenticationSenderNode');
    add('wait', 'PushWaitNode');
    for (const seconds of [1, 12]) state().run(configure(state().document, 'wait', 'secondsToWait', seconds));
    state().select(['sender']);
    state().undo();
    expect(state().journey.nodes.get('wait')?.config).toEqual({});
    expect([...state().selection]).toEqual(['wait']);
  });

  test('that is the same is the same set', () => {
    const { state, add } = editor();
    add('sender', 'PushAuthenticationSenderNode');
    const { selection } = state();
    state().select(['sender']);
    expect(state().selection).toBe(selection);
  });
});
