import { beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../stores/document-store.ts';
import { createMemoryStores } from '../stores/memory.ts';
import { type QuickPasswords, quickPasswords } from './quick-passwords.builder.ts';
import { createUsers, type Users } from './users.ts';

let stores: Stores;
let passwords: QuickPasswords;
let users: Users;

beforeEach(async () => {
  stores = createMemoryStores();
  passwords = quickPasswords();
  users = createUsers(stores.users, passwords);
  await users.create('/', {
    username: 'Demo',
    password: 'Ch4ng31t!',
    attributes: { mail: ['d@example.com'] },
  });
});

describe('users', () => {
  it('are found by name in any case, and keep the case they were made with', async () => {
    for (const name of ['demo', 'Demo', 'DEMO']) {
      expect(await users.find('/', name)).toEqual({
        realm: '/',
        username: 'Demo',
        active: true,
        passwordState: 'current',
        attributes: { mail: ['d@example.com'] },
        revision: '1',
      });
    }
  });

  it('are one however the letters of the name are composed', async () => {
    await users.create('/', { username: 'Zoe\u0308' });
    expect(await users.find('/', 'ZO\u00cb')).toMatchObject({ username: 'Zo\u00eb' });
    expect(await users.create('/', { username: 'zo\u00eb' })).toBeNull();
  });

  it('are of one realm', async () => {
    expect(await users.find('/alpha', 'demo')).toBeNull();
    expect(await users.create('/alpha', { username: 'demo' })).not.toBeNull();
    expect(await users.delete('/alpha', 'demo')).toBe(true);
    expect(await users.find('/', 'demo')).not.toBeNull();
  });

  it('are made once when two make the same', async () => {
    const made = await Promise.all([
      users.create('/', { username: 'bob', attributes: { mail: ['one'] } }),
      users.create('/', { username: 'BOB', attributes: { mail: ['other'] } }),
    ]);
    expect(made.filter((user) => user !== null)).toHaveLength(1);
  });

  it('are listed by realm and name', async () => {
    await users.create('/', { username: 'anna' });
    await users.create('/alpha', { username: 'bob' });
    expect((await users.list('/')).map(({ username }) => username)).toEqual(['anna', 'Demo']);
  });

  it('are gone when deleted', async () => {
    expect(await users.delete('/', 'DEMO')).toBe(true);
    expect(await users.delete('/', 'demo')).toBe(false);
    expect(await users.find('/', 'demo')).toBeNull();
  });

  it('never show a password or its hash', async () => {
    const shown = [await users.find('/', 'demo'), ...(await users.list('/'))];
    expect(JSON.stringify(shown)).not.toContain('Ch4ng31t!');
  });
});

describe('changing a user', () => {
  it('replaces, adds and removes attributes and leaves the others', async () => {
    await users.change('/', 'demo', { attributes: { mail: ['a', 'b'], sn: ['Demo'] } });
    await users.change('/', 'demo', { attributes: { sn: [] } });
    expect(await users.find('/', 'demo')).toMatchObject({ attributes: { mail: ['a', 'b'] }, revision: '3' });
  });

  it('keeps an attribute that is named like a property of every object', async () => {
    await users.change('/', 'demo', { attributes: Object.fromEntries([['__proto__', ['x']]]) });
    const user = await users.find('/', 'demo');
    expect(Object.entries(user?.attributes ?? {})).toEqual([
      ['mail', ['d@example.com']],
      ['__proto__', ['x']],
    ]);
  });

  it('loses none of many changes at the same time', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `a${n}`);
    await Promise.all(names.map((name) => users.change('/', 'demo', { attributes: { [name]: ['x'] } })));
    const user = await users.find('/', 'demo');
    expect(Object.keys(user?.attributes ?? {})).toEqual(expect.arrayContaining(names));
  });

  it('does nothing for a user who does not exist, or has another revision', async () => {
    expect(await users.change('/', 'nobody', { active: false })).toBeNull();
    await users.change('/', 'demo', { attributes: { sn: ['x'] } }, '1');
    expect(await users.change('/', 'demo', { active: false }, '1')).toBe('stale');
    expect(await users.find('/', 'demo')).toMatchObject({ active: true });
  });
});

