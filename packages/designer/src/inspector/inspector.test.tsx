// @vitest-environment happy-dom
import { startId, successId } from '@journeyman/node-schemas';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { type BuiltNode, documentOf } from '../document/document.builder.ts';
import { createEditorStore, EditorContext } from '../editor/editor-store.ts';
import { Inspector } from './inspector.tsx';

afterEach(cleanup);

/** The inspector of a journey with the given nodes, the first of them selected. */
function inspect(nodes: Readonly<Record<string, BuiltNode>>, isReadOnly = false) {
  const store = createEditorStore({
    realm: '/',
    document: documentOf(nodes),
    isReadOnly,
    schedule: (work) => {
      work();
      return () => undefined;
    },
  });
  const [first = ''] = Object.keys(nodes);
  store.getState().select([first]);
  render(
    <EditorContext value={store}>
      <Inspector />
    </EditorContext>,
  );
  const configOf = (id: string) => store.getState().document.exported.nodes[id] ?? {};
  return { store, configOf, act: (work: () => void) => act(work) };
}

const type = (control: HTMLElement, text: string) => fireEvent.change(control, { target: { value: text } });

describe('a text field', () => {
  test('shows the default without writing it, stores what is typed, and goes back', () => {
    const { configOf } = inspect({ reg: { type: 'PushRegistrationNode' } });
    const issuer = screen.getByRole('textbox', { name: 'Issuer' });
    expect(issuer.getAttribute('placeholder')).toBe('ForgeRock');
    expect(configOf('reg')).not.toHaveProperty('issuer');
    type(issuer, 'Acme');
    expect(configOf('reg')).toMatchObject({ issuer: 'Acme' });
    fireEvent.click(screen.getByRole('button', { name: 'Reset Issuer to its default' }));
    expect(configOf('reg')).not.toHaveProperty('issuer');
  });

  test('says what is wrong with it to everybody', () => {
    inspect({ reg: { type: 'PushRegistrationNode', config: { issuer: 'Acme:Bank' } } });
    const issuer = screen.getByRole('textbox', { name: 'Issuer' });
    expect(issuer.getAttribute('aria-invalid')).toBe('true');
    const described = (issuer.getAttribute('aria-describedby') ?? '').split(' ');
    const text = described.map((id) => document.getElementById(id)?.textContent).join(' ');
    expect(text).toContain('Must not contain a colon');
  });

  test('typing is one step to undo', () => {
    const { store, act } = inspect({ reg: { type: 'PushRegistrationNode' } });
    const issuer = screen.getByRole('textbox', { name: 'Issuer' });
    const before = store.getState().history.past.length;
    for (const text of ['A', 'Ac', 'Acm']) type(issuer, text);
    expect(store.getState().history.past).toHaveLength(before + 1);
    act(() => store.getState().undo());
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Issuer' }).value).toBe('');
  });

  test('says which variable of the environment fills it in', () => {
    inspect({ reg: { type: 'PushRegistrationNode', config: { issuer: '&{acme.issuer}' } } });
    expect(screen.getByText(/Filled in from ACME_ISSUER/)).toBeDefined();
  });
});

describe('a number field', () => {
  test('keeps what is no number, marks it and does not store it', () => {
    const { configOf, store, act } = inspect({
      wait: { type: 'PushWaitNode', config: { secondsToWait: 7 } },
      reg: { type: 'PushRegistrationNode' },
    });
    const seconds = () => screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Seconds To Wait' });
    type(seconds(), '7 or so');
    expect(seconds().value).toBe('7 or so');
    expect(seconds().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('“7 or so” is not a number; 7 holds until it is one.')).toBeDefined();
    expect(configOf('wait')).toMatchObject({ secondsToWait: 7 });
    act(() => store.getState().select(['reg']));
    act(() => store.getState().select(['wait']));
    expect(seconds().value).toBe('7 or so');
    type(seconds(), '9');
    expect(configOf('wait')).toMatchObject({ secondsToWait: 9 });
  });

  test('stores a number that is out of range, and says so', () => {
    const { configOf } = inspect({ wait: { type: 'PushWaitNode' } });
    type(screen.getByRole('spinbutton', { name: 'Seconds To Wait' }), '99999');
    expect(configOf('wait')).toMatchObject({ secondsToWait: 99_999 });
    expect(screen.getByText(/a whole number from 1 to 3600 is expected/)).toBeDefined();
  });

  test('steps by the arrow keys', () => {
    const { configOf } = inspect({ wait: { type: 'PushWaitNode' } });
    fireEvent.keyDown(screen.getByRole('spinbutton', { name: 'Seconds To Wait' }), { key: 'ArrowUp' });
    expect(configOf('wait')).toMatchObject({ secondsToWait: 6 });
  });
});

