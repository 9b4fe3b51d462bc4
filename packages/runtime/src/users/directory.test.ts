import { ChangedMeanwhile, policies } from '@journeyman/engine';
import { beforeEach, describe, expect, it } from 'vitest';
import { type TestService, testService } from '../http/test-service.builder.ts';
import { createDirectory } from './directory.ts';
import { quickPasswords } from './quick-passwords.builder.ts';
import { createUsers, type Users } from './users.ts';

let service: TestService;
let users: Users;
const directoryOf = (realm: string) =>
  createDirectory({ users, sessions: service.sessions, policies }, realm);

beforeEach(async () => {
  service = testService({ realms: { '/': {}, '/alpha': {} } });
  users = createUsers(service.stores.users, quickPasswords());
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

  it('rejects a change of somebody it does not know', async () => {
    await expect(directoryOf('/alpha').setActive('nobody', false)).rejects.toThrow(
      'Realm /alpha has no user nobody.',
    );
  });
});
