import { isDeepStrictEqual } from 'node:util';
import { ChangedMeanwhile, type Directory, type Policies } from '@journeyman/engine';
import type { Logger } from 'pino';
import { universalIdOf } from '../realms/realm.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { isSuperUser } from './super-user.ts';
import { attributesOf, changeFrom } from './user-attributes.ts';
import type { UserChange, Users } from './users.ts';

/** What a directory is made of. */
export interface DirectoryParts {
  readonly users: Users;
  readonly sessions: Pick<Sessions, 'endOfUser'>;
  readonly policies: Policies;
  /** Told of what is not done; absent: nobody is. */
  readonly log?: Pick<Logger, 'warn'>;
}

/**
 * The people of one realm as nodes see them. Locking an account ends its sessions. AM's super user is neither locked nor given a
 * password: journeys are there for anybody to start.
 */
export function createDirectory(
  { users, sessions, policies, log }: DirectoryParts,
  realm: string,
): Directory {
  async function change(username: string, wanted: UserChange, revision?: string): Promise<void> {
    const locksOut = wanted.active === false || wanted.password !== undefined;
    if (locksOut && isSuperUser(realm, username)) {
      log?.warn('a journey was to lock the administrator or to set its password, which was not done');
      return;
    }
    const user = await users.change(realm, username, wanted, revision);
    if (user === null) throw new Error(`Realm ${realm} has no user ${username}.`);
    if (user === 'stale') throw changedMeanwhile(username);
    if (wanted.active === false) await sessions.endOfUser(realm, user.username);
  }
  const changedMeanwhile = (username: string) =>
    new ChangedMeanwhile(`${username} of realm ${realm} was changed meanwhile.`);

  return {
    async authenticate(username, password) {
      return { status: await users.checkPassword(realm, username, password) };
    },
    async changePassword(username, oldPassword, newPassword) {
      const failed = await policies.check('password', newPassword);
      if (failed.length > 0) return { status: 'refused' };
      return { status: await users.changePassword(realm, username, oldPassword, newPassword) };
    },
    async find(username) {
      const user = await users.find(realm, username);
      if (user === null) return null;
      return {
        username: user.username,
        universalId: universalIdOf(realm, user.username),
        active: user.active,
        attributes: attributesOf(user),
      };
    },
    async setAttribute(username, name, values, before) {
      const user = before && (await users.find(realm, username));
      if (user && !isDeepStrictEqual(attributesOf(user)[name] ?? [], before))
        throw changedMeanwhile(username);
      await change(username, changeFrom({ [name]: values }), user?.revision);
    },
    setActive: (username, active) => change(username, { active }),
  };
}