describe('a switch', () => {
  test('shows its default and stores a decision', () => {
    const { configOf } = inspect({ reg: { type: 'PushRegistrationNode' } });
    const codes = screen.getByRole<HTMLInputElement>('switch', { name: 'Generate Recovery Codes' });
    expect(codes.checked).toBe(true);
    fireEvent.click(codes);
    expect(configOf('reg')).toMatchObject({ generateRecoveryCodes: false });
  });

  test('takes its value from the environment, and a fixed one again', () => {
    const { configOf } = inspect({ reg: { type: 'PushRegistrationNode' } });
    fireEvent.click(
      screen.getByRole('button', { name: 'Take Generate Recovery Codes from the environment' }),
    );
    expect(configOf('reg')).toMatchObject({ generateRecoveryCodes: '&{esv.generate.recovery.codes}' });
    fireEvent.click(screen.getByRole('button', { name: 'Use a fixed value' }));
    expect(screen.getByRole('switch', { name: 'Generate Recovery Codes' })).toBeDefined();
  });
});

describe('a locale map', () => {
  const texts = { type: 'PushWaitNode', config: { exitMessage: { en: 'Cancel', fr: 'Annuler' } } };

  test('lists the languages that other texts have and this one lacks, and adds them', () => {
    const { configOf } = inspect({
      wait: texts,
      reg: { type: 'PushRegistrationNode', config: { scanQRCodeMessage: { de: 'Scannen' } } },
    });
    const exit = screen.getByRole('group', { name: 'Exit Message' });
    fireEvent.click(within(exit).getByRole('button', { name: 'Add German to Exit Message' }));
    expect(configOf('wait')).toMatchObject({ exitMessage: { en: 'Cancel', fr: 'Annuler', de: '' } });
  });

  test('starts from the node’s own text', () => {
    const { configOf } = inspect({ wait: { type: 'PushWaitNode' } });
    const exit = screen.getByRole('group', { name: 'Exit Message' });
    fireEvent.click(within(exit).getByRole('button', { name: 'Start from it' }));
    expect(configOf('wait')).toMatchObject({ exitMessage: { en: 'Cancel' } });
  });

  test('does not store a text whose language has no name yet', () => {
    const { configOf } = inspect({ wait: texts });
    const exit = screen.getByRole('group', { name: 'Exit Message' });
    fireEvent.click(within(exit).getByRole('button', { name: 'Add a language to Exit Message' }));
    expect(screen.getByText(/A text without a language is not stored/)).toBeDefined();
    expect(configOf('wait')).toMatchObject({ exitMessage: { en: 'Cancel', fr: 'Annuler' } });
    type(within(exit).getByRole('textbox', { name: 'Exit Message, language 3' }), 'es');
    expect(configOf('wait')).toMatchObject({ exitMessage: { es: '' } });
  });

  test('removing the last text removes the property', () => {
    const { configOf } = inspect({ wait: { type: 'PushWaitNode', config: { exitMessage: { en: 'Stop' } } } });
    fireEvent.click(screen.getByRole('button', { name: 'Remove Exit Message in English' }));
    expect(configOf('wait')).not.toHaveProperty('exitMessage');
  });
});

describe('a list', () => {
  test('is added to, reordered and emptied', () => {
    const { configOf } = inspect({ ask: { type: 'ChoiceCollectorNode', config: { choices: ['a', 'b'] } } });
    const choices = screen.getByRole('group', { name: 'Choices' });
    fireEvent.click(within(choices).getByRole('button', { name: 'Move b up' }));
    expect(configOf('ask')).toMatchObject({ choices: ['b', 'a'] });
    fireEvent.click(within(choices).getByRole('button', { name: 'Add' }));
    type(within(choices).getByRole('textbox', { name: 'Choices 3' }), 'c');
    expect(configOf('ask')).toMatchObject({ choices: ['b', 'a', 'c'] });
    for (const item of ['a', 'b', 'c'])
      fireEvent.click(within(choices).getByRole('button', { name: `Remove ${item}` }));
    expect(configOf('ask')).not.toHaveProperty('choices');
  });
});

describe('a node of an unknown type', () => {
  test('shows every attribute as JSON, and stores only JSON', () => {
    const { configOf } = inspect({ odd: { type: 'MadeUpNode', config: { limits: { tries: 3 } } } });
    const limits = screen.getByRole('textbox', { name: 'limits' });
    type(limits, '{ "tries": }');
    expect(configOf('odd')).toMatchObject({ limits: { tries: 3 } });
    expect(limits.getAttribute('aria-invalid')).toBe('true');
    type(limits, '{ "tries": 5 }');
    expect(configOf('odd')).toMatchObject({ limits: { tries: 5 } });
  });
});

