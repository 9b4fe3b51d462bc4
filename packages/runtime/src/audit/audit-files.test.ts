import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openAuditFiles } from './audit-files.ts';

const log = pino({ level: 'silent' });

async function folderFor(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'journeyman-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'audit');
}

async function linesOf(path: string): Promise<readonly unknown[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line) as unknown);
}

const clock = { now: () => Date.UTC(2026, 0, 2, 3, 4, 5) };

test('writes a line for each event to the file of its topic, readable by its owner alone', async () => {
  const folder = await folderFor();
  const files = await openAuditFiles(folder, { clock, log });
  files.write('access', { n: 1 });
  files.write('authentication', { n: 2 });
  files.write('access', { n: 3 });
  await files.close();
  expect(await linesOf(join(folder, 'access.audit.json'))).toEqual([{ n: 1 }, { n: 3 }]);
  expect(await linesOf(join(folder, 'authentication.audit.json'))).toEqual([{ n: 2 }]);
  expect((await stat(join(folder, 'access.audit.json'))).mode & 0o777).toBe(0o600);
});

test('writes soon, without being closed', async () => {
  const folder = await folderFor();
  const files = await openAuditFiles(folder, { clock, log });
  onTestFinished(() => files.close());
  files.write('access', { n: 1 });
  await vi.waitFor(async () => expect(await linesOf(join(folder, 'access.audit.json'))).toEqual([{ n: 1 }]));
});

test('goes on with the file that is there', async () => {
  const folder = await folderFor();
  for (const n of [1, 2]) {
    const files = await openAuditFiles(folder, { clock, log });
    files.write('activity', { n });
    await files.close();
  }
  expect(await linesOf(join(folder, 'activity.audit.json'))).toEqual([{ n: 1 }, { n: 2 }]);
});

test('puts a file aside that has become too long, keeps a few, and loses no line of those', async () => {
  const folder = await folderFor();
  const moving = { nowMs: clock.now(), now: () => moving.nowMs };
  const text = 'x'.repeat(80);
  for (let n = 0; n < 8; n += 1) {
    const files = await openAuditFiles(folder, { clock: moving, log, largest: 250, kept: 2 });
    files.write('access', { n, text });
    await files.close();
    if (n > 3) moving.nowMs += 1000;
  }
  const found = (await readdir(folder)).filter((name) => name.startsWith('access.audit.json-')).sort();
  expect(found).toEqual([
    'access.audit.json-2026.01.02-03.04.05.0001',
    'access.audit.json-2026.01.02-03.04.07',
  ]);
  const lines = await Promise.all([...found, 'access.audit.json'].map((name) => linesOf(join(folder, name))));
  expect(lines.flat()).toEqual([2, 3, 4, 5, 6, 7].map((n) => ({ n, text })));
});

test('begins a file anew that somebody has deleted, once it is time to put it aside', async () => {
  const folder = await folderFor();
  const path = join(folder, 'access.audit.json');
  const files = await openAuditFiles(folder, { clock, log, largest: 5 });
  files.write('access', { n: 1 });
  await vi.waitFor(async () => expect(await linesOf(path)).toEqual([{ n: 1 }]));
  await rm(path);
  files.write('access', { n: 2 });
  await vi.waitFor(async () => expect(await linesOf(path)).toEqual([{ n: 2 }]));
  files.write('access', { n: 3 });
  await files.close();
  expect(await linesOf(path)).toEqual([{ n: 3 }]);
});

test('tells of a file that it cannot begin, and begins it as soon as it can', async () => {
  const folder = await folderFor();
  const path = join(folder, 'access.audit.json');
  const told: string[] = [];
  const heard = pino({}, { write: (line: string) => void told.push(line) });
  const files = await openAuditFiles(folder, { clock, log: heard, largest: 5 });
  files.write('access', { n: 1 });
  await vi.waitFor(async () => expect(await linesOf(path)).toEqual([{ n: 1 }]));
  await rm(folder, { recursive: true });
  files.write('access', { n: 2 });
  await vi.waitFor(() => expect(told).not.toEqual([]));
  await mkdir(folder);
  files.write('access', { n: 3 });
  await files.close();
  expect(await linesOf(path)).toEqual([{ n: 3 }]);
});

test('says which folder cannot be written', async () => {
  const folder = await folderFor();
  await writeFile(folder, '');
  await expect(openAuditFiles(folder, { clock, log })).rejects.toThrow(folder);
});
