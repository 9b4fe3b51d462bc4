import type { PasswordChange, PasswordStatus } from '@journeyman/engine';
import { changeDocument } from '../stores/change-document.ts';
import type { DocumentStore, StoredDocument } from '../stores/document-store.ts';
import type { Passwords } from './passwords.ts';

/** Whether a password is good to sign in with, was set by somebody else and must be replaced, or is too old. */
type PasswordState = 'current' | 'mustChange' | 'expired';

/** Values by attribute name. */
export type Attributes = Readonly<Record<string, readonly string[]>>;

/** A person of a realm, as it is stored but for the password. */
export interface User {
  readonly realm: string;
  /** As it was written when the user was made; compared without regard to case. */
  readonly username: string;
  /** False when locked or deactivated. */
  readonly active: boolean;
  readonly passwordState: PasswordState;
  readonly attributes: Attributes;
  /** Another one after each change. */
  readonly revision: string;
}

/** What a user is made of. */
export interface NewUser {
  readonly username: string;
  /** Absent: nobody can sign in with a password. */
  readonly password?: string;
  /** Default: true. */
  readonly active?: boolean;
  /** Default: `current`. */
  readonly passwordState?: PasswordState;
  readonly attributes?: Attributes;
}

/** What is to be different about a user; the rest stays. */
export interface UserChange {
  readonly password?: string;
  readonly active?: boolean;
  /** Default with a new password: `current`. */
  readonly passwordState?: PasswordState;
  /** Each replaces the attribute's values; none: removes it. */
  readonly attributes?: Attributes;
}

/** The people of an installation. Methods reject when the store is out of reach. */
export interface Users {
  find(realm: string, username: string): Promise<User | null>;
  /** The users of a realm by name. */
  list(realm: string): Promise<readonly User[]>;
  /** Null if the name is taken. */
  create(realm: string, user: NewUser): Promise<User | null>;
  /** Null if there is no such user; `stale` if a revision is given and is not the user's. */
  change(
    realm: string,
    username: string,
    change: UserChange,
    revision?: string,
  ): Promise<User | 'stale' | null>;
  /** False if there was none. */
  delete(realm: string, username: string): Promise<boolean>;
  /** Checks a password; takes as long for a name that nobody has. Says nothing of whether the user is active. */
  checkPassword(realm: string, username: string, password: string): Promise<PasswordStatus>;
  /** Replaces a password by whoever knows it. */
  changePassword(
    realm: string,
    username: string,
    oldPassword: string,
    newPassword: string,
  ): Promise<Exclude<PasswordChange, 'refused'>>;
  /** Makes sure that a user is there, is active and has this password. Attributes are given only to a new one. */
  ensure(realm: string, user: NewUser & { readonly password: string }): Promise<void>;
}

/** How a user is stored. */
interface UserDocument {
  readonly username: string;
  readonly password?: string;
  readonly active: boolean;
  readonly passwordState: PasswordState;
  readonly attributes: Attributes;
}

/** The form of a user name that is compared: two names are one user when this is equal. */
export function foldUsername(username: string): string {
  return username.normalize('NFC').toLowerCase();
}

/** The users in a store, one document each. */
export function createUsers(store: DocumentStore, passwords: Passwords): Users {
  const keyOf = (realm: string, username: string): string => `${realm}\u0000${foldUsername(username)}`;

  async function create(realm: string, user: NewUser): Promise<User | null> {
    const document: UserDocument = {
      username: user.username.normalize('NFC'),
      ...(user.password === undefined ? {} : { password: await passwords.hash(user.password) }),
      active: user.active ?? true,
      passwordState: user.passwordState ?? 'current',
      attributes: withoutEmpty(user.attributes ?? {}),
    };
    const key = keyOf(realm, user.username);
    const written = await store.put(key, JSON.stringify(document), { expected: 0, owner: realm });
    return written ? userFrom(realm, document, 1) : null;
  }

  /** Writes what `change` makes of the stored user; null: there is none, or it is left as it is. */
  function rewrite(
    realm: string,
    username: string,
    change: (document: UserDocument, version: number) => UserDocument | null,
  ): Promise<User | null> {
    return changeDocument(store, keyOf(realm, username), (stored) => {
      const document = stored === null ? null : change(read(stored), stored.version);
      if (stored === null || document === null) return null;
      const result = userFrom(realm, document, stored.version + 1);
      return { value: JSON.stringify(document), owner: realm, result };
    });
  }

  async function checked(stored: StoredDocument | null, password: string): Promise<PasswordStatus> {
    const document = stored === null ? undefined : read(stored);
    const right = await passwords.verify(password, document?.password);
    if (document === undefined) return 'unknown';
    if (!right) return 'invalid';
    return document.passwordState === 'current' ? 'valid' : document.passwordState;
  }

  async function change(realm: string, username: string, wanted: UserChange, revision?: string) {
    // Hashed once, not at each try.
    const password = wanted.password === undefined ? undefined : await passwords.hash(wanted.password);
    let stale = false;
    const changed = await rewrite(realm, username, (document, version) => {
      stale = revision !== undefined && revision !== `${version}`;
      if (stale) return null;
      return {
        ...document,
        ...(password === undefined ? {} : { password, passwordState: 'current' as const }),
        ...(wanted.passwordState === undefined ? {} : { passwordState: wanted.passwordState }),
        active: wanted.active ?? document.active,
        attributes: withoutEmpty({ ...document.attributes, ...wanted.attributes }),
      };
    });
    return stale ? 'stale' : changed;
  }

  return {
    create,
    change,
    async find(realm, username) {
      const stored = await store.get(keyOf(realm, username));
      return stored === null ? null : userFrom(realm, read(stored), stored.version);
    },
    async list(realm) {
      return (await store.list(realm)).map((stored) => userFrom(realm, read(stored), stored.version));
    },
    delete: (realm, username) => store.delete(keyOf(realm, username)),
    async checkPassword(realm, username, password) {
      return checked(await store.get(keyOf(realm, username)), password);
    },
    async changePassword(realm, username, oldPassword, newPassword) {
      const key = keyOf(realm, username);
      const stored = await store.get(key);
      const status = await checked(stored, oldPassword);
      if (stored === null || status === 'invalid' || status === 'unknown') return 'invalid';
      const proven = read(stored).password;
      const password = await passwords.hash(newPassword);
      // The old password counts only as long as it is the one that was checked.
      const changed = await rewrite(realm, username, (document) =>
        document.password === proven ? { ...document, password, passwordState: 'current' } : null,
      );
      return changed === null ? 'invalid' : 'changed';
    },
    async ensure(realm, user) {
      if ((await create(realm, user)) !== null) return;
      const stored = await store.get(keyOf(realm, user.username));
      const status = await checked(stored, user.password);
      if (status === 'valid' && stored !== null && read(stored).active) return;
      const wanted = status === 'valid' ? { active: true } : { active: true, password: user.password };
      await change(realm, user.username, wanted);
    },
  };
}

function read(stored: StoredDocument): UserDocument {
  return JSON.parse(stored.value) as UserDocument;
}

function userFrom(realm: string, document: UserDocument, version: number): User {
  const { username, active, passwordState, attributes } = document;
  return { realm, username, active, passwordState, attributes, revision: `${version}` };
}

function withoutEmpty(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, values]) => values.length > 0));
}
