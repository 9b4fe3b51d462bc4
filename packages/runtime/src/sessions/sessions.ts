/** A signed-in user's session. */
export interface Session {
  /** Public handle, `shandle:` and a UUID; never the token. */
  readonly handle: string;
  readonly username: string;
  readonly universalId: string;
  /** `/` or `/alpha`. */
  readonly realm: string;
  readonly authLevel: number;
  /** The journeys that the session has satisfied. */
  readonly journeys: readonly string[];
  readonly properties: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly createdAtMs: number;
  /** Milliseconds since the epoch; exact to a minute. */
  readonly lastAccessMs: number;
  readonly maxSessionMinutes: number;
  readonly maxIdleMinutes: number;
}

/** What a new session is made of. */
export type NewSession = Omit<Session, 'handle' | 'createdAtMs' | 'lastAccessMs'>;

/** The sessions of an installation. A token is known only to its bearer: it is stored as a hash. */
export interface Sessions {
  /** The name of the cookie and of the header that carry a token. */
  readonly cookieName: string;
  /** Starts a session and gives its token, which is opaque and safe in URLs. */
  issue(session: NewSession): Promise<string>;
  /** The session of a token, or null if it has ended; counts as an access unless `idle` says to leave the idle time alone. */
  find(token: string, idle?: 'keep'): Promise<Session | null>;
  /** Ends a session. False if it had ended already. */
  end(token: string): Promise<boolean>;
  /** The public handle that belongs to a token, be its session alive or not; undefined for what is no token. */
  handleOf(token: string): string | undefined;
  /** The session with a public handle, or null; not an access. */
  findByHandle(handle: string): Promise<Session | null>;
  /** Replaces a session's properties; null if it has ended. */
  setProperties(token: string, properties: Readonly<Record<string, string>>): Promise<Session | null>;
  /** The live sessions of a user. */
  ofUser(realm: string, username: string): Promise<readonly Session[]>;
  /** Ends every session of a user, or the one with a handle. Gives the number ended. */
  endOfUser(realm: string, username: string, handle?: string): Promise<number>;
}
