import { administratorId, universalIdOf } from '../realms/realm.ts';
import { foldUsername } from './users.ts';

/** Whether a name is that of AM's super user, who must always be able to sign in: nobody else could undo it. */
export function isSuperUser(realm: string, username: string): boolean {
  return universalIdOf(realm, foldUsername(username)) === administratorId;
}