describe('the head', () => {
  test('renames the node where its name stands', () => {
    const { store } = inspect({ wait: { type: 'PushWaitNode' } });
    type(screen.getByRole('textbox', { name: 'Name of the node' }), 'Wait for the phone');
    expect(store.getState().journey.nodes.get('wait')?.displayName).toBe('Wait for the phone');
  });

  test('has a name of one line, however many it takes up', () => {
    const { store } = inspect({ wait: { type: 'PushWaitNode' } });
    const name = screen.getByRole('textbox', { name: 'Name of the node' });
    type(name, 'Wait for\nthe phone');
    expect(store.getState().journey.nodes.get('wait')?.displayName).toBe('Wait for the phone');
    act(() => name.focus());
    expect(fireEvent.keyDown(name, { key: 'Enter' })).toBe(false);
    expect(document.activeElement).not.toBe(name);
  });

  test('leads from a node in a page to the page', () => {
    const { store, act } = inspect({
      page: { type: 'PageNode', children: { name: 'UsernameCollectorNode' } },
    });
    act(() => store.getState().select(['name']));
    fireEvent.click(screen.getByRole('button', { name: 'in Page Node' }));
    expect([...store.getState().selection]).toEqual(['page']);
  });
});

describe('a page', () => {
  test('orders its nodes and stays shown', async () => {
    const { store } = inspect({
      page: { type: 'PageNode', children: { name: 'UsernameCollectorNode', word: 'PasswordCollectorNode' } },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Move Password Collector up' }));
    expect(
      store
        .getState()
        .journey.nodes.get('page')
        ?.children?.map(({ id }) => id),
    ).toEqual(['word', 'name']);
    expect([...store.getState().selection]).toEqual(['page']);
  });
});

describe('a property that is asked for', () => {
  test('gets the focus, as often as it is asked for', () => {
    const { store, act } = inspect({ reg: { type: 'PushRegistrationNode' } });
    act(() => store.getState().select(['reg'], 'issuer'));
    const issuer = screen.getByRole('textbox', { name: 'Issuer' });
    expect(document.activeElement).toBe(issuer);
    act(() => issuer.blur());
    act(() => store.getState().select(['reg'], 'issuer'));
    expect(document.activeElement).toBe(issuer);
  });
});

describe('the state of a node', () => {
  test('names who else writes and reads each key, with links', async () => {
    const { store } = inspect({
      push: { type: 'PushAuthenticationSenderNode', to: { SENT: 'verify' } },
      verify: { type: 'PushResultVerifierNode' },
    });
    fireEvent.click(screen.getByRole('tab', { name: 'State' }));
    const [username] = await screen.findAllByText('username');
    expect(username?.closest('li')?.textContent).toContain('No way to here has written it.');
    const [, written] = screen.getAllByText('pushMessageId');
    const row = written?.closest('li');
    if (row == null) throw new Error('The key is in no row.');
    fireEvent.click(within(row).getByRole('button', { name: 'Push Result Verifier Node' }));
    expect([...store.getState().selection]).toEqual(['verify']);
  });
});

describe('what is not a node', () => {
  test('nothing selected shows the journey', () => {
    const { store, act } = inspect({ wait: { type: 'PushWaitNode' } });
    act(() => store.getState().select([]));
    type(screen.getByRole('spinbutton', { name: 'Journey Timeout' }), '10');
    expect(store.getState().journey.treeTimeout).toBe(10);
    type(screen.getByRole('spinbutton', { name: 'Journey Timeout' }), '');
    expect(store.getState().document.exported.tree).not.toHaveProperty('treeTimeout');
  });

  test('Start is led to a node', async () => {
    const { store, act } = inspect({ wait: { type: 'PushWaitNode' }, reg: { type: 'PushRegistrationNode' } });
    act(() => store.getState().select([startId]));
    type(await screen.findByRole('combobox', { name: 'Lead it to' }), 'reg');
    expect(store.getState().journey.entryNodeId).toBe('reg');
  });

  test('an end lists the outcomes that lead to it', async () => {
    const { store, act } = inspect({ wait: { type: 'PushWaitNode', to: { DONE: successId } } });
    act(() => store.getState().select([successId]));
    fireEvent.click(await screen.findByRole('button', { name: 'Push Wait Node' }));
    expect([...store.getState().selection]).toEqual(['wait']);
  });

  test('a connection says what is proven there, and is led elsewhere or removed', async () => {
    const { store, act } = inspect({
      wait: { type: 'PushWaitNode', to: { DONE: successId } },
      reg: { type: 'PushRegistrationNode' },
    });
    act(() => store.getState().selectConnection({ nodeId: 'wait', outcome: 'DONE' }));
    const leadTo = await screen.findByRole('combobox', { name: 'Lead it to' });
    await screen.findByText('nothing yet');
    type(leadTo, 'reg');
    expect(store.getState().journey.nodes.get('wait')?.connections).toEqual({ DONE: 'reg' });
    fireEvent.click(screen.getByRole('button', { name: 'Remove connection' }));
    expect(store.getState().journey.nodes.get('wait')?.connections).toEqual({});
  });
});

test('what is read only can be read and not changed', () => {
  inspect({ reg: { type: 'PushRegistrationNode', config: { issuer: 'Acme' } } }, true);
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Issuer' }).readOnly).toBe(true);
  expect(screen.queryByRole('button', { name: /Reset/ })).toBeNull();
});
