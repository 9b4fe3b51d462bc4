import { ChangedMeanwhile, type Directory, policies } from '@journeyman/engine';
import { beforeEach, describe, expect, it } from 'vitest';
import { type TestService, testService } from '../http/test-service.builder.ts';
import { createDirectory } from './directory.ts';
import { quickPasswords } from './quick-passwords.builder.ts';
import { createUsers, type Users } from './users.ts';

let service: TestService;
let users: Users;
let warned: unknown[];
const directoryOf = (realm: string) =>
  createDirectory({ users, sessions: service.sessions, policies, log }, realm);
const log = { warn: (...said: unknown[]) => void warned.push(...said) };

beforeEach(async () => {
  service = testService({ realms: { '/': {}, '/alpha': {} } });
  users = createUsers(service.stores.users, quickPasswords());
  warned = [];
  for (const realm of ['/', '/alpha']) {
    const attributes = { mail: ['demo@example.com'], givenName: ['Demo'] };
    await users.create(realm, { username: 'demo', password: 'Ch4ng31t!', attributes });
  }
});

describe('a directory', () => {
  it('finds a person of its realm by name in any case, with AM-named attributes', async () => {
    expect(await directoryOf('/alpha').find('DEMO')).toEqual({
      username: 'demo',
      universalId: 'id=demo,ou=user,o=alpha,ou=services,ou=am-config',
      active: true,
      attributes: {
        uid: ['demo'],
        cn: ['demo'],
        sn: ['demo'],
        givenName: ['Demo'],
        mail: ['demo@example.com'],
        inetUserStatus: ['Active'],
        dn: ['id=demo,ou=user,o=alpha,ou=services,ou=am-config'],
        universalid: ['id=demo,ou=user,o=alpha,ou=services,ou=am-config'],
      },
    });
    expect(await directoryOf('/alpha').find('amadmin')).toBeNull();
  });

  it('checks passwords', async () => {
    const directory = directoryOf('/alpha');
    expect(await directory.authenticate('demo', 'Ch4ng31t!')).toEqual({ status: 'valid' });
    expect(await directory.authenticate('demo', 'wrong')).toEqual({ status: 'invalid' });
    expect(await directory.authenticate('nobody', 'wrong')).toEqual({ status: 'unknown' });
    await users.change('/alpha', 'demo', { passwordState: 'mustChange' });
    expect(await directory.authenticate('demo', 'Ch4ng31t!')).toEqual({ status: 'mustChange' });
  });

  it('changes passwords within the rules', async () => {
    const directory = directoryOf('/alpha');
    expect(await directory.changePassword('demo', 'Ch4ng31t!', 'short')).toEqual({ status: 'refused' });
    expect(await directory.changePassword('demo', 'wrong', 'long enough')).toEqual({ status: 'invalid' });
    expect(await directory.changePassword('demo', 'Ch4ng31t!', 'long enough')).toEqual({ status: 'changed' });
    expect(await directory.authenticate('demo', 'long enough')).toEqual({ status: 'valid' });
  });

  it('sets an attribute only where it has not been changed meanwhile, if told what it was', async () => {
    const directory = directoryOf('/alpha');
    const [first, second] = [['first@example.com'], ['second@example.com']];
    await directory.setAttribute('demo', 'mail', first, ['demo@example.com']);
    await expect(directory.setAttribute('demo', 'mail', second, ['demo@example.com'])).rejects.toThrow(
      ChangedMeanwhile,
    );
    const both = [1, 2].map((at) => directory.setAttribute('demo', 'note', [`${at}`], []));
    const settled = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(settled.toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await directory.find('demo'))?.attributes.mail).toEqual(first);
  });

  it('sets and removes attributes', async () => {
    const directory = directoryOf('/alpha');
    await directory.setAttribute('demo', 'retryLimitNodeCount', ['a=1', 'b=2']);
    expect((await directory.find('demo'))?.attributes.retryLimitNodeCount).toEqual(['a=1', 'b=2']);
    await directory.setAttribute('demo', 'retryLimitNodeCount', []);
    expect((await directory.find('demo'))?.attributes.retryLimitNodeCount).toBeUndefined();
  });

  it('cannot be made to rename a person by an attribute', async () => {
    const directory = directoryOf('/alpha');
    await directory.setAttribute('demo', 'UID', ['amadmin']);
    expect((await directory.find('demo'))?.attributes).toMatchObject({ uid: ['demo'] });
  });

  it('locks and unlocks an account, and ends the sessions of a locked one', async () => {
    const directory = directoryOf('/alpha');
    await service.signIn('/alpha', 'demo');
    await service.signIn('/', 'demo');
    await directory.setActive('demo', false);
    expect(await directory.find('demo')).toMatchObject({
      active: false,
      attributes: { inetUserStatus: ['Inactive'] },
    });
    expect(await service.sessions.ofUser('/alpha', 'demo')).toEqual([]);
    expect(await service.sessions.ofUser('/', 'demo')).toHaveLength(1);
    await directory.setAttribute('demo', 'inetuserstatus', ['Active']);
    expect(await directory.find('demo')).toMatchObject({ active: true });
  });

  it.each([
    ['locking the account', (directory: Directory) => directory.setActive('AmAdmin', false)],
    [
      'the attribute that says so',
      (directory: Directory) => directory.setAttribute('amadmin', 'inetUserStatus', ['Inactive'], ['Active']),
    ],
    ['a new password', (directory: Directory) => directory.setAttribute('amadmin', 'userPassword', ['1'])],
  ])('cannot be made to lock the administrator out by %s', async (_, lockOut) => {
    const token = await service.signIn('/', 'amadmin');
    await users.change('/', 'amadmin', { password: 'administrator' });
    await lockOut(directoryOf('/'));
    expect(await directoryOf('/').find('amadmin')).toMatchObject({ active: true });
    expect(await directoryOf('/').authenticate('amadmin', 'administrator')).toEqual({ status: 'valid' });
    expect(await service.sessions.find(token)).not.toBeNull();
    expect(warned).toEqual([expect.stringContaining('administrator')]);
  });

  it('unlocks the administrator, and locks whoever has the name in another realm', async () => {
    await users.create('/', { username: 'amadmin', active: false });
    await directoryOf('/').setActive('amadmin', true);
    expect(await directoryOf('/').find('amadmin')).toMatchObject({ active: true });
    await users.create('/alpha', { username: 'amadmin' });
    await directoryOf('/alpha').setActive('amadmin', false);
    expect(await directoryOf('/alpha').find('amadmin')).toMatchObject({ active: false });
  });

  it('rejects a change of somebody it does not know', async () => {
    await expect(directoryOf('/alpha').setActive('nobody', false)).rejects.toThrow(
      'Realm /alpha has no user nobody.',
    );
  });
});
