import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Clock } from '@journeyman/engine';
import { changeDocument } from '../stores/change-document.ts';
import type { DocumentStore, StoredDocument } from '../stores/document-store.ts';
import { foldUsername } from '../users/users.ts';
import type { Session, Sessions } from './sessions.ts';
import { sessionEndMs } from './times.ts';

/** The last access is written at most this often, in milliseconds, so that most requests only read. */
const accessGranularityMs = 60_000;

const handlePrefix = 'shandle:';

/** What sessions are kept in and how their tokens travel. */
export interface StoredSessionsSetting {
  readonly documents: DocumentStore;
  readonly clock: Clock;
  /** The name of the cookie and of the header. */
  readonly cookieName: string;
}

/** A session as it is written: who holds the secret of its hash holds the session. */
interface Written {
  /** Base64url of the SHA-256 of the token's secret. */
  readonly secretHash: string;
  readonly session: Session;
}

/**
 * Keeps sessions in a document store. A token is base64url of 16 bytes that name the session, the UUID of its handle,
 * and 32 random bytes, of which only the SHA-256 is stored: neither a handle nor a copy of the store opens a session.
 */
export function createSessions({ documents, clock, cookieName }: StoredSessionsSetting): Sessions {
  function alive(document: StoredDocument | null): Written | null {
    if (document === null) return null;
    const written = JSON.parse(document.value) as Written;
    return sessionEndMs(written.session) > clock.now() ? written : null;
  }

  async function openedBy({ id, secret }: Token): Promise<{ written: Written; version: number } | null> {
    const document = await documents.get(id);
    const written = alive(document);
    if (document === null || written === null || !isSecretOf(written, secret)) return null;
    return { written, version: document.version };
  }

  async function find(token: string, idle?: 'keep'): Promise<Session | null> {
    const read = readToken(token);
    const opened = read && (await openedBy(read));
    if (!opened) return null;
    const { session } = opened.written;
    const now = clock.now();
    if (idle === 'keep' || now - session.lastAccessMs < granularityOf(session)) return session;
    const accessed = { ...session, lastAccessMs: now };
    const { value, ...options } = writtenForm({ ...opened.written, session: accessed });
    if (await documents.put(read.id, value, { ...options, expected: opened.version })) return accessed;
    // Another request has noted its access, or ended the session, in this very moment.
    return find(token, 'keep');
  }

  async function ofOwner(realm: string, username: string): Promise<readonly Session[]> {
    const found = await documents.list(ownerOf(realm, username));
    return found.flatMap((document) => alive(document)?.session ?? []);
  }

  return {
    cookieName,
    find,
    async issue(session) {
      const id = randomUUID();
      const secret = randomBytes(32);
      const now = clock.now();
      const handle = `${handlePrefix}${id}`;
      const { value, ...options } = writtenForm({
        secretHash: hashOf(secret).toString('base64url'),
        session: { ...session, handle, createdAtMs: now, lastAccessMs: now },
      });
      if (!(await documents.put(id, value, { ...options, expected: 0 }))) {
        throw new Error(`There is a session with the new handle ${handle} already.`);
      }
      return Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), secret]).toString('base64url');
    },
    async end(token) {
      const read = readToken(token);
      return read !== null && (await openedBy(read)) !== null && documents.delete(read.id);
    },
    handleOf(token) {
      const read = readToken(token);
      return read === null ? undefined : `${handlePrefix}${read.id}`;
    },
    async findByHandle(handle) {
      if (!handle.startsWith(handlePrefix)) return null;
      return alive(await documents.get(handle.slice(handlePrefix.length)))?.session ?? null;
    },
    async setProperties(token, properties) {
      const read = readToken(token);
      if (read === null) return null;
      return changeDocument(documents, read.id, (document) => {
        const written = alive(document);
        if (written === null || !isSecretOf(written, read.secret)) return null;
        const session = { ...written.session, properties };
        return { ...writtenForm({ ...written, session }), result: session };
      });
    },
    ofUser: ofOwner,
    async endOfUser(realm, username, handle) {
      const sessions = await ofOwner(realm, username);
      const ending = sessions.filter((session) => handle === undefined || session.handle === handle);
      const ended = await Promise.all(
        ending.map((session) => documents.delete(session.handle.slice(handlePrefix.length))),
      );
      return ended.filter(Boolean).length;
    },
  };
}

interface Token {
  /** A UUID. */
  readonly id: string;
  readonly secret: Uint8Array;
}

/** Null for a text that is no token of ours. */
function readToken(token: string): Token | null {
  if (!/^[\w-]{64}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const id = bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return { id, secret: bytes.subarray(16) };
}

function hashOf(secret: Uint8Array): Buffer {
  return createHash('sha256').update(secret).digest();
}

function isSecretOf({ secretHash }: Written, secret: Uint8Array): boolean {
  return timingSafeEqual(hashOf(secret), Buffer.from(secretHash, 'base64url'));
}

function writtenForm(written: Written): { value: string; owner: string; expiresAtMs: number } {
  const { realm, username } = written.session;
  return {
    value: JSON.stringify(written),
    owner: ownerOf(realm, username),
    expiresAtMs: sessionEndMs(written.session),
  };
}

/** No realm's name holds a control character, so that no two users share an owner. */
function ownerOf(realm: string, username: string): string {
  return `${realm}\u001f${foldUsername(username)}`;
}

/** Half of a short idle time at most, else a session in constant use would end between two writes. */
function granularityOf({ maxIdleMinutes }: Session): number {
  return Math.min(accessGranularityMs, maxIdleMinutes * 30_000);
}
