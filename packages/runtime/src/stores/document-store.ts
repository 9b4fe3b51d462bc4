/** A document as it is stored: its text, and how often it was written. */
export interface StoredDocument {
  readonly key: string;
  /** JSON text; what must not be readable at rest is sealed before it gets here. */
  readonly value: string;
  /** 1 when first written, one more at each write. */
  readonly version: number;
}

/** How a document is to be written. Expiry and owner are always those of the last write. */
export interface WriteOptions {
  /** The version that must be there: 0 writes only where there is none yet. */
  readonly expected: number;
  /** Milliseconds since the epoch from which the document counts as gone; absent: it stays. */
  readonly expiresAtMs?: number;
  /** The group that `list` finds it by. */
  readonly owner?: string;
}

/**
 * A collection of documents that many writers change safely: a write succeeds only on the version that its writer has read.
 * The one port behind users, devices, sessions, executions and push messages. Methods reject when the store is out of reach.
 */
export interface DocumentStore {
  get(key: string): Promise<StoredDocument | null>;
  /** False, and nothing written, when the version is not the expected one. */
  put(key: string, value: string, options: WriteOptions): Promise<boolean>;
  /** False when there was none. */
  delete(key: string): Promise<boolean>;
  /** The documents of an owner by key, in order. */
  list(owner: string): Promise<readonly StoredDocument[]>;
}

/**
 * The collections of an installation. Users and devices stay until they are deleted, and so do the phones that fetch their messages
 * here, which are kept with these; all else expires.
 */
export interface Stores {
  readonly users: DocumentStore;
  readonly devices: DocumentStore;
  /** For as long as the realm lets a session live. */
  readonly sessions: DocumentStore;
  /** For as long as the journey may take. */
  readonly executions: DocumentStore;
  /** For as long as a push lives or its answer is to be read; what bounds the tokens of a phone, for a day. */
  readonly pushMessages: DocumentStore;
  /** For a day. */
  readonly looseConfiguration: DocumentStore;
  /** For the hours of `JOURNEYMAN_TRACE_HOURS`: 31 days at most, and the files that they speak of for a little longer. */
  readonly traces: DocumentStore;
  close(): Promise<void>;
}
