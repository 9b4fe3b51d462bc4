import type { Clock } from '@journeyman/engine';
import type { DocumentStore, Stores } from './document-store.ts';
import { startSweeper } from './sweeper.ts';

/** A document in memory. */
interface Entry {
  readonly value: string;
  readonly version: number;
  readonly expiresAtMs: number;
  readonly owner: string | undefined;
}

interface MemoryCollection extends DocumentStore {
  purge(limit: number): number;
}

/** The collections of an installation in memory: gone when the process ends, seen by no other one. */
export function createMemoryStores(clock: Clock = { now: Date.now }): Stores {
  const stores = {
    users: collection(clock),
    devices: collection(clock),
    sessions: collection(clock),
    executions: collection(clock),
    pushMessages: collection(clock),
    looseConfiguration: collection(clock),
    traces: collection(clock),
  };
  const sweepers = Object.values(stores).map(({ purge }) => startSweeper(purge));
  return {
    ...stores,
    async close() {
      for (const stop of sweepers) stop();
    },
  };
}

function collection(clock: Clock): MemoryCollection {
  const entries = new Map<string, Entry>();
  const keysOf = new Map<string, Set<string>>();

  function forget(key: string, owner: string | undefined): void {
    entries.delete(key);
    if (owner === undefined) return;
    const keys = keysOf.get(owner);
    keys?.delete(key);
    if (keys?.size === 0) keysOf.delete(owner);
  }

  function alive(key: string): Entry | undefined {
    const entry = entries.get(key);
    if (entry === undefined || entry.expiresAtMs > clock.now()) return entry;
    forget(key, entry.owner);
    return undefined;
  }

  return {
    async get(key) {
      const entry = alive(key);
      return entry === undefined ? null : { key, value: entry.value, version: entry.version };
    },
    async put(key, value, { expected, expiresAtMs, owner }) {
      const before = alive(key);
      if ((before?.version ?? 0) !== expected) return false;
      if (before !== undefined && before.owner !== owner) forget(key, before.owner);
      entries.set(key, { value, version: expected + 1, expiresAtMs: expiresAtMs ?? Infinity, owner });
      if (owner !== undefined) {
        const keys = keysOf.get(owner);
        if (keys === undefined) keysOf.set(owner, new Set([key]));
        else keys.add(key);
      }
      return true;
    },
    async delete(key) {
      const entry = alive(key);
      if (entry !== undefined) forget(key, entry.owner);
      return entry !== undefined;
    },
    async list(owner) {
      return [...(keysOf.get(owner) ?? [])].sort(byBytes).flatMap((key) => {
        const entry = alive(key);
        return entry === undefined ? [] : [{ key, value: entry.value, version: entry.version }];
      });
    },
    purge(limit) {
      const now = clock.now();
      let purged = 0;
      for (const [key, { expiresAtMs, owner }] of entries) {
        if (purged === limit) break;
        if (expiresAtMs > now) continue;
        forget(key, owner);
        purged += 1;
      }
      return purged;
    },
  };
}

/** The order that databases list text in, which is not that of JavaScript beyond the first plane of Unicode. */
function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
