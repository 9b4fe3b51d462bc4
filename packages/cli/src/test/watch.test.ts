import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';

// Each test starts a process, which loads everything.
vi.setConfig({ testTimeout: 60_000 });

const main = fileURLToPath(new URL('../../bin/journeyman.js', import.meta.url));
const samples = fileURLToPath(new URL('../../../../journeys', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journeyman-'));
  for (const name of ['AddPushDevice', 'policy.json', 'realm.json']) {
    cpSync(join(samples, name), join(folder, 'journeys', name), { recursive: true });
  }
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const put = (path: string, content: string) => writeFileSync(join(folder, path), content);

/** `test --watch`; waits for a run that tells something new. */
function watching(...args: readonly string[]): { tells(what: string): Promise<void> } {
  const child = spawn(process.execPath, [main, 'test', ...args, '--watch'], { cwd: folder });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      told += data.toString();
    });
  }
  const exited = new Promise((resolve) => child.once('exit', resolve));
  onTestFinished(async () => {
    child.kill('SIGINT');
    await exited;
  });
  return {
    async tells(what) {
      const isTold = () => told.split(what)[1]?.includes('waiting for changes\n') ?? false;
      await expect.poll(() => [isTold(), told], { timeout: 20_000 }).toEqual([true, expect.any(String)]);
    },
  };
}

test('test --watch runs again when the policy or the settings of the realm above change', async () => {
  const watch = watching('journeys/AddPushDevice');
  await watch.tells('1 of 1 journey has the coverage that policy.json demands');
  put('journeys/policy.json', '{ "journeys": { "*": { "coverage": 200 } } }');
  await watch.tells('journeys/policy.json:1:24: A whole number from 0 to 100 is expected');
  put('journeys/realm.json', '{');
  await watch.tells('journeys/realm.json:1:2: error: This is not JSON');
});

test('test --watch goes on after a run that breaks off, and tells why it did', async () => {
  put('journeys/pictures.md', 'where a folder is to be');
  const watch = watching('--coverage-svg', 'journeys/pictures.md');
  await watch.tells('The run broke off: EEXIST: file already exists');
  rmSync(join(folder, 'journeys/pictures.md'));
  await watch.tells('✓ AddPushDevice: 4 scenarios\n');
});
