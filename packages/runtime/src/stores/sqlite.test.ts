import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestClock, documentStoreContract } from './document-store.contract.ts';
import { openSqliteStores } from './sqlite.ts';

let folder: string;
let made = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-sqlite-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function newFolder(): string {
  made += 1;
  return join(folder, `${made}`);
}

documentStoreContract('stores in SQLite', async (clock) => openSqliteStores(newFolder(), clock));

describe('SQLite files', () => {
  it('keep every collection when the stores are closed and opened again', async () => {
    const data = newFolder();
    const first = openSqliteStores(data);
    await first.users.put('u', '1', { expected: 0, owner: '/' });
    await first.executions.put('e', '1', { expected: 0 });
    await first.close();
    await first.close();
    const second = openSqliteStores(data);
    expect(await second.users.put('u', '2', { expected: 1, owner: '/' })).toBe(true);
    expect(await second.users.list('/')).toEqual([{ key: 'u', value: '2', version: 2 }]);
    expect(await second.executions.get('e')).toMatchObject({ value: '1' });
    await second.close();
  });

  it('are for their owner alone, in a folder that is too', async () => {
    const data = newFolder();
    const stores = openSqliteStores(data);
    await stores.users.put('u', '1', { expected: 0 });
    await stores.sessions.put('s', '1', { expected: 0 });
    expect(statSync(data).mode & 0o777).toBe(0o700);
    const files = readdirSync(data);
    expect(files).toEqual(expect.arrayContaining(['journeyman.db', 'journeyman.db-wal', 'ephemeral.db']));
    for (const file of files) expect(statSync(join(data, file)).mode & 0o777, file).toBe(0o600);
    await stores.close();
  });

  it('lose a mode that is too open', async () => {
    const data = newFolder();
    await openSqliteStores(data).close();
    chmodSync(join(data, 'journeyman.db'), 0o644);
    await openSqliteStores(data).close();
    expect(statSync(join(data, 'journeyman.db')).mode & 0o777).toBe(0o600);
  });

  it.each(['journeyman.db', 'ephemeral.db'])('are refused by name when %s is something else', (file) => {
    const data = newFolder();
    mkdirSync(data);
    writeFileSync(join(data, file), 'Not at all a database. '.repeat(100));
    expect(() => openSqliteStores(data)).toThrow(`The store ${join(data, file)} cannot be opened`);
  });

  it('are refused when a newer version has made them', async () => {
    const data = newFolder();
    await openSqliteStores(data).close();
    const database = new DatabaseSync(join(data, 'journeyman.db'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => openSqliteStores(data)).toThrow(/journeyman\.db.*form 99/);
  });

  it('are shared by two processes, one of which wins', async () => {
    const data = newFolder();
    const one = openSqliteStores(data);
    const other = openSqliteStores(data);
    expect(await one.executions.put('e', 'one', { expected: 0 })).toBe(true);
    expect(await other.executions.put('e', 'other', { expected: 0 })).toBe(false);
    expect(await other.executions.get('e')).toMatchObject({ value: 'one', version: 1 });
    await one.close();
    await other.close();
  });

  it('lose their expired documents though nobody asks for them', async () => {
    vi.useFakeTimers();
    try {
      const data = newFolder();
      const clock = createTestClock();
      const stores = openSqliteStores(data, clock);
      for (let n = 0; n < 600; n += 1) {
        await stores.executions.put(`e${n}`, '1', { expected: 0, expiresAtMs: clock.nowMs + 1000 });
      }
      await stores.executions.put('stays', '1', { expected: 0 });
      clock.nowMs += 1000;
      await vi.advanceTimersByTimeAsync(60_000);
      const database = new DatabaseSync(join(data, 'ephemeral.db'), { readOnly: true });
      expect(database.prepare('SELECT key FROM executions').all()).toEqual([{ key: 'stays' }]);
      database.close();
      await stores.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it('hold every write that was acknowledged before the process was killed', async () => {
    const data = newFolder();
    const writer = `
      import { writeSync } from 'node:fs';
      import { openSqliteStores } from ${JSON.stringify(new URL('./sqlite.ts', import.meta.url).href)};
      const stores = openSqliteStores(${JSON.stringify(data)});
      for (let n = 0; ; n += 1) {
        const store = n % 2 === 0 ? stores.users : stores.executions;
        await store.put('k' + n, 'v' + n, { expected: 0 });
        writeSync(1, n + '\\n');
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', writer], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let acknowledged = -1;
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged = Number(line);
      if (acknowledged === 400) child.kill('SIGKILL');
    }
    if (child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    expect(acknowledged).toBeGreaterThanOrEqual(400);

    const stores = openSqliteStores(data);
    for (let n = 0; n <= acknowledged; n += 1) {
      const store = n % 2 === 0 ? stores.users : stores.executions;
      expect(await store.get(`k${n}`)).toEqual({ key: `k${n}`, value: `v${n}`, version: 1 });
    }
    await stores.close();
  }, 20_000);
});
