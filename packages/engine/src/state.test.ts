import { expect, test } from 'vitest';
import { viewFor, workOn } from './state.ts';

const layers = (shared = {}, transient = {}, secure = {}) => workOn({ shared, transient, secure });

test('reads what is transient before what is secure before what is shared', () => {
  const state = layers({ username: 'c' }, { username: 'a' }, { username: 'b' });
  const view = viewFor('node', state);
  expect(view.get('username')).toBe('a');
  delete state.transient.username;
  expect(view.get('username')).toBe('b');
  delete state.secure.username;
  expect(view.get('username')).toBe('c');
  delete state.shared.username;
  expect(view.get('username')).toBeUndefined();
});

test('takes a value of another type than the key has for none', () => {
  const view = viewFor('node', layers());
  for (const value of [null, 1, ['demo'], {}]) {
    view.named.put('username', value);
    expect(view.get('username')).toBeUndefined();
    expect(view.named.get('username')).toEqual(value);
  }
  view.named.put('authLevel', '5');
  expect(view.get('authLevel')).toBeUndefined();
  view.named.put('recoveryCodes', {});
  expect(view.get('recoveryCodes')).toBeUndefined();
  view.named.put('errorNode', []);
  expect(view.get('errorNode')).toBeUndefined();
});

test.each(['shared', 'transient'] as const)('a value put in %s state is in no other layer', (scope) => {
  const state = layers({ password: '1' }, { password: '2' }, { password: '3' });
  viewFor('node', state).put(scope, 'password', 'new');
  expect(state).toEqual({ shared: {}, transient: {}, secure: {}, [scope]: { password: 'new' } });
});

test('removes from every layer', () => {
  const state = layers({ password: '1' }, { username: '2' }, { password: '3' });
  viewFor('node', state).remove('password', 'username');
  expect(state).toEqual(layers());
});

test("keeps what is a node's own under the id of the node", () => {
  const state = layers();
  const view = viewFor('n1', state);
  view.own.put('count', 2);
  expect(state.shared).toEqual({ 'n1.count': 2 });
  expect(view.own.get('count')).toBe(2);
  expect(viewFor('n2', state).own.get('count')).toBeUndefined();
  view.own.remove('count', 'other');
  expect(state.shared).toEqual({});
});

test('an attribute of the person is in one layer only, and the others stay', () => {
  const state = layers({ objectAttributes: { mail: 'a', sn: 'b' } }, {}, { objectAttributes: { cn: 'c' } });
  const view = viewFor('node', state);
  expect(view.attributes.get('mail')).toBe('a');
  view.attributes.put('transient', 'mail', 'new');
  view.attributes.put('shared', 'cn', 'moved');
  expect(state).toEqual({
    shared: { objectAttributes: { sn: 'b', cn: 'moved' } },
    transient: { objectAttributes: { mail: 'new' } },
    secure: {},
  });
  expect(view.attributes.get('nothing')).toBeUndefined();
});

test('changes nothing of what it was made from', () => {
  const original = { shared: { username: 'demo' }, transient: {}, secure: {} };
  viewFor('node', workOn(original)).remove('username');
  expect(original.shared).toEqual({ username: 'demo' });
});
