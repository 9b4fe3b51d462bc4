import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '@journeyman/engine';
import type { DocumentStore, StoredDocument, Stores } from './document-store.ts';
import { startSweeper } from './sweeper.ts';

/** The form of the tables, in SQLite's `user_version`. */
const schemaVersion = 1;

/** How long a write waits for another process that writes, in milliseconds. */
const busyTimeoutMs = 5000;

/** A collection in a table, and the removal of what has expired in it. */
interface SqliteCollection extends DocumentStore {
  purge(limit: number): number;
}

/**
 * The collections of an installation in two SQLite files of a folder, which is made if it is missing: `journeyman.db` for what
 * outlives everything, where a write is on the disk when it is acknowledged, and `ephemeral.db` for the rest, where a
 * crash of the process loses nothing and a power cut at most the last moments.
 * Throws an error that names the file if one of them cannot be used.
 */
export function openSqliteStores(folder: string, clock: Clock = { now: Date.now }): Stores {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lasting = openDatabase(join(folder, 'journeyman.db'), 'FULL', ['users', 'devices']);
  let ephemeral: DatabaseSync;
  try {
    ephemeral = openDatabase(join(folder, 'ephemeral.db'), 'NORMAL', [
      'sessions',
      'executions',
      'push_messages',
      'loose_configuration',
      'traces',
    ]);
  } catch (error) {
    lasting.close();
    throw error;
  }
  const stores = {
    users: collection(lasting, 'users', clock),
    devices: collection(lasting, 'devices', clock),
    sessions: collection(ephemeral, 'sessions', clock),
    executions: collection(ephemeral, 'executions', clock),
    pushMessages: collection(ephemeral, 'push_messages', clock),
    looseConfiguration: collection(ephemeral, 'loose_configuration', clock),
    traces: collection(ephemeral, 'traces', clock),
  };
  const sweepers = Object.values(stores).map(({ purge }) => startSweeper(purge));
  return {
    ...stores,
    async close() {
      for (const stop of sweepers) stop();
      if (lasting.isOpen) lasting.close();
      if (ephemeral.isOpen) ephemeral.close();
    },
  };
}

function openDatabase(path: string, synchronous: 'FULL' | 'NORMAL', tables: readonly string[]): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    // SQLite gives its companion files the mode of the main one, so that one has to be right from the first.
    closeSync(openSync(path, 'a', 0o600));
    chmodSync(path, 0o600);
    database = new DatabaseSync(path, { timeout: busyTimeoutMs });
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}`);
    const found = database.prepare('PRAGMA user_version').get()?.user_version;
    if (typeof found === 'number' && found > schemaVersion) {
      throw new Error(`it has form ${found}, made by a newer version; this one knows ${schemaVersion}`);
    }
    for (const table of tables) database.exec(definition(table));
    database.exec(`PRAGMA user_version = ${schemaVersion}`);
    return database;
  } catch (cause) {
    database?.close();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The store ${path} cannot be opened: ${reason}.`, { cause });
  }
}

function definition(table: string): string {
  return `
    CREATE TABLE IF NOT EXISTS ${table} (
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL,
      version INTEGER NOT NULL,
      expires_at INTEGER,
      owner TEXT
    ) STRICT;
    CREATE INDEX IF NOT EXISTS ${table}_by_expiry ON ${table} (expires_at) WHERE expires_at IS NOT NULL;
    CREATE INDEX IF NOT EXISTS ${table}_by_owner ON ${table} (owner, key) WHERE owner IS NOT NULL;`;
}

function collection(database: DatabaseSync, table: string, clock: Clock): SqliteCollection {
  const alive = '(expires_at IS NULL OR expires_at > ?)';
  const select = database.prepare(`SELECT value, version, expires_at FROM ${table} WHERE key = ?`);
  // Arrays cost a fifth less than objects, and this is read in every request.
  select.setReturnArrays(true);
  const selectOwned = database.prepare(
    `SELECT key, value, version FROM ${table} WHERE owner = ? AND ${alive} ORDER BY key`,
  );
  // An expired document counts as none, so that a new one may take its place before the sweeper has come by.
  const insert = database.prepare(
    `INSERT INTO ${table} (key, value, version, expires_at, owner) VALUES (?, ?, 1, ?, ?)
     ON CONFLICT (key) DO UPDATE
       SET value = excluded.value, version = 1, expires_at = excluded.expires_at, owner = excluded.owner
       WHERE ${table}.expires_at <= ?`,
  );
  const update = database.prepare(
    `UPDATE ${table} SET value = ?, version = version + 1, expires_at = ?, owner = ?
     WHERE key = ? AND version = ? AND ${alive}`,
  );
  // Most writes leave expiry and owner as they are. Naming them would rewrite their indexes: twice the pages to write.
  const updateValue = database.prepare(
    `UPDATE ${table} SET value = ?, version = version + 1
     WHERE key = ? AND version = ? AND expires_at IS ? AND owner IS ? AND ${alive}`,
  );
  const remove = database.prepare(`DELETE FROM ${table} WHERE key = ? AND ${alive}`);
  const removeExpired = database.prepare(`DELETE FROM ${table} WHERE key = ? AND expires_at <= ?`);
  const removeAllExpired = database.prepare(
    `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE expires_at <= ? LIMIT ?)`,
  );

  return {
    async get(key) {
      const row = select.get(key) as unknown as Row | undefined;
      if (row === undefined) return null;
      const [value, version, expiresAt] = row;
      const now = clock.now();
      if (expiresAt !== null && expiresAt <= now) {
        removeExpired.run(key, now);
        return null;
      }
      return { key, value, version };
    },
    async put(key, value, { expected, expiresAtMs, owner }) {
      const expiry = expiresAtMs === undefined ? null : Math.ceil(expiresAtMs);
      const group = owner ?? null;
      const now = clock.now();
      if (expected === 0) return insert.run(key, value, expiry, group, now).changes === 1;
      return (
        updateValue.run(value, key, expected, expiry, group, now).changes === 1 ||
        update.run(value, expiry, group, key, expected, now).changes === 1
      );
    },
    async delete(key) {
      return remove.run(key, clock.now()).changes === 1;
    },
    async list(owner) {
      const rows = selectOwned.all(owner, clock.now()) as unknown as readonly StoredDocument[];
      return rows.map(({ key, value, version }) => ({ key, value, version }));
    },
    purge: (limit) => Number(removeAllExpired.run(clock.now(), limit).changes),
  };
}

type Row = readonly [value: string, version: number, expiresAt: number | null];
