import type { Directory, Identity, Policies } from '@journeyman/engine';
import {
  type Attributes,
  type Cell,
  changeUser,
  type SimulatedUser,
  setActive,
  userNamed,
} from './simulated-world.ts';

/** What is told of a user and cannot be set, in lower case. */
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

/** The people of the made-up world as nodes see them. */
export function simulatedDirectory(cell: Cell, realm: string, policies: Policies): Directory {
  const user = (username: string) => {
    if (cell.world.faults.directory === 'fails') throw new Error('The directory is out of reach.');
    return userNamed(cell.world, username);
  };

  return {
    async authenticate(username, password) {
      return { status: statusOf(user(username), password) };
    },
    async changePassword(username, oldPassword, newPassword) {
      const status = statusOf(user(username), oldPassword);
      if ((await policies.check('password', newPassword)).length > 0) return { status: 'refused' };
      if (status === 'invalid' || status === 'unknown') return { status: 'invalid' };
      changeUser(cell, username, { password: newPassword, passwordState: 'current' });
      return { status: 'changed' };
    },
    async find(username) {
      const found = user(username);
      return found && identityOf(found, realm);
    },
    async setAttribute(username, name, values) {
      user(username);
      setAttribute(cell, username, name, values);
    },
    async setActive(username, active) {
      user(username);
      setActive(cell, username, active);
    },
  };
}

/** Sets an attribute; AM's names for the password and for whether the user is active set those. */
function setAttribute(cell: Cell, username: string, name: string, values: readonly string[]): void {
  const [first] = values;
  const folded = name.toLowerCase();
  if (derived.has(folded)) return;
  if (folded === 'userpassword') {
    if (first !== undefined) changeUser(cell, username, { password: first, passwordState: 'current' });
  } else if (folded === 'inetuserstatus') {
    setActive(cell, username, (first ?? 'Active').toLowerCase() === 'active');
  } else {
    const { [name]: _replaced, ...others } = userNamed(cell.world, username)?.attributes ?? {};
    changeUser(cell, username, { attributes: values.length === 0 ? others : { ...others, [name]: values } });
  }
}

/** A user with the attributes that AM adds. */
export function identityOf({ username, active, attributes }: SimulatedUser, realm: string): Identity {
  const organisations = realm.split('/').filter(Boolean).reverse();
  const universalId = [
    `id=${username.toLowerCase()}`,
    'ou=user',
    ...organisations.map((part) => `o=${part}`),
    'ou=services',
    'ou=am-config',
  ].join(',');
  const shown: Attributes = {
    cn: [username],
    sn: [username],
    ...attributes,
    uid: [username],
    inetUserStatus: [active ? 'Active' : 'Inactive'],
    universalid: [universalId],
    dn: [universalId],
  };
  return { username, universalId, active, attributes: shown };
}

function statusOf(user: SimulatedUser | null, password: string) {
  if (user === null) return 'unknown';
  // As the service does: keyboards differ in how they compose a letter.
  if (user.password.normalize('NFKC') !== password.normalize('NFKC')) return 'invalid';
  return user.passwordState === 'current' ? 'valid' : user.passwordState;
}
