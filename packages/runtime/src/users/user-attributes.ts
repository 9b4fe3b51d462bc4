import { universalIdOf } from '../realms/realm.ts';
import type { Attributes, User, UserChange } from './users.ts';

/** What AM calls the attributes that we keep in fields of their own, in lower case; they can be read but not set. */
const derived: ReadonlySet<string> = new Set([
  'username',
  'realm',
  'uid',
  'dn',
  'universalid',
  'roles',
  'objectclass',
  'createtimestamp',
  'modifytimestamp',
]);

/** The attributes of a user as AM shows them: those that are stored, and those that say who the user is and how it stands. */
export function attributesOf(user: User): Attributes {
  const universalId = universalIdOf(user.realm, user.username);
  return {
    // A directory cannot do without these two, so AM gives them to whoever has none.
    cn: [user.username],
    sn: [user.username],
    ...user.attributes,
    uid: [user.username],
    inetUserStatus: [user.active ? 'Active' : 'Inactive'],
    universalid: [universalId],
    dn: [universalId],
  };
}

/**
 * The change that setting attributes amounts to. `userPassword` and `inetUserStatus` are AM's names for the password and for
 * whether the user is active; what follows from something else is passed over.
 */
export function changeFrom(attributes: Attributes): UserChange {
  let change: UserChange = {};
  const ordinary: [string, readonly string[]][] = [];
  for (const [name, values] of Object.entries(attributes)) {
    const folded = name.toLowerCase();
    if (derived.has(folded)) continue;
    if (folded === 'userpassword') {
      if (values[0] !== undefined) change = { ...change, password: values[0] };
    } else if (folded === 'inetuserstatus') {
      change = { ...change, active: (values[0] ?? 'Active').toLowerCase() === 'active' };
    } else {
      ordinary.push([name, values]);
    }
  }
  return ordinary.length === 0 ? change : { ...change, attributes: Object.fromEntries(ordinary) };
}