describe('checking a password', () => {
  it('tells right from wrong, and both from a name that nobody has', async () => {
    expect(await users.checkPassword('/', 'DEMO', 'Ch4ng31t!')).toBe('valid');
    expect(await users.checkPassword('/', 'demo', 'wrong')).toBe('invalid');
    expect(await users.checkPassword('/', 'nobody', 'Ch4ng31t!')).toBe('unknown');
    expect(await users.checkPassword('/alpha', 'demo', 'Ch4ng31t!')).toBe('unknown');
  });

  it('hashes once whoever is asked for', async () => {
    await users.create('/', { username: 'without' });
    await users.checkPassword('/', 'demo', 'wrong');
    await users.checkPassword('/', 'nobody', 'wrong');
    await users.checkPassword('/', 'without', 'wrong');
    expect(passwords.checks).toEqual([true, false, false]);
  });

  it('lets nobody in who has no password', async () => {
    await users.create('/', { username: 'without' });
    expect(await users.checkPassword('/', 'without', '')).toBe('invalid');
  });

  it('does not ask whether the user is active', async () => {
    await users.change('/', 'demo', { active: false });
    expect(await users.checkPassword('/', 'demo', 'Ch4ng31t!')).toBe('valid');
  });

  it.each(['mustChange', 'expired'] as const)(
    'gives %s for a right password in that state alone',
    async (state) => {
      await users.change('/', 'demo', { passwordState: state });
      expect(await users.checkPassword('/', 'demo', 'Ch4ng31t!')).toBe(state);
      expect(await users.checkPassword('/', 'demo', 'wrong')).toBe('invalid');
    },
  );
});

describe('changing a password', () => {
  it('needs the old one', async () => {
    expect(await users.changePassword('/', 'demo', 'wrong', 'new password')).toBe('invalid');
    expect(await users.changePassword('/', 'nobody', 'Ch4ng31t!', 'new password')).toBe('invalid');
    expect(await users.changePassword('/', 'demo', 'Ch4ng31t!', 'new password')).toBe('changed');
    expect(await users.checkPassword('/', 'demo', 'Ch4ng31t!')).toBe('invalid');
    expect(await users.checkPassword('/', 'demo', 'new password')).toBe('valid');
  });

  it.each(['mustChange', 'expired'] as const)('makes a password in state %s current', async (state) => {
    await users.change('/', 'demo', { passwordState: state });
    expect(await users.changePassword('/', 'demo', 'Ch4ng31t!', 'new password')).toBe('changed');
    expect(await users.checkPassword('/', 'demo', 'new password')).toBe('valid');
  });

  it('lets one of two win who both know the old one', async () => {
    const results = await Promise.all([
      users.changePassword('/', 'demo', 'Ch4ng31t!', 'first password'),
      users.changePassword('/', 'demo', 'Ch4ng31t!', 'second password'),
    ]);
    expect(results.toSorted()).toEqual(['changed', 'invalid']);
  });
});

describe('making sure of a user', () => {
  it('makes one who is missing', async () => {
    await users.ensure('/', { username: 'amadmin', password: 'secret', attributes: { sn: ['A'] } });
    expect(await users.checkPassword('/', 'amadmin', 'secret')).toBe('valid');
  });

  it('gives the password and the access back, and leaves the attributes', async () => {
    await users.change('/', 'demo', { active: false, password: 'other', passwordState: 'expired' });
    await users.ensure('/', { username: 'demo', password: 'Ch4ng31t!', attributes: { mail: ['new'] } });
    expect(await users.checkPassword('/', 'demo', 'Ch4ng31t!')).toBe('valid');
    expect(await users.find('/', 'demo')).toMatchObject({
      active: true,
      attributes: { mail: ['d@example.com'] },
    });
  });

  it('writes nothing when all is as it should be', async () => {
    await users.ensure('/', { username: 'demo', password: 'Ch4ng31t!' });
    expect(await users.find('/', 'demo')).toMatchObject({ revision: '1' });
  });
});
