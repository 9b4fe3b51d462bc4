import { universalIdOf } from '../realms/realm.ts';
import type { UserChange, Users } from '../users/users.ts';
import { type ActingCallers, namedCaller } from './acting-caller.ts';
import type { AuditLog } from './audit-log.ts';

/**
 * The same users, with AM's event of each change that a request makes, over REST or in a journey. Events name the attributes that were
 * set, and never a value: any of them may be a secret.
 */
export function auditedUsers(users: Users, log: AuditLog, callers: ActingCallers): Users {
  function tell(
    realm: string,
    username: string,
    operation: 'CREATE' | 'UPDATE' | 'DELETE',
    changedFields: readonly string[],
  ): void {
    const caller = callers.getStore();
    if (caller === undefined) return;
    log('activity', {
      eventName: 'AM-IDENTITY-CHANGE',
      realm,
      component: 'Users',
      ...namedCaller(caller),
      objectId: universalIdOf(realm, username),
      operation,
      changedFields,
    });
  }

  return {
    ...users,
    async create(realm, user) {
      const created = await users.create(realm, user);
      if (created !== null) tell(realm, created.username, 'CREATE', fieldsOf(user));
      return created;
    },
    async change(realm, username, change, revision) {
      const changed = await users.change(realm, username, change, revision);
      if (changed !== null && changed !== 'stale') tell(realm, changed.username, 'UPDATE', fieldsOf(change));
      return changed;
    },
    async delete(realm, username) {
      const isDeleted = await users.delete(realm, username);
      if (isDeleted) tell(realm, username, 'DELETE', []);
      return isDeleted;
    },
    async changePassword(realm, username, ...passwords) {
      const status = await users.changePassword(realm, username, ...passwords);
      if (status === 'changed') tell(realm, username, 'UPDATE', fieldsOf({ password: '' }));
      return status;
    },
  };
}

/** AM's names of what is set. */
function fieldsOf({ password, active, attributes = {} }: UserChange): readonly string[] {
  return [
    ...(password === undefined ? [] : ['userPassword']),
    ...(active === undefined ? [] : ['inetUserStatus']),
    ...Object.keys(attributes),
  ];
}
